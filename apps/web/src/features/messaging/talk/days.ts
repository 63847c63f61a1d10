import type { ConversationMessage } from "@odys/shared/messaging/conversation-schema";
import { localDay } from "../../../ui/when.ts";

/** Messages that follow each other within so long, of one author, are drawn as one block. */
const TOGETHER_MS = 5 * 60_000;

export interface TalkDay {
  /** YYYY-MM-DD in the practice's zone. */
  day: string;
  messages: (ConversationMessage & { follows: boolean })[];
}

/** The messages of a conversation, oldest first, by day; `follows`: right after another of the same author. */
export function byDay(oldestFirst: readonly ConversationMessage[], zone: string): TalkDay[] {
  const days: TalkDay[] = [];
  let before: ConversationMessage | undefined;
  for (const message of oldestFirst) {
    const day = localDay(message.createdAt, zone);
    let last = days.at(-1);
    if (last?.day !== day) {
      last = { day, messages: [] };
      days.push(last);
      before = undefined;
    }
    const gap = before ? Date.parse(message.createdAt) - Date.parse(before.createdAt) : Infinity;
    const follows = before?.author === message.author && gap < TOGETHER_MS;
    last.messages.push({ ...message, follows });
    before = message;
  }
  return days;
}
