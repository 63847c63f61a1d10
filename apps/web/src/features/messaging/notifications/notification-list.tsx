"use client";

import type { NotificationDto } from "@odys/shared/messaging/schema";
import {
  Bell,
  CalendarCheck,
  CalendarClock,
  CalendarSync,
  CalendarX,
  ChevronRight,
  BellRing,
  CircleGauge,
  MessageCircle,
  Wallet,
  type LucideIcon,
  Unplug,
} from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { api } from "../../../trpc/client.tsx";
import { useSentence } from "../../accounts/problem.ts";
import { Button } from "../../../ui/button.tsx";
import { cn } from "../../../ui/cn.ts";
import { PageHeader } from "../../../ui/page-header.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { EmptyState, ErrorState } from "../../../ui/states.tsx";
import { useNotify } from "../../../ui/toast.tsx";
import { localDay } from "../../../ui/when.ts";
import { WhenText } from "../../../ui/when-text.tsx";
import { NotificationText } from "./notification-text.tsx";

const ICONS: Record<NotificationDto["type"], LucideIcon> = {
  booking_requested: CalendarClock,
  booking_confirmed: CalendarCheck,
  booking_rejected: CalendarX,
  booking_cancelled: CalendarX,
  booking_moved: CalendarSync,
  plan_limit_reached: CircleGauge,
  new_message: MessageCircle,
  whatsapp_disconnected: Unplug,
  appointment_reminder: BellRing,
  budget_low: Wallet,
  budget_reached: Wallet,
};

interface Props {
  /** Zone in which the times of arrival are read. */
  zone: string;
  now: string;
}

/** What one has been told, newest first; tapping one marks it as read and opens its appointment. */
export function NotificationList({ zone, now }: Props) {
  const t = useTranslations("notifications");
  const common = useTranslations("common");
  const sentence = useSentence();
  const notify = useNotify();
  const utils = api.useUtils();
  const list = api.messaging.listNotifications.useInfiniteQuery(
    {},
    { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
  );
  const settled = {
    onError: (error: unknown) => notify.failed(sentence(error)),
    onSettled: () => utils.messaging.invalidate(),
  };
  const markRead = api.messaging.markRead.useMutation(settled);
  const markAll = api.messaging.markAllRead.useMutation(settled);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const unread = items.some(({ readAt }) => readAt === null);

  return (
    <>
      <PageHeader
        title={t("title")}
        actions={
          unread && (
            <Button
              variant="secondary"
              busy={markAll.isPending && t("marking")}
              onClick={() => markAll.mutate({})}
            >
              {t("markAll")}
            </Button>
          )
        }
      />
      {list.isPending && <ListSkeleton />}
      {list.isError && (
        <ErrorState
          title={t("failed")}
          text={sentence(list.error)}
          action={<Button onClick={() => void list.refetch()}>{common("retry")}</Button>}
        />
      )}
      {list.isSuccess && items.length === 0 && (
        <EmptyState icon={<Bell />} title={t("empty")} text={t("emptyText")} />
      )}
      <ul className="grid gap-2">
        {items.map((item) => (
          <li key={item.id}>
            <NotificationRow
              item={item}
              zone={zone}
              now={now}
              onRead={() => markRead.mutate({ id: item.id })}
            />
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <Button
          className="mt-4"
          variant="secondary"
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

function NotificationRow({
  item,
  zone,
  now,
  onRead,
}: Props & { item: NotificationDto; onRead: () => void }) {
  const isNew = item.readAt === null;
  const href = placeOf(item);
  const look = cn(
    "flex w-full items-start gap-3 rounded-lg border border-line p-4 text-left",
    isNew ? "bg-surface shadow-low" : "text-ink-soft",
    (isNew || href) && "hover:border-line-strong",
  );
  const content = <RowContent item={item} zone={zone} now={now} />;
  const read = () => isNew && onRead();
  if (href)
    return (
      <Link href={href} onClick={read} className={look}>
        {content}
        <ChevronRight aria-hidden className="size-5 shrink-0 self-center text-ink-faint" />
      </Link>
    );
  return (
    <button type="button" disabled={!isNew} onClick={read} className={look}>
      {content}
    </button>
  );
}

/** Where it is about: a conversation, or an appointment of one's own practice; null for everything else. */
function placeOf({ type, params }: NotificationDto): string | null {
  const { startsAt, zone, appointmentId, audience, clientId } = params;
  if (type === "budget_low" || type === "budget_reached") return "/dashboard/settings/messages";
  if (type === "new_message" && clientId)
    return `${audience === "client" ? "/c" : "/dashboard"}/messages/${clientId}`;
  if (type === "plan_limit_reached" || audience === "client") return null;
  if (!startsAt || !zone || !appointmentId) return null;
  return `/dashboard?day=${localDay(startsAt, zone)}&open=${appointmentId}`;
}

function RowContent({ item, zone, now }: Props & { item: NotificationDto }) {
  const t = useTranslations("notifications");
  const Icon = ICONS[item.type];
  const isNew = item.readAt === null;
  return (
    <>
      <span className="relative mt-0.5 shrink-0">
        <Icon aria-hidden className={cn("size-5", isNew ? "text-action-ink" : "text-ink-faint")} />
        {isNew && (
          <span
            aria-hidden
            className="absolute -top-1 -right-1 size-2.5 rounded-full border-2 border-surface bg-accent box-content"
          />
        )}
      </span>
      <span className="min-w-0 flex-1">
        {isNew && <span className="sr-only">{t("isNew")}: </span>}
        <span className={cn("block text-pretty", isNew && "font-medium")}>
          <NotificationText item={item} now={now} />
        </span>
        <span className="mt-0.5 block text-sm text-ink-soft first-letter:uppercase">
          <WhenText at={item.createdAt} zone={zone} now={now} />
        </span>
      </span>
    </>
  );
}

function ListSkeleton() {
  return (
    <div className="grid gap-2" aria-hidden>
      <Skeleton className="h-20 rounded-lg" />
      <Skeleton className="h-20 rounded-lg" />
      <Skeleton className="h-20 rounded-lg" />
    </div>
  );
}
