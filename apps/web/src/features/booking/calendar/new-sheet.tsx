"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "../../../ui/button.tsx";
import { Sheet } from "../../../ui/dialog.tsx";
import { Field } from "../../../ui/field.tsx";
import { FormError } from "../../../ui/form/form-error.tsx";
import { Input } from "../../../ui/input.tsx";
import { PhoneInput } from "../../../ui/phone-input.tsx";
import { Select } from "../../../ui/select.tsx";
import { useSentence } from "../../accounts/problem.ts";
import { ClientChoice } from "./client-choice.tsx";
import { TakenNote } from "./taken-note.tsx";
import { type NewOptions, useNew } from "./use-new.ts";

interface Props extends NewOptions {
  onExplain: (instant: string) => void;
}

/** A free time was tapped: an appointment for somebody, time of one's own, or why nobody can book it. */
export function NewSheet({ onExplain, ...options }: Props) {
  const t = useTranslations("calendar.fresh");
  const common = useTranslations("common");
  const formId = useId();
  const form = useNew(options);
  const { values, set, busy, instant, refusal } = form;
  const meeting = values.kind === "meeting";
  const over = (refusal?.overlaps.length ?? 0) > 0;
  const send = meeting ? (over ? "bookAnyway" : "book") : over ? "blockAnyway" : "block";
  return (
    <Sheet
      open
      onOpenChange={(open) => open || options.onClose()}
      title={t("title")}
      footer={
        <>
          {instant && (
            <Button variant="quiet" onClick={() => onExplain(instant)}>
              {t("why")}
            </Button>
          )}
          <Button
            type="submit"
            form={formId}
            variant={over ? "danger" : "primary"}
            busy={busy && common("saving")}
          >
            {t(send)}
          </Button>
        </>
      }
    >
      <form id={formId} className="grid gap-4" onSubmit={form.submit}>
        <Field label={t("kind")}>
          <Select
            value={values.kind}
            onChange={({ currentTarget }) =>
              set({ kind: currentTarget.value === "block" ? "block" : "meeting" })
            }
          >
            <option value="meeting">{t("meeting")}</option>
            <option value="block">{t("own")}</option>
          </Select>
        </Field>
        {meeting ? (
          <Meeting {...form} />
        ) : (
          <Field label={t("what")}>
            <Input
              required
              maxLength={120}
              value={values.title}
              onChange={({ currentTarget }) => set({ title: currentTarget.value })}
            />
          </Field>
        )}
        <When values={values} set={set} />
        <Refused form={form} zone={options.zone} now={options.now} />
      </form>
    </Sheet>
  );
}

type Form = ReturnType<typeof useNew>;

function Meeting({ values, set, whom, choose, offered, nobody }: Form) {
  const t = useTranslations("calendar.fresh");
  return (
    <>
      <ClientChoice value={whom} onChange={choose} missing={nobody} />
      {whom?.id === null && (
        <>
          <Field label={t("name")}>
            <Input
              required
              maxLength={120}
              value={values.name}
              onChange={({ currentTarget }) => set({ name: currentTarget.value })}
            />
          </Field>
          <Field label="WhatsApp">
            <PhoneInput required value={values.phone} onValueChange={(phone) => set({ phone })} />
          </Field>
        </>
      )}
      <Field label={t("service")}>
        <Select
          value={values.service || offered[0]?.id}
          onChange={({ currentTarget }) => set({ service: currentTarget.value })}
        >
          {offered.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
    </>
  );
}

function When({ values, set }: Pick<Form, "values" | "set">) {
  const t = useTranslations("calendar.fresh");
  const field = (name: "date" | "time" | "until", type: "date" | "time") => (
    <Field label={t(name)} className={name === "date" ? "col-span-2" : ""}>
      <Input
        type={type}
        required
        value={values[name]}
        onChange={({ currentTarget }) => set({ [name]: currentTarget.value })}
      />
    </Field>
  );
  return (
    <div className="grid grid-cols-2 gap-3">
      {field("date", "date")}
      {field("time", "time")}
      {values.kind === "block" && field("until", "time")}
    </div>
  );
}

/** Who has the time, or whatever else the server said. */
function Refused({ form, zone, now }: { form: Form; zone: string; now: string }) {
  const t = useTranslations("calendar.fresh");
  const sentence = useSentence();
  const { error, refusal, values, missing, set, pick } = form;
  if (!refusal) return <FormError>{error !== null && sentence(error)}</FormError>;
  return (
    <section aria-label={t("taken")} className="grid gap-4">
      <FormError>{t("taken")}</FormError>
      <TakenNote
        {...refusal}
        zone={zone}
        now={now}
        reason={values.reason}
        missing={missing}
        onReason={(reason) => set({ reason })}
        onPick={pick}
      />
    </section>
  );
}
