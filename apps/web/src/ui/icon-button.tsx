import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn.ts";

interface Props extends Omit<ComponentProps<"button">, "children" | "type"> {
  /** What it does, for those who do not see the icon, and as a tooltip for those who do. */
  label: string;
  icon: ReactNode;
}

export const iconButtonClass =
  "relative inline-flex size-11 shrink-0 items-center justify-center rounded-md text-ink-soft transition-colors duration-100 hover:bg-sunken hover:text-ink disabled:opacity-50 [&_svg]:size-5";

export function IconButton({ label, icon, className, ...rest }: Props) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={cn(iconButtonClass, className)}
      {...rest}
    >
      {icon}
    </button>
  );
}
