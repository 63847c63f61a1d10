"use client";

import type { ComponentProps } from "react";
import { cn } from "./cn.ts";
import { controlClass } from "./control-class.ts";
import { useFieldControl } from "./field.tsx";

export function Input({ className, ...props }: ComponentProps<"input">) {
  return (
    <input
      {...props}
      {...useFieldControl(props)}
      className={cn(controlClass, "h-11 read-only:bg-sunken", className)}
    />
  );
}
