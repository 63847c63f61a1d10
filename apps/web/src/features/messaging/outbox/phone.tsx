"use client";

import { formatPhone } from "@odys/shared/kernel/phone";
import { SendHorizontal, Smartphone } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { api } from "../../../trpc/client.tsx";
import { useSentence } from "../../accounts/problem.ts";
import { Button } from "../../../ui/button.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import { Input } from "../../../ui/input.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { ErrorState } from "../../../ui/states.tsx";
import { useNotify } from "../../../ui/toast.tsx";
import { PhoneBubble } from "./phone-bubble.tsx";

const REFRESH_MS = 3000;

/** A number as people write it; whoever shows none goes by WhatsApp's id. */
export function phoneName(recipient: string): string {
  return recipient.startsWith("+") ? formatPhone(recipient) : recipient;
}

/** Somebody's WhatsApp with Odys: what came can be answered, and what became of it is played. */
export function Phone({ recipient, zone }: { recipient: string; zone: string }) {
  const t = useTranslations("outbox.phone");
  const common = useTranslations("common");
  const sentence = useSentence();
  const notify = useNotify();
  const utils = api.useUtils();
  const phone = api.messaging.getPhone.useQuery({ recipient }, { refetchInterval: REFRESH_MS });
  const settled = {
    onError: (error: unknown) => notify.failed(sentence(error)),
    onSettled: () => utils.messaging.getPhone.invalidate({ recipient }),
  };
  const play = api.messaging.playReceipt.useMutation(settled);
  const answer = api.messaging.answerAsClient.useMutation(settled);
  const busy = play.isPending || answer.isPending;
  const bubbles = phone.data?.bubbles ?? [];

  const list = useRef<HTMLOListElement>(null);
  const last = bubbles.at(-1)?.id;
  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [last, recipient]);

  return (
    <section
      aria-label={t("of", { phone: phoneName(recipient) })}
      className="mx-auto flex h-[calc(100dvh-10rem)] min-h-96 lg:h-[max(30rem,calc(100dvh-19rem))] w-full max-w-md flex-col overflow-hidden rounded-lg border border-line-strong bg-sunken shadow-float"
    >
      <header className="flex items-center gap-3 border-b border-line bg-surface px-4 py-3">
        <Smartphone aria-hidden className="size-5 shrink-0 text-ink-soft" />
        <div className="min-w-0">
          <h2 className="truncate font-semibold tabular-nums">{phoneName(recipient)}</h2>
          <p className="text-sm text-ink-soft">{t("withOdys")}</p>
        </div>
      </header>
      {phone.isPending && (
        <div className="grid grow content-end gap-3 p-4">
          <Skeleton className="h-24 w-4/5 rounded-lg" />
          <Skeleton className="h-12 w-2/5 justify-self-end rounded-lg" />
        </div>
      )}
      {phone.isError && (
        <div className="grow">
          <ErrorState
            title={t("failed")}
            text={sentence(phone.error)}
            action={<Button onClick={() => void phone.refetch()}>{common("retry")}</Button>}
          />
        </div>
      )}
      {phone.isSuccess && (
        <ol
          ref={list}
          aria-label={t("messages")}
          className="flex grow flex-col gap-3 overflow-y-auto p-4 focus-visible:-outline-offset-2"
        >
          {bubbles.map((bubble) => (
            <PhoneBubble
              key={bubble.id}
              bubble={bubble}
              zone={zone}
              busy={busy}
              onPlay={(receipt) => play.mutate({ id: bubble.id, receipt })}
              onTap={(buttonId) =>
                answer.mutate({ recipient, tapped: { messageId: bubble.id, buttonId } })
              }
            />
          ))}
        </ol>
      )}
      <Composer
        busy={busy}
        onSend={(text, onSuccess) => answer.mutate({ recipient, text }, { onSuccess })}
      />
    </section>
  );
}

interface ComposerProps {
  busy: boolean;
  onSend: (text: string, done: () => void) => void;
}

/** Where the phone's owner writes; what was written stays until it has been taken. */
function Composer({ busy, onSend }: ComposerProps) {
  const t = useTranslations("outbox.phone");
  const [text, setText] = useState("");
  const ready = !busy && text.trim() !== "";
  return (
    <form
      className="flex items-center gap-2 border-t border-line bg-surface p-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onSend(text, () => setText(""));
      }}
    >
      <Input
        aria-label={t("write")}
        placeholder={t("write")}
        value={text}
        maxLength={4096}
        autoComplete="off"
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <IconButton
        label={t("send")}
        icon={<SendHorizontal />}
        disabled={!ready}
        onClick={({ currentTarget }) => currentTarget.form?.requestSubmit()}
      />
    </form>
  );
}
