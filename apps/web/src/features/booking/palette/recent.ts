import { KEPT_FOR_SESSION } from "../../../pwa/device.ts";
import { fieldsOf, keep, readKept } from "../page/device.ts";

/** Something that was chosen before; a client's name, as nothing else would say who it was. */
export interface Recent {
  id: string;
  label: string;
}

const MOST = 5;
// Whoever signs out takes it along: it holds names of clients.
const keyOf = (slug: string) => `${KEPT_FOR_SESSION}recent.${slug}`;

/** What was chosen on this device in this practice, the last first. */
export function readRecent(slug: string): Recent[] {
  const { items } = fieldsOf(readKept("localStorage", keyOf(slug)));
  if (!Array.isArray(items)) return [];
  return items.flatMap((item: unknown): Recent[] => {
    const { id, label } = fieldsOf(JSON.stringify(item));
    return typeof id === "string" && typeof label === "string" ? [{ id, label }] : [];
  });
}

/** Puts something to the front. */
export function rememberRecent(slug: string, { id, label }: Recent): void {
  const others = readRecent(slug).filter((one) => one.id !== id);
  const items = [{ id, label }, ...others].slice(0, MOST);
  keep("localStorage", keyOf(slug), JSON.stringify({ items }));
}
