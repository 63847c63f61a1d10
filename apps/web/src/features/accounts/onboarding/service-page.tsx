"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { onboardingAnswers } from "@odys/shared/accounts/schema";
import { useTranslations } from "next-intl";
import { useForm, useWatch } from "react-hook-form";
import * as z from "zod";
import { Button } from "../../../ui/button.tsx";
import { FormField } from "../../../ui/form/form-field.tsx";
import { Input } from "../../../ui/input.tsx";
import { MoneyInput } from "../../../ui/money-input.tsx";
import { SubmitForm } from "../form/submit-form.tsx";
import { useSentence } from "../problem.ts";
import { DurationChoice } from "./duration-choice.tsx";
import { PageActions } from "./page-frame.tsx";
import { usualMinutes } from "./usual-minutes.ts";
import { useKept } from "./use-kept.ts";
import type { Wizard } from "./use-wizard.ts";

const fields = onboardingAnswers.shape.service.shape;
// Nothing typed is null, and null is told to be filled in.
const schema = z
  .strictObject({ ...fields, priceAmount: fields.priceAmount.nullable() })
  .refine(({ priceAmount }) => priceAmount !== null, {
    path: ["priceAmount"],
    message: "required",
  });

/** The first thing that can be booked; its name is suggested by the profession. */
export function ServicePage({ wizard }: { wizard: Wizard }) {
  const t = useTranslations("onboarding");
  const sentence = useSentence();
  const profession = wizard.draft.profession ?? "other";
  const ideas = t(`ideas.${profession}`).split("|");
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: wizard.typed.service ??
      wizard.draft.service ?? {
        name: ideas[0] ?? "",
        durationMinutes: usualMinutes(profession),
        priceAmount: null,
      },
  });
  const name = useWatch({ control: form.control, name: "name" });
  useKept(() => wizard.keep({ service: form.getValues() }));
  return (
    <SubmitForm
      form={form}
      busy={wizard.saving}
      className="gap-7"
      onValid={({ priceAmount, ...service }) =>
        priceAmount !== null && wizard.save({ service: { ...service, priceAmount } })
      }
    >
      <div>
        <FormField control={form.control} name="name" label={t("service.name")}>
          {(field) => <Input {...field} autoComplete="off" />}
        </FormField>
        <fieldset aria-label={t("service.ideas")} className="mt-2 flex flex-wrap gap-2">
          {ideas
            .filter((idea) => idea !== name)
            .map((idea) => (
              <Button
                key={idea}
                variant="secondary"
                className="rounded-full font-normal"
                onClick={() => form.setValue("name", idea, { shouldValidate: true })}
              >
                {idea}
              </Button>
            ))}
        </fieldset>
      </div>
      <FormField control={form.control} name="durationMinutes" label={t("service.duration")} group>
        {({ value, onChange }) => <DurationChoice value={value} onValueChange={onChange} />}
      </FormField>
      <FormField
        control={form.control}
        name="priceAmount"
        label={t("service.price")}
        hint={t("service.priceHint")}
        className="sm:max-w-52"
      >
        {({ onChange, ...field }) => <MoneyInput {...field} onValueChange={onChange} />}
      </FormField>
      <PageActions
        submit={t("continue")}
        busy={wizard.saving && t("saving")}
        problem={sentence(wizard.failure)}
        onBack={() => wizard.go("contact")}
      />
    </SubmitForm>
  );
}
