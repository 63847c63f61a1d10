"use client";

import type { AgendaItem } from "@odys/shared/booking/agenda-schema";
import {
  Banknote,
  CircleCheck,
  Hourglass,
  Layers,
  Lock,
  type LucideIcon,
  UserX,
  X,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { cn } from "../../../ui/cn.ts";
import { clockText } from "../../../ui/when.ts";
import { SERVICE_EDGE } from "../agenda/service-color.ts";
import { NEUTRAL, standing, TINT } from "./item-look.ts";
import { isGone, type Placed } from "./place.ts";

interface Props {
  placed: Placed;
  zone: string;
  now: number;
  /** Whether the keyboard comes here first. */
  first: boolean;
  movable: boolean;
  /** While it is on its way elsewhere. */
  away: boolean;
  onOpen: (id: string) => void;
}

/** Shorter than this there is room for one line. */
const ONE_LINE_MINUTES = 40;

const ICONS: Partial<Record<AgendaItem["status"], LucideIcon>> = {
  pending_confirmation: Hourglass,
  held: Hourglass,
  completed: CircleCheck,
  no_show: UserX,
  cancelled: X,
  rejected: X,
};

/** One meeting or block where its time is: who, when, what, and how it stands by edge and icon. */
export const ItemCard = memo(function ItemCard(props: Props) {
  const { placed, zone, now, first, movable, away, onOpen } = props;
  const { item, top, bottom, lane, lanes, width, after } = placed;
  const name = useItemName();
  const gone = isGone(item);
  const over = Date.parse(item.endsAt) <= now;
  const waiting = item.status === "pending_confirmation" || item.status === "held";
  const block = item.kind === "block";
  const short = bottom - top < ONE_LINE_MINUTES;
  const color = item.color ?? NEUTRAL;
  return (
    <div
      className="absolute p-px"
      style={{
        ...standing(placed),
        left: `${(lane / lanes) * 100}%`,
        width: `${(width / lanes) * 100}%`,
      }}
    >
      <button
        type="button"
        data-item={item.id}
        tabIndex={first ? 0 : -1}
        onClick={() => onOpen(item.id)}
        className={cn(
          "group/item relative flex size-full overflow-hidden rounded-sm text-left text-[0.8125rem] leading-[1.15rem] text-ink select-none focus-visible:z-10 focus-visible:outline-offset-1",
          movable ? "cursor-grab touch-pan-y" : "cursor-pointer",
          block ? "hatched bg-sunken text-ink-soft" : TINT[color],
          gone && "border border-dashed border-line-strong bg-transparent text-ink-soft",
          waiting && "border border-dashed border-line-strong",
          over && !gone && !block && "past-tint text-ink-soft",
          away && "opacity-35",
        )}
      >
        {!block && (
          <span
            aria-hidden
            className={cn("w-1 shrink-0", SERVICE_EDGE[color], gone && "opacity-40")}
          />
        )}
        <span className="sr-only">{name(item, zone)}</span>
        <span
          aria-hidden
          className={cn("@container min-w-0 flex-1 px-1.5", short ? "flex gap-1.5" : "py-0.5")}
        >
          <span className={cn("flex min-w-0 items-center gap-1", short && "shrink")}>
            <Mark item={item} />
            <span className={cn("truncate font-semibold", gone && "line-through")}>
              {item.client?.name ?? item.title}
            </span>
          </span>
          <span className={cn("block truncate text-ink-soft tabular-nums", short && "shrink-0")}>
            {clockText(item.startsAt, zone)}
            {!short && (
              // In a narrow column the start alone: half an end says nothing.
              <span className="hidden @min-[5.5rem]:inline">–{clockText(item.endsAt, zone)}</span>
            )}
          </span>
          {!block && bottom - top >= 60 && (
            <span className="block truncate text-ink-soft">{item.title}</span>
          )}
        </span>
        {movable && !after && (
          <span
            aria-hidden
            data-stretch
            className="absolute inset-x-0 bottom-0 flex h-2.5 cursor-ns-resize touch-none items-end justify-center pb-0.5 opacity-0 group-hover/item:opacity-100"
          >
            <span className="h-[3px] w-6 rounded-full bg-line-strong" />
          </span>
        )}
      </button>
    </div>
  );
});

/** How it stands, where that is not plain. Paid is said besides. */
function Mark({ item }: { item: AgendaItem }) {
  const Icon = item.kind === "block" ? Lock : ICONS[item.status];
  const late = item.status === "no_show" || item.status === "pending_confirmation";
  return (
    <>
      {Icon && (
        <Icon
          aria-hidden
          strokeWidth={2.4}
          className={cn("size-3.5 shrink-0", late ? "text-waiting" : "text-ink-soft")}
        />
      )}
      {item.overrides && (
        <Layers aria-hidden strokeWidth={2.4} className="size-3.5 shrink-0 text-accent" />
      )}
      {item.paymentStatus === "captured" && (
        <Banknote aria-hidden strokeWidth={2.2} className="size-3.5 shrink-0 text-good" />
      )}
    </>
  );
}

/** "10:00–10:50, Beatriz Lima, Sessão individual, Confirmado". */
export function useItemName() {
  const t = useTranslations("dashboard.status");
  const paid = useTranslations("dashboard.payment");
  const own = useTranslations("calendar");
  return (item: AgendaItem, zone: string): string =>
    [
      `${clockText(item.startsAt, zone)}–${clockText(item.endsAt, zone)}`,
      item.client?.name ?? own("block"),
      item.title,
      item.kind === "meeting" ? t(item.status) : "",
      item.paymentStatus === "captured" ? paid("captured") : "",
    ]
      .filter(Boolean)
      .join(", ");
}
