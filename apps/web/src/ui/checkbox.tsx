"use client";

import { Check } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { useFieldControl } from "./field.tsx";

interface Props extends Omit<ComponentProps<"input">, "type" | "children"> {
  label: ReactNode;
  hint?: ReactNode;
}

/** A native checkbox, so that it works before any script does; the whole row can be tapped. */
export function Checkbox({ label, hint, className = "", ...props }: Props) {
  return (
    <label className={`flex min-h-11 items-start gap-3 py-2.5 text-base ${className}`}>
      <span className="relative mt-0.5 size-5 shrink-0">
        <input
          type="checkbox"
          {...props}
          {...useFieldControl(props)}
          className="peer absolute inset-0 appearance-none rounded-sm border border-line-strong bg-surface checked:border-action checked:bg-action hover:border-action aria-invalid:border-bad disabled:opacity-55"
        />
        <Check
          aria-hidden
          strokeWidth={3}
          className="pointer-events-none absolute inset-0.5 size-4 text-on-action opacity-0 peer-checked:opacity-100"
        />
      </span>
      <span className="min-w-0">
        {label}
        {hint && <span className="block text-sm text-ink-soft">{hint}</span>}
      </span>
    </label>
  );
}
