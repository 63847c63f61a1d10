/** What was typed for one conversation and has not arrived: it outlives a reload, not the tab. */
export interface Kept {
  draft: string;
  /** Texts that could not be sent, with the key under which they are sent again. */
  unsent: { key: string; text: string }[];
}

const EMPTY: Kept = { draft: "", unsent: [] };
const nameOf = (clientId: string) => `odys.talk.${clientId}`;

/** What is kept of a conversation; nothing where the browser keeps nothing. */
export function readKept(clientId: string): Kept {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(nameOf(clientId)) ?? "null");
    return isKept(found) ? found : EMPTY;
  } catch {
    return EMPTY;
  }
}

/** Keeps it, or forgets what is empty. A browser that refuses loses it with the page. */
export function writeKept(clientId: string, kept: Kept): void {
  try {
    if (kept.draft === "" && kept.unsent.length === 0) sessionStorage.removeItem(nameOf(clientId));
    else sessionStorage.setItem(nameOf(clientId), JSON.stringify(kept));
  } catch {
    // Private windows may refuse: then it lives as long as the page.
  }
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== "object" || value === null) return false;
  if (!("draft" in value) || typeof value.draft !== "string") return false;
  return (
    "unsent" in value &&
    Array.isArray(value.unsent) &&
    value.unsent.every(
      (one: unknown) =>
        typeof one === "object" &&
        one !== null &&
        "key" in one &&
        typeof one.key === "string" &&
        "text" in one &&
        typeof one.text === "string",
    )
  );
}
