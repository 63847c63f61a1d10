"use client";

import { ArrowLeft, Inbox } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { api } from "../../../trpc/client.tsx";
import { useSentence } from "../../accounts/problem.ts";
import { Button } from "../../../ui/button.tsx";
import { cn } from "../../../ui/cn.ts";
import { Field } from "../../../ui/field.tsx";
import { Input } from "../../../ui/input.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { EmptyState, ErrorState } from "../../../ui/states.tsx";
import { WhenText } from "../../../ui/when-text.tsx";
import { Letter, type LocalMessage } from "./letter.tsx";

const REFRESH_MS = 3000;

interface Props {
  zone: string;
  now: string;
}

/** The mails that left through the local driver, as their readers would see them. */
export function LocalMailbox({ zone, now }: Props) {
  const t = useTranslations("outbox");
  const common = useTranslations("common");
  const sentence = useSentence();
  const [recipient, setRecipient] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const list = api.messaging.listLocalMessages.useInfiniteQuery(
    { channel: "mail" },
    { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined, refetchInterval: REFRESH_MS },
  );
  const all = list.data?.pages.flatMap((page) => page.items) ?? [];
  const items = all.filter((item) => item.recipient.includes(recipient.trim().toLowerCase()));
  const open = items.find(({ id }) => id === chosen) ?? items[0];
  return (
    <>
      {list.isPending && <Skeleton className="h-96 rounded-lg" />}
      {list.isError && (
        <ErrorState
          title={t("failed")}
          text={sentence(list.error)}
          action={<Button onClick={() => void list.refetch()}>{common("retry")}</Button>}
        />
      )}
      {list.isSuccess && all.length === 0 && (
        <EmptyState icon={<Inbox />} title={t("empty")} text={t("emptyText")} />
      )}
      {all.length > 0 && (
        <div className="grid items-start gap-6 lg:grid-cols-[22rem_minmax(0,1fr)]">
          <div className={cn("grid min-w-0 gap-3", chosen !== null && "max-lg:hidden")}>
            <Field label={t("filter")} hideLabel>
              <Input
                type="search"
                placeholder={t("filter")}
                value={recipient}
                onChange={({ currentTarget }) => setRecipient(currentTarget.value)}
              />
            </Field>
            {items.length > 0 && (
              <ul
                aria-label={t("title")}
                className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface"
              >
                {items.map((item) => (
                  <li key={item.id}>
                    <MailRow
                      mail={item}
                      zone={zone}
                      now={now}
                      current={item.id === open?.id}
                      onOpen={() => setChosen(item.id)}
                    />
                  </li>
                ))}
              </ul>
            )}
            {list.hasNextPage && (
              <Button
                variant="secondary"
                busy={list.isFetchingNextPage && common("loading")}
                onClick={() => void list.fetchNextPage()}
              >
                {common("loadMore")}
              </Button>
            )}
          </div>
          {open ? (
            <div className={cn("min-w-0 lg:sticky lg:top-6", chosen === null && "max-lg:hidden")}>
              <Button
                variant="quiet"
                className="mb-2 -ml-3 lg:hidden"
                onClick={() => setChosen(null)}
              >
                <ArrowLeft aria-hidden />
                {common("back")}
              </Button>
              <Letter mail={open} zone={zone} now={now} />
            </div>
          ) : (
            <EmptyState title={t("noMatch")} />
          )}
        </div>
      )}
    </>
  );
}

interface RowProps extends Props {
  mail: LocalMessage;
  current: boolean;
  onOpen: () => void;
}

function MailRow({ mail, zone, now, current, onOpen }: RowProps) {
  return (
    <button
      type="button"
      aria-current={current}
      onClick={onOpen}
      className="block w-full px-4 py-3 text-left -outline-offset-2 hover:bg-sunken lg:aria-[current=true]:bg-action-soft"
    >
      <span className="flex items-baseline justify-between gap-3">
        <span className="min-w-0 truncate font-medium">{mail.subject}</span>
        <span className="shrink-0 text-sm text-ink-soft">
          <WhenText at={mail.createdAt} zone={zone} now={now} />
        </span>
      </span>
      <span className="block truncate text-sm text-ink-soft">{mail.recipient}</span>
    </button>
  );
}
