import localFont from "next/font/local";

// Shipped with the app and preloaded; "Inter Variable" of globals.css adds the letters beyond
// Western Europe, which a browser only loads when a name needs them.
export const inter = localFont({
  src: "../../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  variable: "--font-inter",
  weight: "100 900",
  display: "swap",
});
