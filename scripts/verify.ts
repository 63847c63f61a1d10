import { spawn } from "node:child_process";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..");

interface Step {
  readonly name: string;
  readonly command: readonly string[];
}

const node = (script: string) => [process.execPath, join(ROOT, script)];

// What must be true of the code without running it. The heavy ones start first.
const STEPS: readonly Step[] = [
  // One program for all packages: what they share is checked once.
  { name: "types", command: ["tsc", "--noEmit", "--pretty"] },
  { name: "lint", command: ["oxlint"] },
  { name: "unused", command: ["knip", "--no-progress"] },
  { name: "format", command: ["oxfmt", "--check"] },
  { name: "house", command: node("scripts/checks/run.ts") },
  { name: "packages", command: ["turbo", "boundaries"] },
];

const BIN = join(ROOT, "node_modules/.bin");
// turbo would otherwise send usage data; nothing here talks to the network.
const ENV = {
  ...process.env,
  PATH: `${BIN}:${process.env.PATH ?? ""}`,
  FORCE_COLOR: process.stdout.isTTY ? "1" : "0",
  TURBO_TELEMETRY_DISABLED: "1",
  DO_NOT_TRACK: "1",
};

/** Runs one step; resolves to whether it passed. A passing step says one line, a failing one all it has. */
function run({ name, command: [file = "", ...args] }: Step): Promise<boolean> {
  const started = performance.now();
  const child = spawn(file, args, { cwd: ROOT, env: ENV, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  child.stderr.on("data", (chunk) => (output += chunk));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`${code === 0 ? "ok  " : "FAIL"} ${name.padEnd(9)} ${seconds.padStart(5)} s`);
      if (code !== 0) console.log(`\n${output.trim()}\n`);
      resolve(code === 0);
    });
  });
}

const only = process.argv.slice(2);
const steps = only.length > 0 ? STEPS.filter(({ name }) => only.includes(name)) : STEPS;
if (steps.length === 0) {
  console.error(`Nothing to verify: choose from ${STEPS.map(({ name }) => name).join(", ")}`);
  process.exit(1);
}
const started = performance.now();
const passed = await Promise.all(steps.map(run));
const failed = passed.filter((ok) => !ok).length;
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(`${steps.length - failed} of ${steps.length} checks passed in ${seconds} s`);
process.exitCode = failed > 0 ? 1 : 0;
