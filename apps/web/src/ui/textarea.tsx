"use client";

import type { ComponentProps } from "react";
import { cn } from "./cn.ts";
import { controlClass } from "./control-class.ts";
import { useFieldControl } from "./field.tsx";

/** Grows with its text where the browser can, up to a third of the screen. */
export function Textarea({ className, rows = 3, ...props }: ComponentProps<"textarea">) {
  return (
    <textarea
      rows={rows}
      {...props}
      {...useFieldControl(props)}
      className={cn(controlClass, "field-sizing-content max-h-[34dvh] min-h-24 py-2.5", className)}
    />
  );
}
