import { Ban, Check, CircleMinus, Hourglass } from "lucide-react";
import type { ReactNode, RefObject } from "react";

export type Tone = "good" | "waiting" | "bad" | "calm";

const STAMP: Record<Tone, string> = {
  good: "bg-good-soft text-good",
  waiting: "bg-waiting-soft text-waiting",
  bad: "bg-bad-soft text-bad",
  calm: "bg-calm-soft text-calm",
};
const INK: Record<Tone, string> = {
  good: "text-good",
  waiting: "text-waiting",
  bad: "text-bad",
  calm: "text-ink-soft",
};
const ICON = { good: Check, waiting: Hourglass, bad: Ban, calm: CircleMinus };

interface Props {
  /** How it stands: as a sign, a colour and words. */
  tone: Tone;
  title: string;
  text: string;
  /** The page's own heading, where nothing else is. */
  as?: "h1" | "h2";
  heading?: RefObject<HTMLHeadingElement | null>;
  /** What was agreed. */
  children: ReactNode;
  /** What happens next. */
  foot?: ReactNode;
}

/** An appointment as one can point at it, and keep it as a picture. */
export function Ticket({ tone, title, text, as: Heading = "h2", heading, children, foot }: Props) {
  const Icon = ICON[tone];
  return (
    <div className="overflow-hidden rounded-xl border border-line bg-surface shadow-raised">
      <div className="flex items-center gap-4 border-b border-dashed border-line-strong px-5 py-5">
        <span
          aria-hidden
          className={`flex size-12 shrink-0 items-center justify-center rounded-full ${STAMP[tone]}`}
        >
          <Icon className="size-6" strokeWidth={tone === "waiting" ? 2 : 2.6} />
        </span>
        <div className="min-w-0">
          <Heading
            ref={heading}
            tabIndex={-1}
            className="font-display text-2xl leading-tight font-bold tracking-tight outline-none"
          >
            {title}
          </Heading>
          <p className={`font-medium text-pretty ${INK[tone]}`}>{text}</p>
        </div>
      </div>
      <div className="px-5 py-5">{children}</div>
      {foot && <div className="bg-sunken px-5 py-4 text-sm">{foot}</div>}
    </div>
  );
}
