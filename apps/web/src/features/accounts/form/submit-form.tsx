"use client";

import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import type { FieldPath, FieldValues, PathValue, UseFormReturn } from "react-hook-form";
import { cn } from "../../../ui/cn.ts";
import { useHydrated } from "./use-hydrated.ts";

interface Props<V extends FieldValues, R> {
  form: UseFormReturn<V, unknown, R>;
  onValid: (values: R) => void;
  /** While something is on its way, Enter sends nothing again. */
  busy?: boolean;
  label?: string;
  /** Nothing can be changed until scripts run: for forms that begin with values. */
  waits?: boolean;
  className?: string;
  children: ReactNode;
}

/**
 * A form that loses nothing: what was typed or filled in by the browser before scripts ran is taken
 * over, and a submit before that never writes a password into the address.
 */
export function SubmitForm<V extends FieldValues, R>(props: Props<V, R>) {
  const { form, onValid, busy, label, waits = false, className, children } = props;
  const hydrated = useHydrated();
  const element = useRef<HTMLFormElement>(null);
  useTakeOver(element, form);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!busy) void form.handleSubmit(onValid)();
  }
  return (
    <form
      ref={element}
      method="post"
      noValidate
      inert={waits && !hydrated}
      aria-label={label}
      onSubmit={submit}
      className={cn("grid gap-5", className)}
    >
      {children}
    </form>
  );
}

function useTakeOver<V extends FieldValues, R>(
  element: React.RefObject<HTMLFormElement | null>,
  { getValues, setValue }: UseFormReturn<V, unknown, R>,
) {
  useEffect(() => {
    const controls = element.current?.querySelectorAll<HTMLInputElement>(
      "input[name]:not([type=radio], [type=checkbox])",
    );
    for (const { name, value } of controls ?? []) {
      const field = name as FieldPath<V>;
      if (value !== "" && getValues(field) === "")
        setValue(field, value as PathValue<V, FieldPath<V>>);
    }
  }, [element, getValues, setValue]);
}
