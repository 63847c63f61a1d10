import { type ReactNode, useId } from "react";

interface Props {
  /** What the list of sections and other pages link to. */
  id: string;
  title: ReactNode;
  lead?: ReactNode;
  children: ReactNode;
}

/** One matter of the settings: what it is at the left, its controls at the right; stacked on a phone. */
export function Section({ id, title, lead, children }: Props) {
  const headingId = useId();
  return (
    <section
      id={id}
      aria-labelledby={headingId}
      className="grid scroll-mt-16 gap-x-10 gap-y-5 border-t border-line py-8 first:border-0 first:pt-0 lg:grid-cols-[15rem_minmax(0,1fr)]"
    >
      <div>
        <h2 id={headingId} className="text-lg font-semibold">
          {title}
        </h2>
        {lead && <p className="mt-1 text-[0.9375rem] text-ink-soft">{lead}</p>}
      </div>
      <div className="min-w-0 max-w-xl">{children}</div>
    </section>
  );
}
