"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useId, useSyncExternalStore } from "react";
import { useTranslations } from "../i18n/slim.tsx";
import { rememberChoice } from "./cookie.ts";
import { pickTheme, THEME_COOKIE, THEMES, type Theme } from "./theme.ts";

export const THEME_ICONS = { system: Monitor, light: Sun, dark: Moon };

const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** The look as it is, and how to change it: at once, wherever it is shown, and for later visits. */
export function useThemeChoice(initial: Theme): [theme: Theme, choose: (theme: Theme) => void] {
  const theme = useSyncExternalStore(
    subscribe,
    () => pickTheme(document.documentElement.dataset.theme),
    () => initial,
  );
  return [
    theme,
    (value) => {
      document.documentElement.dataset.theme = value;
      rememberChoice(THEME_COOKIE, value);
      for (const listener of listeners) listener();
    },
  ];
}

/** Device, light or dark. The server sets the same on <html> from the cookie, so nothing flashes. */
export function ThemeToggle({ initial }: { initial: Theme }) {
  const t = useTranslations("common.theme");
  const name = useId();
  const [theme, choose] = useThemeChoice(initial);
  return (
    <fieldset className="inline-flex rounded-md border border-line bg-surface noscript:hidden">
      <legend className="sr-only">{t("label")}</legend>
      {THEMES.map((value) => {
        const Icon = THEME_ICONS[value];
        return (
          <label
            key={value}
            title={t(value)}
            className="flex size-11 items-center justify-center rounded-md text-ink-soft hover:text-ink has-checked:bg-action-soft has-checked:text-action-ink has-focus-visible:outline-2 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              name={name}
              value={value}
              checked={theme === value}
              onChange={() => choose(value)}
              className="sr-only"
            />
            <Icon aria-hidden className="size-4.5" />
            <span className="sr-only">{t(value)}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
