import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import chromium from "@sparticuz/chromium";

/** The browser of the browser tests, to be steered over a port. Runs as root and in a container. */
export async function startChromium(port: number) {
  const profile = mkdtempSync(join(tmpdir(), "odys-bench-"));
  const args = chromium.args.filter((arg) => !/^--(headless|single-process|no-zygote)/.test(arg));
  const browser = spawn(
    await chromium.executablePath(),
    [
      ...args,
      "--headless",
      "--no-sandbox",
      "--disable-background-networking",
      "--disable-component-update",
      `--remote-debugging-port=${port}`,
      `--user-data-dir=${profile}`,
      "about:blank",
    ],
    { stdio: "ignore" },
  );
  const gone = new Promise((resolve) => browser.once("exit", resolve));
  const stop = async () => {
    browser.kill("SIGKILL");
    await gone;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  for (let left = 300; left > 0; left--) {
    const ready = await fetch(`http://127.0.0.1:${port}/json/version`).catch(() => null);
    if (ready?.ok) return { port, stop };
    await sleep(100);
  }
  await stop();
  throw new Error("Chromium does not start");
}
