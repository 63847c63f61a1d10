import { cookies } from "next/headers";
import type { ComponentProps } from "react";
import { LOCALE_COOKIE } from "../i18n/locales.ts";
import { PublicShell } from "../ui/shell/public-shell.tsx";
import { pickTheme, THEME_COOKIE } from "../ui/theme.ts";
import { bricolage } from "./display-font.ts";

/** A page that needs no account: the public shell with the display face and this device's choices. */
export async function PublicPage(
  props: Omit<ComponentProps<typeof PublicShell>, "theme" | "localeCookie">,
) {
  const theme = pickTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <div className={bricolage.variable}>
      <PublicShell {...props} theme={theme} localeCookie={LOCALE_COOKIE} />
    </div>
  );
}
