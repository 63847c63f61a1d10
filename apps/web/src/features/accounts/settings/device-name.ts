/** Who they say they are, the more specific first: Edge and Opera also call themselves Chrome. */
const BROWSERS: readonly [RegExp, string][] = [
  [/EdgA?\/|EdgiOS\//, "Edge"],
  [/OPR\/|Opera/, "Opera"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/FxiOS\/|Firefox\//, "Firefox"],
  [/CriOS\/|Chrome\/|HeadlessChrome\//, "Chrome"],
  [/Version\/[\d.]+ .*Safari\//, "Safari"],
];
const SYSTEMS: readonly [RegExp, string][] = [
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Mac OS X|Macintosh/, "Mac"],
  [/CrOS/, "ChromeOS"],
  [/Linux/, "Linux"],
];

export interface DeviceName {
  browser: string | null;
  system: string | null;
  isPhone: boolean;
}

/** What a person would call the device, read from its user agent: enough to know one's own again. */
export function deviceName(userAgent: string | null): DeviceName {
  const text = userAgent ?? "";
  const find = (list: typeof BROWSERS) => list.find(([sign]) => sign.test(text))?.[1] ?? null;
  return {
    browser: find(BROWSERS),
    system: find(SYSTEMS),
    isPhone: /Mobi|iPhone|Android/.test(text),
  };
}
