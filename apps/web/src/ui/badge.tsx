import { cva, type VariantProps } from "class-variance-authority";
import { Ban, Check, CircleMinus, Hourglass, TriangleAlert, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";

const badgeClass = cva(
  "inline-flex min-h-6 items-center gap-1.5 rounded-full px-2.5 text-[0.8125rem] leading-5 font-medium whitespace-nowrap",
  {
    variants: {
      tone: {
        calm: "bg-calm-soft text-calm",
        action: "bg-action-soft text-action-ink",
        accent: "bg-accent-soft text-accent",
        good: "bg-good-soft text-good",
        waiting: "bg-waiting-soft text-waiting",
        late: "bg-late-soft text-late",
        bad: "bg-bad-soft text-bad",
      },
    },
    defaultVariants: { tone: "calm" },
  },
);

export type Tone = NonNullable<VariantProps<typeof badgeClass>["tone"]>;

interface BadgeProps {
  tone?: Tone;
  className?: string | undefined;
  children: ReactNode;
}

export function Badge({ tone, className, children }: BadgeProps) {
  return <span className={cn(badgeClass({ tone }), className)}>{children}</span>;
}

export type StatusTone = Extract<Tone, "good" | "waiting" | "late" | "bad" | "calm">;

const ICONS: Record<StatusTone, LucideIcon> = {
  good: Check,
  waiting: Hourglass,
  late: TriangleAlert,
  bad: Ban,
  calm: CircleMinus,
};

/** How something stands: by icon, by word and by colour, so that none of them is needed alone. */
export function StatusPill({
  tone,
  icon: Icon = ICONS[tone],
  className,
  children,
}: BadgeProps & { tone: StatusTone; icon?: LucideIcon }) {
  return (
    <span className={cn(badgeClass({ tone }), className)}>
      <Icon aria-hidden strokeWidth={2.4} className="size-3.5 shrink-0" />
      {children}
    </span>
  );
}
