import type { ComponentProps } from "react";
import { cn } from "./cn.ts";

/** A thing one can point at. Not a way to group text: space does that. */
export function Card({ className, ...rest }: ComponentProps<"div">) {
  return (
    <div
      className={cn("rounded-lg border border-line bg-surface p-5 shadow-low", className)}
      {...rest}
    />
  );
}
