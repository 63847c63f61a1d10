"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { onboardingAnswers } from "@odys/shared/accounts/schema";
import { formatPhone } from "@odys/shared/kernel/phone";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useForm } from "react-hook-form";
import { DEFAULT_ZONE } from "../../../i18n/locales.ts";
import { Button } from "../../../ui/button.tsx";
import { FormField } from "../../../ui/form/form-field.tsx";
import { PhoneInput } from "../../../ui/phone-input.tsx";
import { timeText } from "../../../ui/when.ts";
import { SubmitForm } from "../form/submit-form.tsx";
import { useClock } from "../practice/use-clock.ts";
import { ZoneSelect } from "../practice/zone-select.tsx";
import { deviceZone, zoneWords } from "../practice/zones.ts";
import { useSentence } from "../problem.ts";
import { PageActions } from "./page-frame.tsx";
import { useKept } from "./use-kept.ts";
import type { Wizard } from "./use-wizard.ts";

const schema = onboardingAnswers.pick({ phone: true, zone: true });

/** How to reach the practice, and by which clock it lives: that of this device, unless told otherwise. */
export function ContactPage({ wizard }: { wizard: Wizard }) {
  const t = useTranslations("onboarding");
  const sentence = useSentence();
  const { phone, zone } = wizard.typed.contact ?? {
    phone: wizard.draft.phone && formatPhone(wizard.draft.phone),
    zone: wizard.draft.zone,
  };
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { phone: phone ?? "", zone: zone ?? DEFAULT_ZONE },
  });
  const { setValue } = form;
  const unanswered = zone === undefined;
  useEffect(() => {
    const guess = deviceZone();
    if (unanswered && guess) setValue("zone", guess);
  }, [unanswered, setValue]);
  useKept(() => wizard.keep({ contact: form.getValues() }));
  return (
    <SubmitForm form={form} busy={wizard.saving} onValid={wizard.save} className="gap-7">
      <FormField
        control={form.control}
        name="phone"
        label={t("contact.phone")}
        hint={t("contact.phoneHint")}
      >
        {({ onChange, ...field }) => <PhoneInput {...field} onValueChange={onChange} />}
      </FormField>
      <FormField control={form.control} name="zone" label={t("contact.zone")} group>
        {({ value, onChange }) => <ZoneChoice value={value} onValueChange={onChange} />}
      </FormField>
      <PageActions
        submit={t("continue")}
        busy={wizard.saving && t("saving")}
        problem={sentence(wizard.failure)}
        onBack={() => wizard.go("practice")}
      />
    </SubmitForm>
  );
}

function ZoneChoice({
  value,
  onValueChange,
}: {
  value: string;
  onValueChange: (zone: string) => void;
}) {
  const t = useTranslations("onboarding.contact");
  const locale = useLocale();
  const now = useClock();
  const [choosing, setChoosing] = useState(false);
  return (
    <div className="rounded-md border border-line bg-surface p-4">
      {/* Only the browser knows the device's zone, so only it says the sentence. */}
      <p className="min-h-12 sm:min-h-6" aria-live="polite">
        {now !== null &&
          t(value === deviceZone() ? "zoneGuess" : "zoneChosen", {
            zone: zoneWords(value, locale),
            time: timeText(now, value, locale),
          })}
      </p>
      {choosing ? (
        <ZoneSelect
          className="mt-3"
          aria-label={t("zone")}
          autoFocus
          value={value}
          onValueChange={onValueChange}
        />
      ) : (
        <Button variant="quiet" className="-mb-2 -ml-3 px-3" onClick={() => setChoosing(true)}>
          {t("change")}
        </Button>
      )}
    </div>
  );
}
