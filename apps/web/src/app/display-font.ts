import localFont from "next/font/local";
import "@fontsource-variable/bricolage-grotesque/wght.css";

/**
 * Headlines of public pages only, all of them bold: half the bytes of every weight. The stylesheet adds
 * letters beyond Western Europe. In a file of its own so that other pages do not preload it.
 */
export const bricolage = localFont({
  src: "../../node_modules/@fontsource/bricolage-grotesque/files/bricolage-grotesque-latin-700-normal.woff2",
  variable: "--font-bricolage",
  weight: "700",
  display: "swap",
});
