import type { Channel } from "./delivery.ts";

/**
 * How somebody gets what is written to them: in the app (and by mail when it stays unread), by
 * WhatsApp, by mail, or not at all before they sign in.
 */
export const REACHES = ["app", "whatsapp", "mail", "none"] as const;
export type Reach = (typeof REACHES)[number];

/** How the next message reaches a client: by the first of the practice's ways that is open to them. */
export function reachOf(client: {
  hasAccount: boolean;
  email: string | null;
  /** Channels on which they want nothing. */
  refused: readonly Channel[];
  /** The practice's ways to its clients, in order. */
  channels: readonly Channel[];
}): Reach {
  if (client.hasAccount) return "app";
  const way = client.channels.find(
    (channel) =>
      !client.refused.includes(channel) &&
      (channel === "whatsapp" || (channel === "mail" && client.email !== null)),
  );
  return way === "whatsapp" || way === "mail" ? way : "none";
}

/** Whether a text is nothing but one address that a browser opens. */
export function isLink(text: string): boolean {
  if (!/^https?:\/\/\S+$/i.test(text) || !URL.canParse(text)) return false;
  return new URL(text).hostname.includes(".");
}
