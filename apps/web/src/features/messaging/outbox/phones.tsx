"use client";

import { ArrowLeft, MessageCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { api } from "../../../trpc/client.tsx";
import { useSentence } from "../../accounts/problem.ts";
import { Button } from "../../../ui/button.tsx";
import { cn } from "../../../ui/cn.ts";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { EmptyState, ErrorState } from "../../../ui/states.tsx";
import { WhenText } from "../../../ui/when-text.tsx";
import { Phone, phoneName } from "./phone.tsx";

const REFRESH_MS = 3000;

/** Everybody to whom Odys has written by WhatsApp, and the phone of one of them. */
export function Phones({ zone, now }: { zone: string; now: string }) {
  const t = useTranslations("outbox.phone");
  const common = useTranslations("common");
  const sentence = useSentence();
  const [chosen, setChosen] = useState<string | null>(null);
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (chosen !== null) panel.current?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  const phones = api.messaging.listPhones.useQuery({}, { refetchInterval: REFRESH_MS });
  if (phones.isPending) return <Skeleton className="h-96 rounded-lg" />;
  if (phones.isError)
    return (
      <ErrorState
        title={t("failed")}
        text={sentence(phones.error)}
        action={<Button onClick={() => void phones.refetch()}>{common("retry")}</Button>}
      />
    );
  const open = chosen ?? phones.data[0]?.recipient;
  if (open === undefined)
    return <EmptyState icon={<MessageCircle />} title={t("empty")} text={t("emptyText")} />;
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[22rem_minmax(0,1fr)]">
      <ul
        aria-label={t("phones")}
        className={cn(
          "min-w-0 divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface",
          chosen !== null && "max-lg:hidden",
        )}
      >
        {phones.data.map(({ recipient, lastText, lastAt }) => (
          <li key={recipient}>
            <button
              type="button"
              aria-current={recipient === open}
              onClick={() => setChosen(recipient)}
              className="block w-full px-4 py-3 text-left -outline-offset-2 hover:bg-sunken lg:aria-[current=true]:bg-action-soft"
            >
              <span className="flex items-baseline justify-between gap-3">
                <span className="min-w-0 truncate font-medium tabular-nums">
                  {phoneName(recipient)}
                </span>
                <span className="shrink-0 text-sm text-ink-soft">
                  <WhenText at={lastAt} zone={zone} now={now} />
                </span>
              </span>
              <span className="block truncate text-sm text-ink-soft">{plain(lastText)}</span>
            </button>
          </li>
        ))}
      </ul>
      <div
        ref={panel}
        className={cn("min-w-0 scroll-mt-2 lg:sticky lg:top-6", chosen === null && "max-lg:hidden")}
      >
        <Button variant="quiet" className="mb-2 -ml-3 lg:hidden" onClick={() => setChosen(null)}>
          <ArrowLeft aria-hidden />
          {common("back")}
        </Button>
        {/* Anew when it is opened: what is not shown has no end to scroll to. */}
        <Phone key={chosen ?? "first"} recipient={open} zone={zone} />
      </div>
    </div>
  );
}

/** One line of it: the frame, which is the same everywhere, is left out. */
function plain(text: string): string {
  const [first = "", ...rest] = text.split("\n\n");
  return (rest.length > 0 && /^[_[]/.test(first) ? rest : [first, ...rest])
    .join(" ")
    .replace(/[*_]/g, "");
}
