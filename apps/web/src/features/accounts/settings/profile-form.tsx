"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { PROFESSION_GROUPS, type ProfessionGroup } from "@odys/shared/accounts/professions";
import { type ProfileDto, updateProfileInput } from "@odys/shared/accounts/schema";
import { formatPhone } from "@odys/shared/kernel/phone";
import { useLocale, useTranslations } from "next-intl";
import { useForm, useWatch } from "react-hook-form";
import * as z from "zod";
import { LANGUAGES, LOCALES } from "../../../i18n/locales.ts";
import { api } from "../../../trpc/client.tsx";
import { Button } from "../../../ui/button.tsx";
import { FormError } from "../../../ui/form/form-error.tsx";
import { FormField } from "../../../ui/form/form-field.tsx";
import { Input } from "../../../ui/input.tsx";
import { PhoneInput } from "../../../ui/phone-input.tsx";
import { Select } from "../../../ui/select.tsx";
import { Textarea } from "../../../ui/textarea.tsx";
import { useNotify } from "../../../ui/toast.tsx";
import { timeText } from "../../../ui/when.ts";
import { SubmitButton } from "../form/submit-button.tsx";
import { SubmitForm } from "../form/submit-form.tsx";
import { useClock } from "../practice/use-clock.ts";
import { ZoneSelect } from "../practice/zone-select.tsx";
import { zoneWords } from "../practice/zones.ts";
import { useSentence } from "../problem.ts";

const BIO_MAX = 2000;
const { name, profession, bio, phone, zone, locale } = updateProfileInput.shape;
const schema = z.strictObject({
  name: name.unwrap(),
  profession: profession.unwrap(),
  bio: bio.unwrap(),
  phone: phone.unwrap(),
  zone: zone.unwrap(),
  locale: locale.unwrap(),
});
const valuesOf = (profile: ProfileDto): z.input<typeof schema> => ({
  name: profile.name,
  profession: profile.profession,
  bio: profile.bio,
  phone: formatPhone(profile.phone),
  zone: profile.zone,
  locale: profile.locale,
});

/** What clients see of the practice, and by which clock it lives. */
export function ProfileForm() {
  const t = useTranslations("settings.profile");
  const sentence = useSentence();
  const notify = useNotify();
  const utils = api.useUtils();
  const [profile] = api.accounts.getProfile.useSuspenseQuery();
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: valuesOf(profile),
    mode: "onBlur",
  });
  const { isDirty } = form.formState;
  const update = api.accounts.updateProfile.useMutation({
    onSuccess: async (saved) => {
      utils.accounts.getProfile.setData(undefined, saved);
      form.reset(valuesOf(saved));
      notify.done(t("saved"));
      await utils.accounts.me.invalidate();
    },
  });
  return (
    <SubmitForm
      form={form}
      busy={update.isPending}
      label={t("title")}
      waits
      onValid={(values) => update.mutate(values)}
    >
      <Fields form={form} />
      <FormError>{sentence(update.error)}</FormError>
      <div className="flex flex-wrap items-center gap-3">
        <SubmitButton disabled={!isDirty} busy={update.isPending && t("saving")}>
          {t("save")}
        </SubmitButton>
        {isDirty && (
          <Button variant="quiet" onClick={() => form.reset()}>
            {t("discard")}
          </Button>
        )}
        <p aria-live="polite" className="text-sm text-ink-soft">
          {isDirty && t("unsaved")}
        </p>
      </div>
    </SubmitForm>
  );
}

type Form = ReturnType<typeof useForm<z.input<typeof schema>, unknown, z.output<typeof schema>>>;

function Fields({ form: { control } }: { form: Form }) {
  const t = useTranslations("settings.profile");
  const reader = useLocale();
  const now = useClock();
  const chosen = useWatch({ control, name: "zone" });
  const clock =
    now === null
      ? " "
      : t("zoneHint", { time: timeText(now, chosen, reader), zone: zoneWords(chosen, reader) });
  return (
    <>
      <FormField control={control} name="name" label={t("name")}>
        {(field) => <Input {...field} autoComplete="organization" />}
      </FormField>
      <FormField control={control} name="profession" label={t("profession")}>
        {(field) => (
          <Select {...field}>
            <ProfessionOptions />
          </Select>
        )}
      </FormField>
      <FormField
        control={control}
        name="bio"
        label={t("bio")}
        hint={t("bioHint", { max: BIO_MAX })}
        optional
      >
        {(field) => <Textarea {...field} rows={4} maxLength={BIO_MAX} />}
      </FormField>
      <FormField control={control} name="phone" label={t("phone")} hint={t("phoneHint")}>
        {({ onChange, ...field }) => <PhoneInput {...field} onValueChange={onChange} />}
      </FormField>
      <FormField control={control} name="locale" label={t("language")} hint={t("languageHint")}>
        {(field) => (
          <Select {...field}>
            {LOCALES.map((one) => (
              <option key={one} value={one} lang={one}>
                {LANGUAGES[one]}
              </option>
            ))}
          </Select>
        )}
      </FormField>
      <FormField control={control} name="zone" label={t("zone")} hint={clock}>
        {({ onChange, ...field }) => <ZoneSelect {...field} onValueChange={onChange} />}
      </FormField>
    </>
  );
}

function ProfessionOptions() {
  const names = useTranslations("professions");
  const groups = useTranslations("professionGroups");
  return Object.entries(PROFESSION_GROUPS).map(([group, professions]) => (
    <optgroup key={group} label={groups(group as ProfessionGroup)}>
      {professions.map((one) => (
        <option key={one} value={one}>
          {names(one)}
        </option>
      ))}
    </optgroup>
  ));
}
