import { spawn } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";

/**
 * `pnpm bench [numbers…]`: runs the figures asked for, all of them by default, one after the other,
 * and prints one JSON line for each. Fails when one of them crashed; a goal missed is a result.
 */
const FIGURES = join(import.meta.dirname, "figures");
const CHILD = join(import.meta.dirname, "src/child.ts");

function runFigure(file: string): Promise<boolean> {
  const child = spawn(process.execPath, [CHILD, join(FIGURES, file)], { stdio: "inherit" });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve(code === 0));
  });
}

const asked = new Set(process.argv.slice(2).map(Number));
const files = (await readdir(FIGURES))
  .filter((file) => /^\d\d-.*\.ts$/.test(file))
  .filter((file) => asked.size === 0 || asked.has(Number.parseInt(file, 10)))
  .toSorted();
if (files.length === 0) throw new RangeError(`no such figure: ${[...asked].join(", ")}`);

const crashed: string[] = [];
for (const file of files) if (!(await runFigure(file))) crashed.push(file);
if (crashed.length > 0) {
  console.error(`crashed: ${crashed.join(", ")}`);
  process.exitCode = 1;
}
