"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from "react";
import { Card } from "../../../ui/card.tsx";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { Field } from "../../../ui/field.tsx";
import { Input } from "../../../ui/input.tsx";
import { PhoneInput } from "../../../ui/phone-input.tsx";
import { Textarea } from "../../../ui/textarea.tsx";
import { flawsOf, type Guest, type GuestField } from "./guest.ts";

interface Props {
  name: string;
  guest: Guest;
  onGuest: (guest: Guest) => void;
  /** The mailbox has to confirm this booking. */
  needsEmail: boolean;
  keep: boolean;
  onKeep: (keep: boolean) => void;
  /** Fields that the server refused. */
  refused: readonly string[];
  summary: ReactNode;
  /** What went wrong, and the button. */
  children: ReactNode;
  onSend: (website: string) => void;
}

/** Who comes: four fields, and above the button what they are about to agree to. */
export function DetailsForm(props: Props) {
  const { name, guest, onGuest, needsEmail, keep, onKeep, summary, children, onSend } = props;
  const t = useTranslations("booking.form");
  const form = useRef<HTMLFormElement>(null);
  const { errorOf, check } = useFlaws(props);

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const first = check();
    if (first) {
      form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
      return;
    }
    const website = new FormData(event.currentTarget).get("website");
    onSend(typeof website === "string" ? website : "");
  }

  const text = (field: "name" | "email" | "message") => ({
    name: field,
    value: guest[field],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      onGuest({ ...guest, [field]: currentTarget.value }),
  });
  return (
    <form
      ref={form}
      noValidate
      onSubmit={onSubmit}
      className="grid items-start gap-6 md:grid-cols-[minmax(0,1.1fr)_minmax(0,1fr)] md:gap-8"
    >
      <div className="grid gap-5">
        <Field label={t("name")} error={errorOf("name")}>
          <Input {...text("name")} autoComplete="name" maxLength={120} required />
        </Field>
        <Field label={t("phone")} hint={t("phoneHint")} error={errorOf("phone")}>
          <PhoneInput
            name="phone"
            maxLength={32}
            required
            value={guest.phone}
            onValueChange={(phone) => onGuest({ ...guest, phone })}
          />
        </Field>
        <Field
          label={t("email")}
          optional={!needsEmail}
          hint={needsEmail ? t("emailHint") : undefined}
          error={errorOf("email")}
        >
          <Input
            {...text("email")}
            type="email"
            autoComplete="email"
            maxLength={254}
            required={needsEmail}
          />
        </Field>
        <Field label={t("message", { name })} optional>
          <Textarea {...text("message")} maxLength={1000} />
        </Field>
        <Checkbox
          label={t("remember")}
          hint={t("rememberHint")}
          checked={keep}
          onChange={({ currentTarget }) => onKeep(currentTarget.checked)}
        />
        <Honeypot label={t("website")} />
      </div>
      <Card className="grid gap-5 md:sticky md:top-5">
        {summary}
        {children}
      </Card>
    </form>
  );
}

/** What is wrong with each field: shown from the first attempt to send on, and then as it is typed. */
function useFlaws({ guest, refused, needsEmail }: Pick<Props, "guest" | "refused" | "needsEmail">) {
  const t = useTranslations("common.validation");
  const [tried, setTried] = useState(false);
  const [refusedFor, setRefusedFor] = useState(guest);
  useEffect(() => {
    // The server's no holds for what it was sent; a field that changed since is judged anew.
    if (refused.length > 0) setRefusedFor(guest);
    // oxlint-disable-next-line react/exhaustive-deps -- what was typed when the answer came
  }, [refused]);
  const flaws = flawsOf(guest, needsEmail);
  const errorOf = (field: GuestField) => {
    const flaw = tried ? flaws[field] : undefined;
    if (flaw) return t(flaw);
    const stands = refused.includes(field) && refusedFor[field] === guest[field];
    return stands ? t(field === "name" ? "line" : field) : undefined;
  };
  const check = () => {
    setTried(true);
    return (["name", "phone", "email"] as const).find((field) => flaws[field]);
  };
  return { errorOf, check };
}

/** Filled in by programs that fill in everything; out of sight and out of reach for people. */
function Honeypot({ label }: { label: string }) {
  return (
    <div aria-hidden className="sr-only">
      <label>
        {label}
        <input type="text" name="website" tabIndex={-1} autoComplete="off" />
      </label>
    </div>
  );
}
