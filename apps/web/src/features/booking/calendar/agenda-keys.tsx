"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useKeyGroup } from "../../../ui/keys/registry.ts";

const KEYS = [
  ["step", ["←", "→"]],
  ["today", ["t"]],
  ["views", ["d", "w", "m"]],
  ["new", ["n"]],
  ["between", ["↑", "↓", "←", "→"]],
  ["open", ["Enter"]],
  ["escape", ["Esc"]],
] as const;

/** What the keyboard does in the agenda, for the list of keys. */
export function AgendaKeys() {
  const t = useTranslations("calendar.keys");
  const group = useMemo(
    () => ({ title: t("title"), keys: KEYS.map(([what, keys]) => ({ what: t(what), keys })) }),
    [t],
  );
  useKeyGroup(group);
  return null;
}
