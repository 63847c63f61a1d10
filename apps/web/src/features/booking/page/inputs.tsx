"use client";

import type { ComponentProps } from "react";
import { controlClass } from "../../../ui/control-class.ts";
import { useFieldControl } from "../../../ui/field.tsx";
import { maskPhone } from "../../../ui/phone-mask.ts";

interface TextProps extends Omit<ComponentProps<"input">, "value" | "onChange"> {
  value: string;
  onText: (value: string) => void;
}

/** A line of text, as every browser has it. */
export function TextInput({ onText, ...rest }: TextProps) {
  return (
    <input
      {...useFieldControl()}
      {...rest}
      onChange={({ currentTarget }) => onText(currentTarget.value)}
      className={`${controlClass} h-11`}
    />
  );
}

/** A few sentences; grows with what is written. */
export function MessageInput({
  onText,
  ...rest
}: Pick<TextProps, "name" | "value" | "onText" | "required">) {
  return (
    <textarea
      {...useFieldControl()}
      {...rest}
      rows={3}
      maxLength={1000}
      onChange={({ currentTarget }) => onText(currentTarget.value)}
      className={`${controlClass} field-sizing-content max-h-[34dvh] min-h-24 py-2.5`}
    />
  );
}

/** As `ui/phone-input.tsx`: correcting in the middle, the mask waits, or the caret would jump to the end. */
export function PhoneInput({ name, value, onText }: Pick<TextProps, "name" | "value" | "onText">) {
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
export function Honeypot({ label }: { label: string }) {
  return (
    <div aria-hidden className="sr-only">
      <label>
        {label}
        <input type="text" name="website" tabIndex={-1} autoComplete="off" />
      </label>
    </div>
  );
}
