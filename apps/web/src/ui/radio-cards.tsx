"use client";

import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn.ts";

export interface RadioCardOption {
  value: string;
  label: ReactNode;
  detail?: ReactNode;
  /** At the end of the line: a price, a badge. */
  aside?: ReactNode;
  disabled?: boolean;
}

interface Props extends Omit<
  ComponentProps<"input">,
  "type" | "value" | "defaultValue" | "onChange"
> {
  name: string;
  options: readonly RadioCardOption[];
  value?: string | undefined;
  defaultValue?: string | undefined;
  onValueChange?: (value: string) => void;
}

/** One of a few, each with room to explain itself. Stands inside a `<Field group>`. */
export function RadioCards({
  options,
  value,
  defaultValue,
  onValueChange,
  className,
  ...rest
}: Props) {
  return (
    <div className={cn("grid gap-2", className)}>
      {options.map((option) => (
        <label
          key={option.value}
          className="flex min-h-14 items-center gap-3 rounded-md border border-line bg-surface px-4 py-3 hover:border-line-strong has-checked:border-action has-checked:bg-action-soft has-checked:shadow-[inset_0_0_0_1px_var(--action)] has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus has-disabled:opacity-55"
        >
          <input
            type="radio"
            {...rest}
            value={option.value}
            disabled={option.disabled}
            {...(value === undefined
              ? { defaultChecked: defaultValue === option.value }
              : { checked: value === option.value })}
            onChange={() => onValueChange?.(option.value)}
            className="size-5 shrink-0 appearance-none rounded-full border border-line-strong bg-surface outline-none checked:border-[6px] checked:border-action"
          />
          <span className="min-w-0 flex-1">
            <span className="block font-medium">{option.label}</span>
            {option.detail && <span className="block text-sm text-ink-soft">{option.detail}</span>}
          </span>
          {option.aside && <span className="shrink-0 tabular-nums">{option.aside}</span>}
        </label>
      ))}
    </div>
  );
}
