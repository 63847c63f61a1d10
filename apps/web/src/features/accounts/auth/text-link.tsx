import Link from "next/link";
import type { ComponentProps } from "react";
import { cn } from "../../../ui/cn.ts";

/** A link within a sentence, underlined so that colour is not needed to see it. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      className={cn(
        "-my-2.5 inline-flex min-h-11 items-center rounded-sm font-medium text-action-ink underline decoration-1 underline-offset-4 hover:decoration-2",
        className,
      )}
      {...rest}
    />
  );
}
