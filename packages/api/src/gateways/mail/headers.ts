import type { Mail } from "./port.ts";

/** What lets a reader's mail program unsubscribe with one click (RFC 2369, RFC 8058). */
export function unsubscribeHeaders({ unsubscribeUrl }: Mail): Record<string, string> {
  if (unsubscribeUrl === undefined) return {};
  return {
    // Through URL, so that nothing in it can end the header.
    "List-Unsubscribe": `<${new URL(unsubscribeUrl).href}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
}
