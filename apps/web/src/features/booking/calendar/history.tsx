"use client";

import type { History } from "@odys/shared/booking/life-schema";
import { useTranslations } from "next-intl";
import { api } from "../../../trpc/client.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { WhenText } from "../../../ui/when-text.tsx";
import { useSentence } from "../../accounts/problem.ts";
import { useWhen } from "./taken-note.tsx";

interface Props {
  id: string;
  zone: string;
  now: string;
}

/** What happened to it, who did that and when: the latest first, as people ask. */
export function AppointmentHistory({ id, zone, now }: Props) {
  const common = useTranslations("common");
  const sentence = useSentence();
  const history = api.booking.getHistory.useQuery({ id });
  if (history.isError) return <p className="text-ink-soft">{sentence(history.error)}</p>;
  if (!history.data)
    return (
      <output aria-label={common("loading")} className="grid gap-2">
        <Skeleton className="h-5 w-3/4" />
        <Skeleton className="h-5 w-1/2" />
      </output>
    );
  return (
    <ol className="grid gap-3">
      {history.data.items.toReversed().map((item, index) => (
        <Step key={history.data.items.length - index} item={item} zone={zone} now={now} />
      ))}
    </ol>
  );
}

function Step({ item, zone, now }: { item: History["items"][number] } & Omit<Props, "id">) {
  const t = useTranslations("calendar.history");
  const when = useWhen(zone, now);
  const { what, by, at, from, to, reason } = item;
  const times = { from: from ? when(from) : "", to: to ? when(to) : "" };
  return (
    <li>
      <span className="block">{t(`what.${what}`, times)}</span>
      {reason && <span className="block whitespace-pre-line text-ink-soft">“{reason}”</span>}
      <span className="block text-sm text-ink-soft">
        {t(`by.${by}`)}, <WhenText at={at} zone={zone} now={now} />
      </span>
    </li>
  );
}
