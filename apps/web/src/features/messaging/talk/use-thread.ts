"use client";

import type { SendMessageInput } from "@odys/shared/messaging/conversation-schema";
import { useCallback, useEffect, useRef, useState } from "react";
import { api } from "../../../trpc/client.tsx";
import { readKept, writeKept } from "./drafts.ts";

/** A message that has not arrived. */
export interface Pending {
  key: string;
  text: string;
  failed: boolean;
}

/** Sends to one conversation, one after the other, and shows what has arrived. */
function useDeliver(clientId: string) {
  const utils = api.useUtils();
  const line = useRef<Promise<unknown>>(Promise.resolve());
  return useCallback(
    (key: string, content: Omit<SendMessageInput, "clientId">) => {
      const send = async () => {
        const input = { clientId, ...content };
        const context = { idempotencyKey: key };
        const sent = await utils.client.messaging.sendMessage.mutate(input, { context });
        utils.messaging.getConversation.setInfiniteData({ clientId }, (data) => {
          const [first, ...rest] = data?.pages ?? [];
          if (!data || !first || first.items.some(({ id }) => id === sent.id)) return data;
          return { ...data, pages: [{ ...first, items: [sent, ...first.items] }, ...rest] };
        });
        void utils.messaging.listConversations.invalidate();
      };
      const done = line.current.then(send);
      line.current = done.catch(() => undefined);
      return done;
    },
    [clientId, utils],
  );
}

/** What was typed and what is on its way, kept for each conversation; sending it in the order in which it was written. */
export function useOutgoing(clientId: string) {
  const [draft, setDraft] = useState("");
  const [pending, setPending] = useState<Pending[]>([]);
  const kept = useRef(false);
  useEffect(() => {
    let gone = false;
    // Once the page stands: the server knows nothing of what this tab keeps.
    queueMicrotask(() => {
      if (gone) return;
      const found = readKept(clientId);
      setDraft(found.draft);
      setPending(found.unsent.map((one) => ({ ...one, failed: true })));
      kept.current = true;
    });
    return () => void (gone = true);
  }, [clientId]);
  useEffect(() => {
    if (kept.current)
      writeKept(clientId, { draft, unsent: pending.map(({ key, text }) => ({ key, text })) });
  }, [clientId, draft, pending]);

  const deliver = useDeliver(clientId);

  const post = useCallback(
    (key: string, text: string) => {
      setPending((all) => [...all.filter((one) => one.key !== key), { key, text, failed: false }]);
      void deliver(key, { text }).then(
        () => setPending((all) => all.filter((one) => one.key !== key)),
        () =>
          setPending((all) => all.map((one) => (one.key === key ? { ...one, failed: true } : one))),
      );
    },
    [deliver],
  );

  return {
    draft,
    setDraft,
    pending,
    deliver,
    send() {
      const text = draft.trim();
      if (text === "") return;
      setDraft("");
      post(crypto.randomUUID(), text);
    },
    retry: ({ key, text }: Pending) => post(key, text),
    discard: ({ key }: Pending) => setPending((all) => all.filter((one) => one.key !== key)),
  };
}
export type Outgoing = ReturnType<typeof useOutgoing>;
