import type { ComponentProps, ReactNode } from "react";

interface Props extends Omit<ComponentProps<"input">, "type" | "children"> {
  children: ReactNode;
}

/** One of many short choices that stand side by side; a native radio, so arrows move between them. */
export function RadioPill({ children, ...props }: Props) {
  return (
    <label className="relative inline-flex min-h-11 items-center rounded-full border border-line-strong bg-surface px-4 text-[0.9375rem] whitespace-nowrap hover:border-ink-soft has-checked:border-action has-checked:bg-action has-checked:text-on-action has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus">
      <input
        type="radio"
        {...props}
        className="absolute inset-0 appearance-none rounded-full outline-none"
      />
      {children}
    </label>
  );
}
