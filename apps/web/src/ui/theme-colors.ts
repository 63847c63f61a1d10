/** `--paper` of tokens.css for what stands outside of the page: the bar of the browser, the app's first screen. */
export const PAPER = { light: "#f8f5ef", dark: "#131614" } as const;

/** The colour of the browser's bar, by what the device asks for. */
export const THEME_COLORS = [
  { media: "(prefers-color-scheme: light)", color: PAPER.light },
  { media: "(prefers-color-scheme: dark)", color: PAPER.dark },
];
