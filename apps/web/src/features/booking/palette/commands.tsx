"use client";

import {
  Ban,
  Bell,
  Briefcase,
  CalendarDays,
  CalendarPlus,
  Clock,
  ExternalLink,
  Keyboard,
  Languages,
  Link2,
  LogOut,
  MessageCircle,
  Settings,
  Sun,
  Users,
} from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { createElement } from "react";
import { useSentence } from "../../accounts/problem.ts";
import { useSignOut } from "../../accounts/use-sign-out.ts";
import { LOCALE_COOKIE } from "../../../i18n/locales.ts";
import { useCopyLink } from "../../../ui/copy-link.tsx";
import { keyHelp } from "../../../ui/keys/registry.ts";
import { useOtherLocale } from "../../../ui/locale-switch.tsx";
import type { PaletteItem } from "../../../ui/palette/palette.tsx";
import { type Theme, THEMES } from "../../../ui/theme.ts";
import { THEME_ICONS, useThemeChoice } from "../../../ui/theme-toggle.tsx";
import { useNotify } from "../../../ui/toast.tsx";

/** Whose dashboard it is. */
export interface Place {
  slug: string;
  /** The whole address of the public page. */
  url: string;
  theme: Theme;
}

export interface Command extends PaletteItem {
  run: () => void;
}

const PAGES = [
  ["today", "", Sun],
  ["agenda", "/agenda", CalendarDays],
  ["clients", "/clients", Users],
  ["messages", "/messages", MessageCircle],
  ["services", "/services", Briefcase],
  ["hours", "/hours", Clock],
  ["notifications", "/notifications", Bell],
  ["settings", "/settings", Settings],
  ["messageSettings", "/settings/messages", MessageCircle],
] as const;

/** Every page of the dashboard, and the public one. */
export function usePages({ slug }: Place): Command[] {
  const nav = useTranslations("common.nav");
  const words = useTranslations("palette.words");
  const router = useRouter();
  return [
    ...PAGES.map(([name, path, Icon]) => ({
      id: `page.${name}`,
      label: nav(name),
      alsoKnownAs: words(name),
      icon: <Icon aria-hidden />,
      run: () => router.push(`/dashboard${path}`),
    })),
    {
      id: "page.public",
      label: nav("publicPage"),
      alsoKnownAs: words("publicPage"),
      detail: `/p/${slug}`,
      icon: <ExternalLink aria-hidden />,
      run: () => void window.open(`/p/${slug}`, "_blank", "noopener"),
    },
  ];
}

/** What can be done from anywhere. */
export function useActions(place: Place): Command[] {
  const t = useTranslations("palette.action");
  const words = useTranslations("palette.words");
  const copy = useCopyLink(place.url);
  const router = useRouter();
  return [
    {
      id: "do.appointment",
      label: t("appointment"),
      alsoKnownAs: words("appointment"),
      icon: <CalendarPlus aria-hidden />,
      run: () => router.push(newInAgenda("1")),
    },
    {
      id: "do.block",
      label: t("block"),
      alsoKnownAs: words("block"),
      icon: <Ban aria-hidden />,
      run: () => router.push(newInAgenda("block")),
    },
    {
      id: "do.copy",
      label: t("copy"),
      alsoKnownAs: words("copy"),
      icon: <Link2 aria-hidden />,
      run: copy,
    },
    ...useLooks(place.theme),
    {
      id: "do.keys",
      label: t("keys"),
      alsoKnownAs: words("keys"),
      detail: "?",
      icon: <Keyboard aria-hidden />,
      run: () => keyHelp.set(true),
    },
    useWayOut(),
  ];
}

/** The agenda with the form of something new; whoever is there already keeps view and day. */
function newInAgenda(kind: "1" | "block"): string {
  const { pathname, search } = window.location;
  const kept = new URLSearchParams(pathname === "/dashboard/agenda" ? search : "");
  kept.delete("client");
  kept.set("new", kind);
  return `/dashboard/agenda?${kept}`;
}

/** The looks that the page has not, and the other language by its own name. */
function useLooks(initial: Theme): Command[] {
  const t = useTranslations("palette.action");
  const names = useTranslations("common.theme");
  const words = useTranslations("palette.words");
  const [theme, choose] = useThemeChoice(initial);
  const language = useOtherLocale(LOCALE_COOKIE);
  const looks = THEMES.filter((one) => one !== theme).map((one) => ({
    id: `do.theme.${one}`,
    label: t("theme", { theme: names(one) }),
    alsoKnownAs: words("theme"),
    icon: createElement(THEME_ICONS[one], { "aria-hidden": true }),
    run: () => choose(one),
  }));
  return [
    ...looks,
    {
      id: "do.language",
      label: language.name,
      alsoKnownAs: words("language"),
      lang: language.other,
      icon: <Languages aria-hidden />,
      run: language.choose,
    },
  ];
}

function useWayOut(): Command {
  const t = useTranslations("common");
  const words = useTranslations("palette.words");
  const notify = useNotify();
  const sentence = useSentence();
  const signOut = useSignOut();
  return {
    id: "do.signOut",
    label: t("signOut"),
    alsoKnownAs: words("signOut"),
    icon: <LogOut aria-hidden />,
    run: () => signOut.mutate({}, { onError: (error) => notify.failed(sentence(error)) }),
  };
}
