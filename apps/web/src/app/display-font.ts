import localFont from "next/font/local";
import "@fontsource-variable/bricolage-grotesque/wght.css";

/**
 * Headlines of public pages only, all of them bold: half the bytes of every weight, and cut to what is
 * used (`pnpm fonts`). The stylesheet has all other letters. In a file of its own so that other pages
 * do not preload it.
 */
export const bricolage = localFont({
  src: "./fonts/bricolage-grotesque.woff2",
  variable: "--font-bricolage",
  weight: "700",
  display: "swap",
});
