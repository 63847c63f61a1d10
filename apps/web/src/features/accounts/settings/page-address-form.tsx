"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { updateProfileInput } from "@odys/shared/accounts/schema";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useForm } from "react-hook-form";
import * as z from "zod";
import { api } from "../../../trpc/client.tsx";
import { FormError } from "../../../ui/form/form-error.tsx";
import { FormField } from "../../../ui/form/form-field.tsx";
import { Input } from "../../../ui/input.tsx";
import { useNotify } from "../../../ui/toast.tsx";
import { SubmitButton } from "../form/submit-button.tsx";
import { SubmitForm } from "../form/submit-form.tsx";
import { problemOf, useSentence } from "../problem.ts";

const schema = z.strictObject({ slug: updateProfileInput.shape.slug.unwrap() });

/** The end of the public link. What a change breaks is said before it is made. */
export function PageAddressForm({ origin }: { origin: string }) {
  const t = useTranslations("settings.slug");
  const sentence = useSentence();
  const notify = useNotify();
  const router = useRouter();
  const utils = api.useUtils();
  const [{ slug }] = api.accounts.getProfile.useSuspenseQuery();
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { slug } });
  const { isDirty } = form.formState;
  const update = api.accounts.updateProfile.useMutation({
    onSuccess: (saved) => {
      utils.accounts.getProfile.setData(undefined, saved);
      form.reset({ slug: saved.slug });
      notify.done(t("saved", { path: `/p/${saved.slug}` }));
      // The rail and the links above are drawn on the server.
      router.refresh();
    },
  });
  const refused = () => {
    const { code, fields } = problemOf(update.error);
    if (!fields.includes("slug")) return sentence(update.error);
    return t(code === "CONFLICT" ? "taken" : "reserved");
  };
  return (
    <SubmitForm
      form={form}
      busy={update.isPending}
      label={t("title")}
      waits
      onValid={(values) => update.mutate(values)}
    >
      <FormField
        control={form.control}
        name="slug"
        label={`${origin.replace(/^https?:\/\//, "")}/p/…`}
        hint={t("hint")}
      >
        {(field) => (
          <Input {...field} autoComplete="off" autoCapitalize="none" spellCheck={false} />
        )}
      </FormField>
      {isDirty && <p className="rounded-md bg-accent-soft p-3 text-accent">{t("warning")}</p>}
      <FormError>{update.isError && refused()}</FormError>
      <div>
        <SubmitButton disabled={!isDirty} busy={update.isPending && t("saving")}>
          {t("save")}
        </SubmitButton>
      </div>
    </SubmitForm>
  );
}
