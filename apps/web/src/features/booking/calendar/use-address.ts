"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { readDay } from "../agenda/today-queries.ts";
import { readView, type View } from "./range.ts";

/**
 * View and day stand in the address: reloading, going back and sending a link work. Changing them asks
 * the server for no page, for the calendar has all that it needs.
 */
export function useAddress(today: string, fallback: View) {
  const search = useSearchParams();
  const path = usePathname();
  const view = readView(search.get("view")) ?? fallback;
  const day = readDay(search.get("date")) ?? today;
  const show = (next: { view?: View; day?: string }) => {
    const to = { view, day, ...next };
    if (to.view === view && to.day === day) return;
    window.history.pushState(null, "", `${path}?view=${to.view}&date=${to.day}`);
  };
  /** Somebody's page led here, to agree on a time with them; or the wish for time of one's own. */
  const wish = search.get("new");
  const fresh = wish === null ? null : { client: search.get("client"), block: wish === "block" };
  const forget = () => window.history.replaceState(null, "", `${path}?view=${view}&date=${day}`);
  return { view, day, show, fresh, forget };
}
