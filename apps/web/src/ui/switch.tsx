"use client";

import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn.ts";
import { useFieldControl } from "./field.tsx";

interface Props extends Omit<ComponentProps<"input">, "type" | "role" | "children"> {
  label: ReactNode;
  hint?: ReactNode;
}

/** On or off, at once: nothing has to be saved afterwards. */
export function Switch({ label, hint, className, ...props }: Props) {
  return (
    <label
      className={cn("flex min-h-11 items-center justify-between gap-4 py-2 text-base", className)}
    >
      <span className="min-w-0">
        {label}
        {hint && <span className="block text-sm text-ink-soft">{hint}</span>}
      </span>
      <span className="relative h-7 w-12 shrink-0">
        <input
          type="checkbox"
          // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props -- a native checkbox has its own state; aria-checked must not repeat it
          role="switch"
          {...props}
          {...useFieldControl(props)}
          className="peer absolute inset-0 appearance-none rounded-full border border-line-strong bg-sunken transition-colors duration-100 checked:border-action checked:bg-action disabled:opacity-55"
        />
        <span
          aria-hidden
          className="pointer-events-none absolute top-1 left-1 size-5 rounded-full bg-line-strong transition-[translate] duration-100 peer-checked:translate-x-5 peer-checked:bg-on-action"
        />
      </span>
    </label>
  );
}
