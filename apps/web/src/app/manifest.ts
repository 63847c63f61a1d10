import type { MetadataRoute } from "next";
import { MESSAGES } from "../i18n/messages.ts";
import { PAPER } from "../ui/theme-colors.ts";

const icon = (name: string, size: 192 | 512, purpose: "any" | "maskable" | "monochrome") => ({
  src: `/icons/${name}.png`,
  sizes: `${size}x${size}`,
  type: "image/png",
  purpose,
});

/** What makes a device offer to install Odys. Browsers ask for it without cookies: it is in one language. */
export default function manifest(): MetadataRoute.Manifest {
  const { brand, tagline, nav } = MESSAGES["pt-BR"].common;
  const shortcut = icon("icon-192", 192, "any");
  return {
    id: "/dashboard",
    name: brand,
    short_name: brand,
    description: tagline,
    lang: "pt-BR",
    dir: "ltr",
    start_url: "/dashboard",
    scope: "/",
    display: "standalone",
    background_color: PAPER.light,
    theme_color: PAPER.light,
    categories: ["business", "productivity"],
    icons: [
      icon("icon-192", 192, "any"),
      icon("icon-512", 512, "any"),
      icon("maskable-512", 512, "maskable"),
      icon("monochrome-512", 512, "monochrome"),
    ],
    shortcuts: [
      { name: nav.today, url: "/dashboard", icons: [shortcut] },
      { name: nav.agenda, url: "/dashboard/agenda", icons: [shortcut] },
      { name: nav.hours, url: "/dashboard/hours", icons: [shortcut] },
    ],
  };
}
