import { chromium as playwright, type Browser } from "@playwright/test";
import chromium from "@sparticuz/chromium";

/** The browser that comes from the npm registry: unpacked to the temporary folder on first use. */
export function executablePath(): Promise<string> {
  return chromium.executablePath();
}

/** Arguments that make it run as root, in a container, and never talk to anybody on its own. */
export function launchArgs(): string[] {
  const args = chromium.args.filter((arg) => !/^--(headless|single-process|no-zygote)/.test(arg));
  return [
    ...new Set([
      ...args,
      "--no-sandbox",
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
