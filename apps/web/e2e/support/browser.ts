import { chromium as playwright, type Browser } from "@playwright/test";
import chromium from "@sparticuz/chromium";

/** The browser that comes from the npm registry: unpacked to the temporary folder on first use. */
export function executablePath(): Promise<string> {
  return chromium.executablePath();
}

/** What the package wants besides: one process, and a graphics card that a processor has to play. */
const UNWANTED =
  /^--(headless|single-process|no-zygote|in-process-gpu|use-gl|use-angle|ignore-gpu-blocklist|enable-unsafe-swiftshader)/;

/** Arguments that make it run as root, in a container, and never talk to anybody on its own. */
export function launchArgs(): string[] {
  const args = chromium.args.filter((arg) => !UNWANTED.test(arg));
  return [
    ...new Set([
      ...args,
      "--no-sandbox",
      "--disable-gpu", // played by the processor it takes more of it than all pages together
      "--disable-background-networking",
      "--disable-component-update",
    ]),
  ];
}

export async function launchBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await executablePath(),
    args: launchArgs(),
    headless: true,
  });
}
