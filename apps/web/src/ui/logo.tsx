import { cn } from "./cn.ts";

/**
 * The sign: an O that is the face of a day, one hour of it taken.
 * The same drawing stands in app/icon.svg.
 */
function LogoMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden className={cn("size-8 shrink-0", className)}>
      <path
        d="M19.3 4.4a12 12 0 1 0 8.3 8.3"
        fill="none"
        stroke="var(--action-ink)"
        strokeWidth="5.2"
        strokeLinecap="round"
      />
      <circle cx="25.2" cy="6.8" r="4.1" fill="var(--accent)" />
    </svg>
  );
}

export function Wordmark({ className }: { className?: string }) {
  return (
    <span className={cn("inline-flex items-center gap-2", className)}>
      <LogoMark className="size-7" />
      <span className="font-display text-[1.375rem] leading-none font-bold tracking-tight">
        Odys
      </span>
    </span>
  );
}
