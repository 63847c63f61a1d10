import { readFile } from "node:fs/promises";
import { join } from "node:path";
import subsetFont from "subset-font";

const WEB = join(import.meta.dirname, "../../apps/web");

interface Subset {
  /** As which file of `apps/web/src/app/fonts`. */
  file: string;
  /** Of which file of the packages. */
  from: string;
  /** OpenType tags: letters in their shapes, and what the stylesheet switches on. */
  features: readonly string[];
  /** Of a variable font: the weights that are used. */
  weights?: { min: number; max: number };
}

const SHAPES = ["ccmp", "kern", "liga", "locl", "mark", "mkmk"];

export const SUBSETS: readonly Subset[] = [
  {
    file: "inter.woff2",
    from: "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
    features: [...SHAPES, "calt", "tnum", "cv11", "ss03"],
    weights: { min: 400, max: 700 },
  },
  {
    file: "bricolage-grotesque.woff2",
    from: "@fontsource/bricolage-grotesque/files/bricolage-grotesque-latin-700-normal.woff2",
    features: SHAPES,
  },
];

/** Code points, from and to: Western Europe's letters and signs, and what the words of the app add. */
const RANGES = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x131, 0x131],
  [0x152, 0x153],
  [0x2c6, 0x2c6],
  [0x2da, 0x2da],
  [0x2dc, 0x2dc],
  [0x2010, 0x2027],
  [0x202f, 0x2030],
  [0x2039, 0x203a],
  [0x2044, 0x2044],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
] as const;

/** Letters beyond these are fetched as the files of the packages, when a page has one. */
export const LETTERS = RANGES.flatMap(([from, to]) =>
  Array.from({ length: to - from + 1 }, (_, offset) => String.fromCodePoint(from + offset)),
).join("");

/** Where the made file stands. */
export const placeOf = ({ file }: Subset): string => join(WEB, "src/app/fonts", file);

/** The font with the letters, features and weights that are used, as WOFF2. */
export async function made({ from, features, weights }: Subset): Promise<Buffer> {
  const font = await readFile(join(WEB, "node_modules", from));
  return subsetFont(font, LETTERS, {
    targetFormat: "woff2",
    keepFeatures: [...features],
    noHinting: true, // what is hinted looks the same on screens of today
    ...(weights && { variationAxes: { wght: weights } }),
  });
}
