import { writeFile } from "node:fs/promises";
import { made, placeOf, SUBSETS } from "./fonts/subsets.ts";

// `pnpm fonts`: what the browser fetches before it shows the first letter, cut to what is used.

for (const subset of SUBSETS) {
  const font = await made(subset);
  await writeFile(placeOf(subset), font);
  console.log(`${(font.length / 1024).toFixed(1)} kB  ${placeOf(subset)}`);
}
