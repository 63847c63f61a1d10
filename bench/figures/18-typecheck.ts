import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { type Figure, figureOf } from "../src/figure.ts";

export const figure = 18;

const ROOT = join(import.meta.dirname, "../..");
const ROUNDS = 5;

/** Seconds for the types of all packages, from nothing: `pnpm typecheck` keeps no state between runs. */
export async function run(): Promise<Figure> {
  const rounds: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now();
    const { status, stdout } = spawnSync(join(ROOT, "node_modules/.bin/tsc"), ["--noEmit"], {
      cwd: ROOT,
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(`types are wrong:\n${stdout}`);
    rounds.push((performance.now() - started) / 1000);
  }
  return figureOf({ figure, name: "type-check, cold", unit: "s", goal: 5 }, "lower", rounds);
}
