import type { ClientSummary } from "@odys/shared/clients/schema";
import { CalendarClock, ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Avatar } from "../../../ui/avatar.tsx";
import { maskPhone } from "../../../ui/phone-mask.ts";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { DateText, WhenText } from "../../../ui/when-text.tsx";
import { byLetter } from "./letters.ts";

interface Props {
  people: readonly ClientSummary[];
  zone: string;
  now: string;
}

/** Clients under their letters, each with what comes next and what was last. */
export function ClientRows({ people, zone, now }: Props) {
  return byLetter(people).map(({ letter, people: some }) => (
    <section
      key={letter}
      aria-label={letter}
      className="mb-3 sm:grid sm:grid-cols-[1.75rem_minmax(0,1fr)]"
    >
      <h2 aria-hidden className="mb-1 px-1 text-sm font-semibold text-ink-soft sm:pt-5">
        {letter}
      </h2>
      <ul className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface shadow-low">
        {some.map((client) => (
          <li key={client.id}>
            <Row client={client} zone={zone} now={now} />
          </li>
        ))}
      </ul>
    </section>
  ));
}

function Row({ client, zone, now }: { client: ClientSummary; zone: string; now: string }) {
  const t = useTranslations("clients");
  const { id, name, phone, nextAt, lastAt, visits } = client;
  const ahead = nextAt ? (
    <span className="inline-flex items-center gap-1.5 font-medium text-action-ink">
      <CalendarClock aria-hidden className="size-4" />
      <span className="sr-only">{t("nextIs")}</span>
      <WhenText at={nextAt} zone={zone} now={now} />
    </span>
  ) : (
    lastAt && (
      <span className="text-ink-soft">
        {t.rich("lastWas", { when: () => <DateText at={lastAt} zone={zone} now={now} /> })}
      </span>
    )
  );
  return (
    <Link
      href={`/dashboard/clients/${id}`}
      className="flex min-h-16 items-center gap-3 px-3 py-2.5 hover:bg-sunken focus-visible:-outline-offset-2 sm:px-4"
    >
      <Avatar name={name} size="sm" />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{name}</span>
        <span className="block truncate text-sm text-ink-soft tabular-nums">
          {maskPhone(phone)}
        </span>
        {ahead && <span className="mt-0.5 block text-sm sm:hidden">{ahead}</span>}
      </span>
      <span className="shrink-0 text-right text-sm max-sm:hidden">
        {ahead}
        <span className="block text-ink-soft">{t("visits", { count: visits })}</span>
      </span>
      <ChevronRight aria-hidden className="size-5 shrink-0 text-ink-faint" />
    </Link>
  );
}

export function ClientRowsSkeleton() {
  return (
    <div aria-hidden>
      <Skeleton className="mb-2 h-4 w-4" />
      <div className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface">
        {["first", "second", "third", "fourth", "fifth"].map((row) => (
          <div key={row} className="flex min-h-16 items-center gap-3 px-4">
            <Skeleton className="size-8 rounded-full" />
            <div className="grid flex-1 gap-1.5">
              <Skeleton className="w-2/5" />
              <Skeleton className="h-3 w-1/4" />
            </div>
            <Skeleton className="w-20" />
          </div>
        ))}
      </div>
    </div>
  );
}
