import localFont from "next/font/local";
import "@fontsource-variable/bricolage-grotesque/wght.css";

/** Headlines of public pages only (the stylesheet adds letters beyond Western Europe); in a file of its own so that other pages do not preload it. */
export const bricolage = localFont({
  src: "../../node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2",
  variable: "--font-bricolage",
  weight: "200 800",
  display: "swap",
});
