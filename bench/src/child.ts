import { pathToFileURL } from "node:url";
import type { FigureModule } from "./figure.ts";

// One figure in a process of its own, so that no figure warms or fills the heap of another.
const [file] = process.argv.slice(2);
if (file === undefined) throw new TypeError("child.ts <file of a figure>");
const { run } = (await import(pathToFileURL(file).href)) as FigureModule;
for (const line of [await run()].flat()) console.log(JSON.stringify(line));
