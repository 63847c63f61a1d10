"use client";

import type { Conversation, ConversationMessage } from "@odys/shared/messaging/conversation-schema";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "../../../ui/button.tsx";
import { dayText, nearDay } from "../../../ui/when.ts";
import { Bubble, MessageBubble } from "./bubble.tsx";
import { byDay } from "./days.ts";
import { Ticks } from "./ticks.tsx";
import type { Outgoing, Pending } from "./use-thread.ts";

interface Props {
  /** Oldest first. */
  messages: readonly ConversationMessage[];
  head: Conversation;
  now: string;
  outgoing: Outgoing;
  /** The way to what is older. */
  more: ReactNode;
}

/** What was said, by day, and what is on its way. It stays at its end, where the newest is. */
export function ThreadMessages({ messages, head, now, outgoing, more }: Props) {
  const t = useTranslations("messages");
  const near = useTranslations("common.when");
  const locale = useLocale();
  const { zone, side, name } = head;
  const nothing = messages.length === 0 && outgoing.pending.length === 0;
  return (
    // Reversed, so that browsers keep its end in place while it grows at either side.
    <div
      role="log"
      aria-label={t("log", { name })}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls: the keyboard has to reach it
      tabIndex={0}
      className="flex min-h-0 flex-1 flex-col-reverse overflow-y-auto px-4 pb-3 focus-visible:-outline-offset-2"
    >
      <div className="mx-auto w-full max-w-3xl">
        {more && <div className="grid justify-center pt-3">{more}</div>}
        {nothing && <p className="py-10 text-center text-ink-soft">{t("nothingYet", { name })}</p>}
        {byDay(messages, zone).map(({ day, messages: ofDay }) => {
          const close = nearDay(day, now, zone);
          return (
            <section key={day}>
              <h3 className="sticky top-2 z-10 mx-auto mt-5 mb-1 w-fit rounded-full border border-line bg-paper px-3 py-1 text-xs font-medium text-ink-soft">
                {close ? near(close) : dayText(day, locale, now, zone)}
              </h3>
              <ol>
                {ofDay.map((message) => (
                  <li key={message.id}>
                    <MessageBubble
                      message={message}
                      side={side}
                      zone={zone}
                      authorName={message.author === side ? t("you") : name}
                    />
                  </li>
                ))}
              </ol>
            </section>
          );
        })}
        <ol>
          {outgoing.pending.map((one) => (
            <li key={one.key}>
              <PendingBubble pending={one} outgoing={outgoing} />
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}

/** One that has not arrived: on its way, or it could not be sent. */
function PendingBubble({ pending, outgoing }: { pending: Pending; outgoing: Outgoing }) {
  const t = useTranslations("messages");
  const { text, failed } = pending;
  return (
    <>
      <Bubble
        own
        follows={false}
        failed={failed}
        foot={failed ? <span className="text-bad">{t("notSent")}</span> : <Ticks way="sending" />}
      >
        {text}
      </Bubble>
      {failed && (
        <div className="mt-1 flex justify-end gap-1">
          <Button size="sm" variant="quiet" onClick={() => outgoing.discard(pending)}>
            {t("discard")}
          </Button>
          <Button size="sm" variant="secondary" onClick={() => outgoing.retry(pending)}>
            {t("sendAgain")}
          </Button>
        </div>
      )}
    </>
  );
}
