import { cn } from "./cn.ts";

/** The shape of what is coming. Put it in the real layout, with `aria-busy` on the region around it. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span aria-hidden className={cn("block h-4 animate-pulse rounded-sm bg-line", className)} />
  );
}
