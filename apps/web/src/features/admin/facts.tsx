import type { ReactNode } from "react";

/** What is known of one thing, as pairs. */
export function Facts({ items }: { items: readonly { label: string; value: ReactNode }[] }) {
  return (
    <dl className="grid grid-cols-1 gap-x-8 rounded-lg border border-line bg-surface px-5 py-2 sm:grid-cols-2">
      {items.map(({ label, value }) => (
        <div
          key={label}
          className="flex min-h-11 items-center justify-between gap-4 border-b border-line py-2 last:border-b-0 sm:[&:nth-last-child(2):nth-child(odd)]:border-b-0"
        >
          <dt className="shrink-0 text-sm text-ink-soft">{label}</dt>
          <dd className="min-w-0 text-right wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-8">
      <h2 className="mb-3 text-lg font-semibold">{title}</h2>
      {children}
    </section>
  );
}
