"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useKeyGroup } from "../../../ui/keys/registry.ts";

const KEYS = [
  ["send", ["Enter"]],
  ["break", ["Shift", "Enter"]],
] as const;

/** What the keyboard does in a conversation, for the list of keys. */
export function TalkKeys() {
  const t = useTranslations("messages.keys");
  const group = useMemo(
    () => ({ title: t("title"), keys: KEYS.map(([what, keys]) => ({ what: t(what), keys })) }),
    [t],
  );
  useKeyGroup(group);
  return null;
}
