import { usePathname, useSearchParams } from "next/navigation";
import { useState } from "react";

/** What the list shows, kept in the address: going back, reloading and sharing show the same. */
export function useListState() {
  const path = usePathname();
  const params = useSearchParams();
  const [query, setText] = useState(params.get("q") ?? "");
  const archived = params.get("archived") === "1";

  const write = (next: { query: string; archived: boolean }) => {
    const search = new URLSearchParams();
    if (next.query.trim()) search.set("q", next.query.trim());
    if (next.archived) search.set("archived", "1");
    const text = search.toString();
    // In place: every letter would otherwise be a step back.
    window.history.replaceState(null, "", text ? `${path}?${text}` : path);
  };
  return {
    query,
    archived,
    setQuery(text: string) {
      setText(text);
      write({ query: text, archived });
    },
    setArchived(wanted: boolean) {
      setText("");
      write({ query: "", archived: wanted });
    },
  };
}
