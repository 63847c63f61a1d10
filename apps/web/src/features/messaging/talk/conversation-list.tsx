"use client";

import type { ConversationSummary } from "@odys/shared/messaging/conversation-schema";
import { MessagesSquare, Paperclip, Search } from "lucide-react";
import Link from "next/link";
import { useSelectedLayoutSegment } from "next/navigation";
import { useTranslations } from "next-intl";
import { useDeferredValue, useState } from "react";
import { api } from "../../../trpc/client.tsx";
import { Avatar } from "../../../ui/avatar.tsx";
import { Button } from "../../../ui/button.tsx";
import { cn } from "../../../ui/cn.ts";
import { Input } from "../../../ui/input.tsx";
import { CountBadge } from "../../../ui/shell/count-badge.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { EmptyState, ErrorState } from "../../../ui/states.tsx";
import { DateText, TimeText } from "../../../ui/when-text.tsx";
import { localDay } from "../../../ui/when.ts";
import { useSentence } from "../../accounts/problem.ts";
import { type TalkPlace, threadPath } from "./talk-place.ts";

interface Props {
  place: TalkPlace;
  /** Zone in which days are read. */
  zone: string;
  now: string;
}

/** With whom one talks, who wrote last first. A professional also finds whoever they have not written to. */
export function ConversationList({ place, zone, now }: Props) {
  const t = useTranslations("messages");
  const [query, setQuery] = useState("");
  const asked = useDeferredValue(query.trim());
  return (
    <div className="flex h-full flex-col">
      <div className="px-4 pt-2 pb-3 lg:pt-6">
        <h1 className="text-2xl font-semibold tracking-tight">{t("title")}</h1>
        {place.side === "professional" && (
          <div className="relative mt-3">
            <Search
              aria-hidden
              className="pointer-events-none absolute top-3 left-3 size-5 text-ink-faint"
            />
            <Input
              type="search"
              value={query}
              onChange={({ target }) => setQuery(target.value)}
              aria-label={t("search")}
              placeholder={t("search")}
              className="pl-10"
            />
          </div>
        )}
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-2 pb-4">
        {asked === "" ? (
          <Conversations place={place} zone={zone} now={now} />
        ) : (
          <People place={place} query={asked} />
        )}
      </div>
    </div>
  );
}

function Conversations({ place, zone, now }: Props) {
  const t = useTranslations("messages");
  const common = useTranslations("common");
  const sentence = useSentence();
  const list = api.messaging.listConversations.useInfiniteQuery(
    { side: place.side },
    { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
  );
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.isPending) return <RowsSkeleton />;
  if (list.isError)
    return (
      <ErrorState
        title={t("failed")}
        text={sentence(list.error)}
        action={<Button onClick={() => void list.refetch()}>{common("retry")}</Button>}
      />
    );
  if (items.length === 0)
    return (
      <EmptyState
        icon={<MessagesSquare />}
        title={t("empty")}
        text={t(place.side === "professional" ? "emptyText" : "emptyTextClient")}
      />
    );
  return (
    <>
      <ul aria-label={t("title")}>
        {items.map((item) => (
          <li key={item.clientId}>
            <Row item={item} place={place} zone={zone} now={now} />
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <Button
          className="mt-2"
          variant="quiet"
          wide
          busy={list.isFetchingNextPage && common("loading")}
          onClick={() => void list.fetchNextPage()}
        >
          {common("loadMore")}
        </Button>
      )}
    </>
  );
}

const ROW =
  "flex min-h-16 items-center gap-3 rounded-md px-2 py-2 hover:bg-sunken aria-[current=page]:bg-action-soft";

function Row({ item, place, zone, now }: Props & { item: ConversationSummary }) {
  const t = useTranslations("messages");
  const current = useSelectedLayoutSegment() === item.clientId;
  const { name, pictureUrl, lastMessageAt, unread } = item;
  return (
    <Link
      href={threadPath(place, item.clientId)}
      aria-current={current ? "page" : undefined}
      className={ROW}
    >
      <Avatar name={name} picture={pictureUrl} />
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2">
          <span
            className={cn("min-w-0 flex-1 truncate", unread > 0 ? "font-semibold" : "font-medium")}
          >
            {name}
          </span>
          {lastMessageAt && (
            <span
              className={cn(
                "shrink-0 text-xs tabular-nums",
                unread > 0 ? "font-medium text-accent" : "text-ink-soft",
              )}
            >
              <ListTime at={lastMessageAt} zone={zone} now={now} />
            </span>
          )}
        </span>
        <span className="mt-0.5 flex items-center gap-2">
          <span
            className={cn(
              "min-w-0 flex-1 truncate text-sm",
              unread > 0 ? "text-ink" : "text-ink-soft",
            )}
          >
            <Preview item={item} side={place.side} />
          </span>
          <CountBadge count={unread} label={t("unread", { count: unread })} />
        </span>
      </span>
    </Link>
  );
}

function Preview({ item, side }: { item: ConversationSummary; side: TalkPlace["side"] }) {
  const t = useTranslations("messages");
  const { last } = item;
  if (!last) return t("writeFirst");
  const own = last.author === side;
  return (
    <>
      {own && <span className="text-ink-soft">{t("you")}: </span>}
      {last.kind === "file" && (
        <Paperclip aria-hidden className="mr-1 inline size-3.5 align-[-0.125em]" />
      )}
      {last.kind === "file" ? (last.fileName ?? t("file")) : last.text}
    </>
  );
}

/** The time of today, the day of everything before. */
function ListTime({ at, zone, now }: { at: string; zone: string; now: string }) {
  if (localDay(at, zone) === localDay(now, zone)) return <TimeText at={at} zone={zone} />;
  return <DateText at={at} zone={zone} now={now} />;
}

/** Clients by name or number, to begin a conversation or find one. */
function People({ place, query }: { place: TalkPlace; query: string }) {
  const t = useTranslations("messages");
  const found = api.clients.list.useQuery(
    { query, limit: 20 },
    { placeholderData: (before) => before },
  );
  const current = useSelectedLayoutSegment();
  if (found.isPending) return <RowsSkeleton />;
  const people = found.data?.items ?? [];
  if (people.length === 0)
    return <EmptyState title={t("nobody", { query })} text={t("nobodyText")} />;
  return (
    <ul aria-label={t("people")}>
      {people.map(({ id, name }) => (
        <li key={id}>
          <Link
            href={threadPath(place, id)}
            aria-current={current === id ? "page" : undefined}
            className={ROW}
          >
            <Avatar name={name} />
            <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function RowsSkeleton() {
  return (
    <div className="grid gap-3 px-2 pt-2" aria-hidden>
      {[1, 2, 3, 4].map((row) => (
        <div key={row} className="flex items-center gap-3">
          <Skeleton className="size-11 rounded-full" />
          <div className="grid flex-1 gap-2">
            <Skeleton className="h-4 w-1/2" />
            <Skeleton className="h-3 w-4/5" />
          </div>
        </div>
      ))}
    </div>
  );
}
