import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SlimMessages } from "../i18n/slim-messages.tsx";
import { THEME_COLORS } from "../ui/theme-colors.ts";
import { pickTheme, THEME_COOKIE } from "../ui/theme.ts";
import { inter } from "./fonts.ts";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return {
    title: { default: t("brand"), template: `%s · ${t("brand")}` },
    description: t("tagline"),
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  colorScheme: "light dark",
  themeColor: THEME_COLORS,
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, jar] = await Promise.all([getLocale(), cookies()]);
  return (
    <html
      lang={locale}
      data-theme={pickTheme(jar.get(THEME_COOKIE)?.value)}
      className={inter.variable}
    >
      <body>
        <SlimMessages rooms={["common"]}>{children}</SlimMessages>
      </body>
    </html>
  );
}
