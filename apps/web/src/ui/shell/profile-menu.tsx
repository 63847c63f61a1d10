"use client";

import { ChevronsUpDown } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Avatar } from "../avatar.tsx";
import { DropdownMenu, MenuLabel, MenuSeparator } from "../dropdown-menu.tsx";
import { LocaleSwitch } from "../locale-switch.tsx";
import type { Theme } from "../theme.ts";
import { ThemeToggle } from "../theme-toggle.tsx";

interface Props {
  name: string;
  detail?: string;
  compact?: boolean;
  theme: Theme;
  localeCookie: string;
  /** `MenuItem`s: sign-out last. */
  children: ReactNode;
}

/** Who is signed in, how the app looks, and the way out. */
export function ProfileMenu({ name, detail, compact, theme, localeCookie, children }: Props) {
  const t = useTranslations("common");
  const trigger = compact ? (
    <button type="button" aria-label={t("profile")} className="rounded-full p-1.5">
      <Avatar name={name} size="sm" />
    </button>
  ) : (
    <button
      type="button"
      className="flex min-h-14 w-full items-center gap-3 rounded-md px-2 text-left hover:bg-sunken"
    >
      <Avatar name={name} size="sm" />
      <span className="min-w-0 flex-1">
        <span className="block truncate text-[0.9375rem] font-medium">{name}</span>
        {detail && <span className="block truncate text-sm text-ink-soft">{detail}</span>}
      </span>
      <ChevronsUpDown aria-hidden className="size-4 text-ink-faint" />
    </button>
  );
  return (
    <DropdownMenu
      trigger={trigger}
      align={compact ? "end" : "start"}
      side={compact ? "bottom" : "top"}
    >
      <MenuLabel>{name}</MenuLabel>
      <div className="flex items-center justify-between gap-3 px-1 pb-1">
        <ThemeToggle initial={theme} />
        <LocaleSwitch cookie={localeCookie} />
      </div>
      <MenuSeparator />
      {children}
    </DropdownMenu>
  );
}
