import type { ComponentProps } from "react";
import { buttonClass, type ButtonLook } from "./button-class.ts";
import { cn } from "./cn.ts";
import { Spinner } from "./spinner.tsx";

export interface ButtonProps extends ComponentProps<"button">, ButtonLook {
  /** While something runs: the words that say what ("Salvando…"). The button keeps its focus. */
  busy?: string | false | undefined;
}

export function Button({
  variant,
  size,
  wide,
  busy,
  className,
  children,
  onClick,
  type = "button",
  ...rest
}: ButtonProps) {
  const look = cn(buttonClass({ variant, size, wide }), className);
  if (!busy)
    return (
      // oxlint-disable-next-line react/button-has-type -- the type is a prop with a default
      <button type={type} className={look} onClick={onClick} {...rest}>
        {children}
      </button>
    );
  return (
    // Not `disabled`: that would drop the keyboard's focus on the floor. A button that submits nothing instead.
    <button type="button" className={look} {...rest} aria-disabled aria-live="polite">
      <Spinner />
      {busy}
    </button>
  );
}
