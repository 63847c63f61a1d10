import type { ReactNode } from "react";

interface Props {
  title: ReactNode;
  lead?: ReactNode;
  icon?: ReactNode;
  /** Under the card: where else one may want to go. */
  footer?: ReactNode;
  children?: ReactNode;
}

/** One question in the middle of a quiet page; on a phone the page itself is the card. */
export function AuthCard({ title, lead, icon, footer, children }: Props) {
  return (
    <div className="mx-auto w-full max-w-[28rem] px-5 pt-6 pb-16 sm:pt-12">
      <div className="sm:rounded-xl sm:border sm:border-line sm:bg-surface sm:p-8 sm:shadow-raised">
        {icon && (
          <span
            aria-hidden
            className="mb-5 inline-flex size-13 items-center justify-center rounded-full bg-action-soft text-action-ink [&_svg]:size-6"
          >
            {icon}
          </span>
        )}
        <h1 className="font-display text-[1.75rem] leading-9 font-bold tracking-tight">{title}</h1>
        {lead && <p className="mt-2 text-ink-soft">{lead}</p>}
        {children && <div className="mt-7">{children}</div>}
      </div>
      {footer && <div className="mt-6 sm:px-8">{footer}</div>}
    </div>
  );
}
