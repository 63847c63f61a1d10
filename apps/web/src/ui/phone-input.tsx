"use client";

import type { ComponentProps } from "react";
import { Input } from "./input.tsx";
import { maskPhone } from "./phone-mask.ts";

interface Props extends Omit<ComponentProps<"input">, "type" | "value" | "onChange"> {
  value: string;
  onValueChange: (value: string) => void;
}

/** A phone number as people write it; the schema turns it into E.164. */
export function PhoneInput({ value, onValueChange, onBlur, ...rest }: Props) {
  return (
    <Input
      type="tel"
      inputMode="tel"
      autoComplete="tel"
      placeholder="(11) 98765-4321"
      {...rest}
      value={value}
      onChange={({ currentTarget }) => {
        const text = currentTarget.value;
        // Correcting in the middle: the mask waits, or the caret would jump to the end.
        const atEnd = currentTarget.selectionStart === text.length;
        const removing = text.length < value.length;
        onValueChange(atEnd && !removing ? maskPhone(text) : text);
      }}
      onBlur={(event) => {
        onValueChange(maskPhone(event.currentTarget.value));
        onBlur?.(event);
      }}
    />
  );
}
