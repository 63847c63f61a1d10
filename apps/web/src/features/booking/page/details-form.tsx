"use client";

import {
  useEffect,
  useRef,
  useState,
  type ComponentProps,
  type FormEvent,
  type ReactNode,
} from "react";
import { useTranslations } from "../../../i18n/slim.tsx";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { controlClass } from "../../../ui/control-class.ts";
import { Field, useFieldControl } from "../../../ui/field.tsx";
import { maskPhone } from "../../../ui/phone-mask.ts";
import { flawsOf, type Guest, type GuestField } from "./guest.ts";

interface Props {
  name: string;
  /** What is booked, for a form that is sent without JavaScript. */
  wish: Record<string, string>;
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
 * Who comes: four fields, and above the button what they are about to agree to. A form as every
 * browser knows it, which its scripts send themselves where they run.
 */
export function DetailsForm(props: Props) {
  const { name, wish, guest, onGuest, needsEmail, keep, onKeep, summary, children, onSend } = props;
  const t = useTranslations("booking.form");
  const common = useTranslations("common");
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

  const text = (field: keyof Guest) => ({
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
        <Field
          label={
            <>
              {t("email")}
              {!needsEmail && (
                <span className="font-normal text-ink-faint noscript:hidden">
                  {" "}
                  ({common("optional")})
                </span>
              )}
            </>
          }
          hint={
            <span className={needsEmail ? "" : "hidden noscript:inline"}>{t("emailHint")}</span>
          }
          error={errorOf("email")}
        >
          <TextInput
            {...text("email")}
            type="email"
            autoComplete="email"
            maxLength={254}
            required={needsEmail}
          />
        </Field>
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
  { guest, onGuest }: Pick<Props, "guest" | "onGuest">,
): void {
  useEffect(() => {
    if (!form.current) return;
    const data = new FormData(form.current);
    const typed = { ...guest };
    for (const field of ["name", "phone", "email", "message"] as const) {
      const value = data.get(field);
      if (typeof value === "string" && value !== "") typed[field] = value;
    }
    if (JSON.stringify(typed) !== JSON.stringify(guest)) onGuest(typed);
    // oxlint-disable-next-line react/exhaustive-deps -- once, when the scripts take over
  }, []);
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
    if (!stands) return undefined;
    if (guest[field].trim() === "") return t("required");
    return t(field === "name" ? "line" : field);
  };
  const check = () => {
    setTried(true);
    return (["name", "phone", "email"] as const).find((field) => flaws[field]);
  };
  return { errorOf, check };
}

interface TextProps extends Omit<ComponentProps<"input">, "value" | "onChange"> {
  value: string;
  onText: (value: string) => void;
}

function TextInput({ onText, ...rest }: TextProps) {
  return (
    <input
      {...useFieldControl()}
      {...rest}
      onChange={({ currentTarget }) => onText(currentTarget.value)}
      className={`${controlClass} h-11`}
    />
  );
}

function MessageInput({ name, value, onText }: Pick<TextProps, "name" | "value" | "onText">) {
  return (
    <textarea
      {...useFieldControl()}
      {...{ name, value }}
      rows={3}
      maxLength={1000}
      onChange={({ currentTarget }) => onText(currentTarget.value)}
      className={`${controlClass} field-sizing-content max-h-[34dvh] min-h-24 py-2.5`}
    />
  );
}

/** As `ui/phone-input.tsx`: correcting in the middle, the mask waits, or the caret would jump to the end. */
function PhoneInput({ name, value, onText }: Pick<TextProps, "name" | "value" | "onText">) {
  return (
    <input
      {...useFieldControl()}
      {...{ name, value }}
      type="tel"
      inputMode="tel"
      autoComplete="tel"
      placeholder="(11) 98765-4321"
      maxLength={32}
      required
      onChange={({ currentTarget }) => {
        const text = currentTarget.value;
        const atEnd = currentTarget.selectionStart === text.length;
        const removing = text.length < value.length;
        onText(atEnd && !removing ? maskPhone(text) : text);
      }}
      onBlur={({ currentTarget }) => onText(maskPhone(currentTarget.value))}
      className={`${controlClass} h-11`}
    />
  );
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
