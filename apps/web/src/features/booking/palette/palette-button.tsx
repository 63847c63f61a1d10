"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { IconButton } from "../../../ui/icon-button.tsx";
import { Kbd } from "../../../ui/kbd.tsx";
import { palette } from "./open.ts";

const never = () => () => undefined;
const isApple = () => /Mac|iPhone|iPad/.test(navigator.platform);

/** The key that goes with a letter for commands, as this device writes it. */
export function useCommandKey(): string {
  return useSyncExternalStore(never, isApple, () => false) ? "⌘" : "Ctrl";
}

/** Opens the palette: a field of the rail, or an icon where there is little room and no keyboard. */
export function PaletteButton({ compact = false }: { compact?: boolean }) {
  const t = useTranslations("palette");
  const command = useCommandKey();
  const open = () => palette.set(true);
  if (compact) return <IconButton label={t("open")} icon={<Search aria-hidden />} onClick={open} />;
  return (
    <button
      type="button"
      onClick={open}
      aria-keyshortcuts="Meta+K Control+K"
      className="mb-4 flex min-h-11 w-full items-center gap-3 rounded-md border border-line bg-paper px-3 text-left text-[0.9375rem] text-ink-soft transition-colors duration-100 hover:border-line-strong hover:text-ink"
    >
      <Search aria-hidden className="size-5 shrink-0" />
      <span className="flex-1 truncate">{t("open")}</span>
      <span aria-hidden className="flex gap-1">
        <Kbd>{command}</Kbd>
        <Kbd>K</Kbd>
      </span>
    </button>
  );
}
