import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";

interface Props {
  title: ReactNode;
  /** Which heading the title is: h1 when the state is the whole page. */
  heading?: "h1" | "h2" | "h3" | "p";
  /** What to do now. */
  text?: ReactNode;
  icon?: ReactNode;
  /** The way on: a button or a link. */
  action?: ReactNode;
  className?: string;
}

function State({ title, heading: Heading = "p", text, icon, action, className }: Props) {
  return (
    <div
      className={cn(
        "mx-auto flex max-w-md flex-col items-center px-4 py-12 text-center",
        className,
      )}
    >
      {icon && (
        <span aria-hidden className="mb-4 text-ink-faint [&_svg]:size-8 [&_svg]:stroke-[1.5]">
          {icon}
        </span>
      )}
      <Heading className="text-lg font-semibold text-balance">{title}</Heading>
      {text && <p className="mt-1 text-ink-soft text-pretty">{text}</p>}
      {action && <div className="mt-5">{action}</div>}
    </div>
  );
}

/** Nothing here yet, and what to do about it. */
export function EmptyState(props: Props) {
  return <State {...props} />;
}

/** What happened, and what to do. Announced when it appears. */
export function ErrorState({ icon = <CircleAlert />, ...props }: Props) {
  return (
    <div role="alert">
      <State icon={icon} {...props} />
    </div>
  );
}
