"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { onboardingAnswers } from "@odys/shared/accounts/schema";
import { slugFor } from "@odys/shared/accounts/slug";
import { useTranslations } from "next-intl";
import { Controller, useForm, useWatch } from "react-hook-form";
import type * as z from "zod";
import { Field } from "../../../ui/field.tsx";
import { FormField } from "../../../ui/form/form-field.tsx";
import { Input } from "../../../ui/input.tsx";
import { SubmitForm } from "../form/submit-form.tsx";
import { ProfessionPicker } from "../practice/profession-picker.tsx";
import { useSentence } from "../problem.ts";
import { PageActions } from "./page-frame.tsx";
import { useKept } from "./use-kept.ts";
import type { Wizard } from "./use-wizard.ts";

const schema = onboardingAnswers.pick({ name: true, profession: true });

/** What the practice is called, and of which kind it is. */
export function PracticePage({
  wizard,
  userName,
  host,
}: {
  wizard: Wizard;
  userName: string;
  host: string;
}) {
  const t = useTranslations("onboarding");
  const sentence = useSentence();
  const { name = userName, profession } = wizard.typed.practice ?? wizard.draft;
  const form = useForm<z.input<typeof schema>, unknown, z.output<typeof schema>>({
    resolver: zodResolver(schema),
    defaultValues: { name, ...(profession && { profession }) },
  });
  const typedName = useWatch({ control: form.control, name: "name" });
  useKept(() => wizard.keep({ practice: form.getValues() }));
  return (
    <SubmitForm form={form} busy={wizard.saving} onValid={wizard.save} className="gap-7">
      <FormField
        control={form.control}
        name="name"
        label={t("practice.name")}
        hint={
          <>
            {t("practice.nameHint")}
            <span className="mt-1 block wrap-anywhere tabular-nums">
              {t("practice.address", { address: `${host}/p/${slugFor(typedName, [])}` })}
            </span>
          </>
        }
      >
        {(field) => <Input {...field} autoComplete="organization" />}
      </FormField>
      <Field label={t("practice.profession")} group>
        <Controller
          control={form.control}
          name="profession"
          render={({ field, fieldState }) => (
            <ProfessionPicker
              ref={field.ref}
              value={field.value ?? null}
              onValueChange={field.onChange}
              error={fieldState.error && t("practice.professionMissing")}
            />
          )}
        />
      </Field>
      <PageActions
        submit={t("continue")}
        busy={wizard.saving && t("saving")}
        problem={sentence(wizard.failure)}
      />
    </SubmitForm>
  );
}
