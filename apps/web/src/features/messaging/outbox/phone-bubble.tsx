"use client";

import type { Bubble } from "@odys/shared/messaging/phone-schema";
import {
  Check,
  CheckCheck,
  CircleAlert,
  Clock,
  CornerDownLeft,
  type LucideIcon,
} from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { cn } from "../../../ui/cn.ts";
import { DropdownMenu, MenuItem, MenuLabel } from "../../../ui/dropdown-menu.tsx";
import { timeText } from "../../../ui/when.ts";
import { WhatsAppText } from "./whatsapp-text.tsx";

export type Receipt = NonNullable<Bubble["receipt"]>;
export type Played = Exclude<Receipt, "accepted">;

const TICKS: Record<Receipt, LucideIcon> = {
  accepted: Clock,
  sent: Check,
  delivered: CheckCheck,
  read: CheckCheck,
  failed: CircleAlert,
};
const PLAYED = ["sent", "delivered", "read", "failed"] as const satisfies readonly Played[];
const NEXT: Record<Receipt, readonly Played[]> = {
  accepted: PLAYED,
  sent: ["delivered", "read", "failed"],
  delivered: ["read"],
  read: [],
  failed: [],
};

interface Props {
  bubble: Bubble;
  zone: string;
  busy: boolean;
  onPlay: (receipt: Played) => void;
  onTap: (buttonId: string) => void;
}

/** One message on the phone: what came from Odys to the left, what its owner wrote to the right. */
export function PhoneBubble({ bubble, zone, busy, onPlay, onTap }: Props) {
  const locale = useLocale();
  const { text, buttons, receipt, at } = bubble;
  const mine = receipt === null;
  return (
    <li className={cn("flex max-w-[88%] flex-col gap-1", mine ? "self-end" : "self-start")}>
      <div
        className={cn(
          "rounded-lg px-3.5 pt-2.5 shadow-low",
          mine
            ? "rounded-br-sm bg-action-soft pb-2.5"
            : "rounded-bl-sm border border-line bg-surface",
        )}
      >
        <WhatsAppText text={text} />
        <div className={cn("flex items-center justify-end gap-1", mine ? "mt-1" : "-mr-2.5")}>
          <time
            dateTime={at}
            className="text-sm text-ink-soft tabular-nums"
            suppressHydrationWarning
          >
            {timeText(at, zone, locale)}
          </time>
          {receipt && <Ticks receipt={receipt} busy={busy} onPlay={onPlay} />}
        </div>
      </div>
      {buttons.length > 0 && (
        <div className="grid gap-1">
          {buttons.map(({ id, title }) => (
            <button
              key={id}
              type="button"
              disabled={busy}
              onClick={() => onTap(id)}
              className="flex min-h-11 items-center justify-center gap-2 rounded-lg border border-line bg-surface px-4 font-medium text-action-ink shadow-low hover:bg-sunken disabled:opacity-50"
            >
              <CornerDownLeft aria-hidden className="size-4 shrink-0" />
              {title}
            </button>
          ))}
        </div>
      )}
    </li>
  );
}

/** How far the message has come, and what could be told of it next. */
function Ticks({
  receipt,
  busy,
  onPlay,
}: {
  receipt: Receipt;
  busy: boolean;
  onPlay: Props["onPlay"];
}) {
  const t = useTranslations("outbox.phone");
  const Icon = TICKS[receipt];
  const next = NEXT[receipt];
  const tone = cn(
    receipt === "read" && "text-action-ink",
    receipt === "failed" && "text-bad",
    receipt !== "read" && receipt !== "failed" && "text-ink-soft",
  );
  const what = (
    <>
      <Icon aria-hidden className="size-4.5 shrink-0" />
      <span className="text-sm">{t(`receipt.${receipt}`)}</span>
    </>
  );
  if (next.length === 0)
    return <span className={cn("flex min-h-11 items-center gap-1 px-2.5", tone)}>{what}</span>;
  return (
    <DropdownMenu
      trigger={
        <button
          type="button"
          disabled={busy}
          aria-label={t("playOn", { receipt: t(`receipt.${receipt}`) })}
          className={cn(
            "flex min-h-11 items-center gap-1 rounded-md px-2.5 underline decoration-line-strong decoration-dotted underline-offset-4 hover:bg-sunken disabled:opacity-50",
            tone,
          )}
        >
          {what}
        </button>
      }
    >
      <MenuLabel>{t("play")}</MenuLabel>
      {next.map((one) => {
        const Tick = TICKS[one];
        return (
          <MenuItem
            key={one}
            tone={one === "failed" ? "danger" : "plain"}
            onSelect={() => onPlay(one)}
          >
            <Tick aria-hidden />
            {t(`receipt.${one}`)}
          </MenuItem>
        );
      })}
    </DropdownMenu>
  );
}
