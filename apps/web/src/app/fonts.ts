import localFont from "next/font/local";

// Shipped with the app and preloaded, cut to what is used (`pnpm fonts`); "Inter Variable" of
// globals.css has all other letters, which a browser only loads when a name needs them.
export const inter = localFont({
  src: "./fonts/inter.woff2",
  variable: "--font-inter",
  weight: "400 700",
  display: "swap",
});
