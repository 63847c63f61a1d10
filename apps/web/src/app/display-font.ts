import localFont from "next/font/local";

/** Headlines of public pages only; in a file of its own so that other pages do not preload it. */
export const bricolage = localFont({
  src: "../../node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2",
  variable: "--font-bricolage",
  weight: "200 800",
  display: "swap",
});
