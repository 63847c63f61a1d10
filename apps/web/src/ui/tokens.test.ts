import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

type Rgb = readonly [number, number, number];
type Mode = "light" | "dark";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = "", light = "", dark = ""]) => [name, { light, dark }],
  ),
);

function rgb(name: string, mode: Mode): Rgb {
  const hex = tokens.get(name)?.[mode];
  if (!hex) throw new Error(`no token ${name}`);
  const at = (start: number) => Number.parseInt(hex.slice(start, start + 2), 16) / 255;
  return [at(1), at(3), at(5)];
}

/** Relative luminance, WCAG 2.2. */
function luminance([r, g, b]: Rgb): number {
  const linear = (value: number) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

/** Contrast ratio, WCAG 2.2, 1 to 21. */
function contrast(a: string, b: string, mode: Mode): number {
  const [x, y] = [luminance(rgb(a, mode)), luminance(rgb(b, mode))];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

const GROUNDS = ["paper", "surface", "sunken"];
const STATUSES = ["good", "waiting", "late", "bad", "calm", "accent"];

// What is read: ink and coloured words on every ground they lie on.
const TEXT: readonly (readonly [string, string])[] = [
  ...["ink", "ink-soft", "ink-faint", "action-ink", "bad"].flatMap((ink) =>
    GROUNDS.map((ground) => [ink, ground] as const),
  ),
  ...STATUSES.flatMap((status) => [
    [status, `${status}-soft`] as const,
    [status, "surface"] as const,
  ]),
  ["ink", "action-soft"],
  ["ink-soft", "action-soft"],
  ["action-ink", "action-soft"],
  ["on-action", "action"],
  ["on-action", "action-hover"],
  ["on-band", "band"],
  ["paper", "accent"],
  ["on-bad", "bad"],
  ["paper", "ink"],
];

// What is seen without being read: edges of controls, the ring of the focus, an agenda's colours.
const LINES: readonly (readonly [string, string])[] = [
  ...["line-strong", "focus", "action"].flatMap((line) =>
    GROUNDS.map((ground) => [line, ground] as const),
  ),
  ...["teal", "amber", "rose", "indigo", "olive", "slate"].map(
    (colour) => [`service-${colour}`, "surface"] as const,
  ),
];

describe.each<Mode>(["light", "dark"])("%s theme", (mode) => {
  test.each(TEXT)("%s on %s can be read: at least 4.5 to 1", (ink, ground) => {
    expect(contrast(ink, ground, mode)).toBeGreaterThanOrEqual(4.5);
  });
  test.each(LINES)("%s on %s can be seen: at least 3 to 1", (line, ground) => {
    expect(contrast(line, ground, mode)).toBeGreaterThanOrEqual(3);
  });
});

test("every colour has a light and a dark value", () => {
  const declared = [...css.matchAll(/^\s+--([\w-]+):/gm)].map(([, name]) => name);
  const shadows = ["scrim", "shadow"];
  expect(declared.filter((name) => name && !shadows.includes(name) && !tokens.has(name))).toEqual(
    [],
  );
});
