import type { Client } from "@odys/shared/clients/schema";
import { formatMoney } from "@odys/shared/kernel/money";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DateText, WhenText } from "../../../ui/when-text.tsx";

interface Props {
  client: Client;
  zone: string;
  now: string;
}

/** How it has gone so far, in facts: who missed twice is told as two dates, never as a kind of person. */
export function ClientFigures({ client, zone, now }: Props) {
  const t = useTranslations("clients");
  const locale = useLocale();
  const { visits, noShows, lastNoShowAt, cancellations, lastAt, nextAt, paid } = client;
  const date = (at: string) => <DateText at={at} zone={zone} now={now} />;
  return (
    <dl className="mb-8 grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line shadow-low sm:grid-cols-4">
      <Figure
        label={t("figures.next")}
        note={!nextAt && t("figures.nothingAhead")}
        value={nextAt ? <WhenText at={nextAt} zone={zone} now={now} /> : "–"}
      />
      <Figure
        label={t("figures.visits")}
        value={visits}
        note={lastAt && t.rich("figures.last", { when: () => date(lastAt) })}
      />
      <Figure
        label={t("figures.noShows")}
        value={noShows}
        note={
          lastNoShowAt
            ? t.rich("figures.last", { when: () => date(lastNoShowAt) })
            : cancellations > 0 && t("figures.cancellations", { count: cancellations })
        }
      />
      <Figure
        label={t("figures.paid")}
        value={paid.length > 0 ? paid.map((one) => formatMoney(one, locale)).join(" + ") : "–"}
        note={paid.length === 0 && t("figures.nothingPaid")}
      />
    </dl>
  );
}

function Figure({ label, value, note }: { label: string; value: ReactNode; note?: ReactNode }) {
  return (
    <div className="bg-surface p-4">
      <dt className="text-sm text-ink-soft">{label}</dt>
      <dd className="mt-1">
        <span className="block text-lg font-semibold tabular-nums first-letter:uppercase">
          {value}
        </span>
        {note && <span className="block text-sm text-ink-soft">{note}</span>}
      </dd>
    </div>
  );
}
