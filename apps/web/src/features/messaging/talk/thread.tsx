"use client";

import type { Conversation } from "@odys/shared/messaging/conversation-schema";
import { ChevronLeft } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { api } from "../../../trpc/client.tsx";
import { Avatar } from "../../../ui/avatar.tsx";
import { Button } from "../../../ui/button.tsx";
import { iconButtonClass } from "../../../ui/icon-button.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { ErrorState } from "../../../ui/states.tsx";
import { useSeen } from "../../../ui/use-seen.ts";
import { useSentence } from "../../accounts/problem.ts";
import { Composer } from "./composer.tsx";
import { ReachNote } from "./reach-note.tsx";
import type { TalkPlace } from "./talk-place.ts";
import { ThreadMessages } from "./thread-messages.tsx";
import { useOutgoing } from "./use-thread.ts";

interface Props {
  clientId: string;
  place: TalkPlace;
  now: string;
}

/** One conversation: with whom, what was said, and where one goes on. */
export function Thread({ clientId, place, now }: Props) {
  const t = useTranslations("messages");
  const common = useTranslations("common");
  const sentence = useSentence();
  const query = api.messaging.getConversation.useInfiniteQuery(
    { clientId },
    { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
  );
  const outgoing = useOutgoing(clientId);
  const [head] = query.data?.pages ?? [];
  useReading(clientId, head);
  if (query.isError && !head)
    return (
      <ErrorState
        heading="h1"
        title={t("failedOne")}
        text={sentence(query.error)}
        action={<Button onClick={() => void query.refetch()}>{common("retry")}</Button>}
      />
    );
  if (!head) return <ThreadSkeleton />;
  const messages = query.data?.pages.flatMap(({ items }) => items).toReversed() ?? [];
  return (
    <section aria-label={head.name} className="flex h-full flex-col">
      <Header head={head} place={place} />
      <ThreadMessages
        messages={messages}
        head={head}
        now={now}
        outgoing={outgoing}
        more={
          query.hasNextPage && (
            <Button
              variant="quiet"
              size="sm"
              busy={query.isFetchingNextPage && common("loading")}
              onClick={() => void query.fetchNextPage()}
            >
              {t("older")}
            </Button>
          )
        }
      />
      <ReachNote head={head} place={place} now={now} />
      {head.open && <Composer clientId={clientId} name={head.name} outgoing={outgoing} />}
    </section>
  );
}

/** Says that what is in sight has been read, as long as somebody looks. */
function useReading(clientId: string, head: Conversation | undefined): void {
  const seen = useSeen();
  const utils = api.useUtils();
  const { mutate } = api.messaging.markConversationRead.useMutation({
    onSuccess: ({ count }) => void (count > 0 && utils.messaging.invalidate()),
  });
  const unread = head?.unread ?? 0;
  const upTo = head?.items[0]?.id;
  useEffect(() => {
    if (seen && unread > 0 && upTo) mutate({ clientId, upTo });
  }, [seen, unread, upTo, clientId, mutate]);
}

function Header({ head, place }: { head: Conversation; place: TalkPlace }) {
  const t = useTranslations("messages");
  const { name, pictureUrl, slug, clientId } = head;
  const about = place.side === "professional" ? `/dashboard/clients/${clientId}` : `/p/${slug}`;
  return (
    <header className="flex min-h-15 items-center gap-1 border-b border-line px-2 lg:px-4">
      <Link href={place.base} aria-label={t("back")} className={`${iconButtonClass} lg:hidden`}>
        <ChevronLeft aria-hidden />
      </Link>
      <Link
        href={about}
        title={t(place.side === "professional" ? "toClient" : "toPage")}
        className="flex min-h-11 min-w-0 flex-1 items-center gap-3 rounded-md px-1 hover:bg-sunken"
      >
        <Avatar name={name} picture={pictureUrl} size="sm" />
        <h2 className="truncate text-lg font-semibold">{name}</h2>
      </Link>
    </header>
  );
}

function ThreadSkeleton() {
  return (
    <div className="flex h-full flex-col justify-end gap-3 p-4" aria-hidden>
      <Skeleton className="h-14 w-3/5 rounded-lg" />
      <Skeleton className="ml-auto h-10 w-2/5 rounded-lg" />
      <Skeleton className="h-10 w-1/2 rounded-lg" />
      <Skeleton className="mt-4 h-11 rounded-md" />
    </div>
  );
}
