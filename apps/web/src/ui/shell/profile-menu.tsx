"use client";

import { ChevronsUpDown, Languages } from "lucide-react";
import { useTranslations } from "next-intl";
import { createElement, type ReactNode } from "react";
import { Avatar } from "../avatar.tsx";
import { DropdownMenu, MenuChoice, MenuItem, MenuLabel, MenuSeparator } from "../dropdown-menu.tsx";
import { useOtherLocale } from "../locale-switch.tsx";
import { pickTheme, type Theme, THEMES } from "../theme.ts";
import { THEME_ICONS, useThemeChoice } from "../theme-toggle.tsx";

interface Props {
  name: string;
  picture?: string | null;
  detail?: string;
  compact?: boolean;
  theme: Theme;
  localeCookie: string;
  /** `MenuItem`s: sign-out last. */
  children: ReactNode;
}

/** Who is signed in, how the app looks, and the way out. */
export function ProfileMenu({
  name,
  picture,
  detail,
  compact,
  theme,
  localeCookie,
  children,
}: Props) {
  const t = useTranslations("common");
  const [look, chooseLook] = useThemeChoice(theme);
  const language = useOtherLocale(localeCookie);
  const trigger = compact ? (
    <button type="button" aria-label={t("profile")} className="rounded-full p-1.5">
      <Avatar name={name} picture={picture} size="sm" />
    </button>
  ) : (
    <button
      type="button"
      className="flex min-h-14 w-full items-center gap-3 rounded-md px-2 text-left hover:bg-sunken"
    >
      <Avatar name={name} picture={picture} size="sm" />
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
      <MenuChoice
        label={t("theme.label")}
        value={look}
        options={THEMES.map((value) => ({
          value,
          label: t(`theme.${value}`),
          icon: createElement(THEME_ICONS[value], { "aria-hidden": true }),
        }))}
        onValueChange={(value) => chooseLook(pickTheme(value))}
      />
      <MenuItem lang={language.other} onSelect={language.choose}>
        <Languages aria-hidden />
        {language.name}
      </MenuItem>
      <MenuSeparator />
      {children}
    </DropdownMenu>
  );
}
