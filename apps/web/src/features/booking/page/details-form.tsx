"use client";

import type { Question } from "@odys/shared/booking/intake";
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from "react";
import { useTranslations } from "../../../i18n/slim.tsx";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { Field } from "../../../ui/field.tsx";
import { answerField, flawsOf, type Guest, type GuestField, typedIn } from "./guest.ts";
import { Honeypot, MessageInput, PhoneInput, TextInput } from "./inputs.tsx";
import { IntakeFields } from "./intake-fields.tsx";

interface Props {
  name: string;
  /** What is booked, for a form that is sent without JavaScript. */
  wish: Record<string, string>;
  /** What the service asks besides. */
  questions: readonly Question[];
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

/**
 * Who comes: four fields and what the service asks, and above the button what they are about to agree
 * to. A form as every browser knows it, which its scripts send themselves where they run.
 */
export function DetailsForm(props: Props) {
  const { name, wish, guest, onGuest, needsEmail, keep, onKeep, summary, children, onSend } = props;
  const { questions } = props;
  const t = useTranslations("booking.form");
  const form = useRef<HTMLFormElement>(null);
  const { errorOf, check } = useFlaws(props);
  useTypedBefore(form, props);

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

  const text = (field: Exclude<keyof Guest, "answers">) => ({
    name: field,
    value: guest[field],
    onText: (value: string) => onGuest({ ...guest, [field]: value }),
  });
  return (
    <form
      ref={form}
      method="post"
      action="/api/forms/book"
      noValidate
      onSubmit={onSubmit}
      className="grid items-start gap-6 md:grid-cols-[minmax(0,1.1fr)_minmax(0,1fr)] md:gap-8"
    >
      {Object.entries(wish).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      <div className="grid gap-5">
        <Field label={t("name")} error={errorOf("name")}>
          <TextInput {...text("name")} autoComplete="name" maxLength={120} required />
        </Field>
        <Field label={t("phone")} hint={t("phoneHint")} error={errorOf("phone")}>
          <PhoneInput {...text("phone")} />
        </Field>
        <EmailField {...text("email")} needed={needsEmail} error={errorOf("email")} />
        <IntakeFields
          questions={questions}
          answers={guest.answers}
          onAnswer={(id, answer) =>
            onGuest({ ...guest, answers: { ...guest.answers, [id]: answer } })
          }
          errorOf={(id) => errorOf(answerField(id))}
        />
        <Field label={t("message", { name })} optional>
          <MessageInput {...text("message")} />
        </Field>
        <Checkbox
          className="noscript:hidden"
          label={t("remember")}
          hint={t("rememberHint")}
          checked={keep}
          onChange={({ currentTarget }) => onKeep(currentTarget.checked)}
        />
        <Honeypot label={t("website")} />
      </div>
      <div className="grid gap-5 rounded-lg border border-line bg-surface p-5 shadow-low md:sticky md:top-5">
        {summary}
        {children}
      </div>
    </form>
  );
}

/** Whatever was typed before the scripts ran is what counts. */
function useTypedBefore(
  form: { current: HTMLFormElement | null },
  { guest, onGuest, questions }: Pick<Props, "guest" | "onGuest" | "questions">,
): void {
  useEffect(() => {
    if (!form.current) return;
    const data = new FormData(form.current);
    const typed = { ...guest };
    for (const field of ["name", "phone", "email", "message"] as const) {
      const value = data.get(field);
      if (typeof value === "string" && value !== "") typed[field] = value;
    }
    const answers = { ...guest.answers };
    for (const { id } of questions) {
      const value = data.get(answerField(id));
      if (typeof value === "string" && value !== "") answers[id] = value;
    }
    typed.answers = answers;
    if (JSON.stringify(typed) !== JSON.stringify(guest)) onGuest(typed);
    // oxlint-disable-next-line react/exhaustive-deps -- once, when the scripts take over
  }, []);
}

/** What is wrong with each field: shown from the first attempt to send on, and then as it is typed. */
function useFlaws({
  guest,
  questions,
  refused,
  needsEmail,
}: Pick<Props, "guest" | "questions" | "refused" | "needsEmail">) {
  const t = useTranslations("common.validation");
  const [tried, setTried] = useState(false);
  const [refusedFor, setRefusedFor] = useState(guest);
  useEffect(() => {
    // The server's no holds for what it was sent; a field that changed since is judged anew.
    if (refused.length > 0) setRefusedFor(guest);
    // oxlint-disable-next-line react/exhaustive-deps -- what was typed when the answer came
  }, [refused]);
  const flaws = flawsOf(guest, needsEmail, questions);
  const errorOf = (field: GuestField) => {
    const flaw = tried ? flaws[field] : undefined;
    if (flaw) return t(flaw);
    const stands = refused.includes(field) && typedIn(refusedFor, field) === typedIn(guest, field);
    if (!stands) return undefined;
    if (typedIn(guest, field).trim() === "") return t("required");
    return t(field === "phone" || field === "email" ? field : "line");
  };
  const check = () => {
    setTried(true);
    const fields = [
      "name",
      "phone",
      "email",
      ...questions.map(({ id }) => answerField(id)),
    ] as const;
    return fields.find((field) => flaws[field]);
  };
  return { errorOf, check };
}

interface EmailProps {
  name: string;
  value: string;
  onText: (value: string) => void;
  needed: boolean;
  error: string | undefined;
}

/** Whoever has no scripts has nothing to prove with but a mailbox. */
function EmailField({ needed, error, ...text }: EmailProps) {
  const t = useTranslations("booking.form");
  const common = useTranslations("common");
  return (
    <Field
      label={
        <>
          {t("email")}
          {!needed && (
            <span className="font-normal text-ink-faint noscript:hidden">
              {" "}
              ({common("optional")})
            </span>
          )}
        </>
      }
      hint={<span className={needed ? "" : "hidden noscript:inline"}>{t("emailHint")}</span>}
      error={error}
    >
      <TextInput {...text} type="email" autoComplete="email" maxLength={254} required={needed} />
    </Field>
  );
}
