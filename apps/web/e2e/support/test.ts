import AxeBuilder from "@axe-core/playwright";
import {
  type Browser,
  type BrowserContext,
  expect,
  test as base,
  type Page,
} from "@playwright/test";
import { DEMO_PASSWORD } from "@odys/db/seed/people";
import { createTranslator } from "next-intl";
import { type Messages, MESSAGES } from "../../src/i18n/messages.ts";
import { findCutOff } from "./cut-off.ts";

type Words = ReturnType<typeof createTranslator<Messages>>;

/**
 * A page on which nothing may be thrown, hydration that does not match included, and no word missing, and
 * `t("booking.done.requested")`: what it says in the language of the project.
 */
export const test = base.extend<{ t: Words }>({
  page: async ({ page }, provide) => {
    const thrown: string[] = [];
    page.on("pageerror", (error) => thrown.push(error.message));
    // A word that a page did not bring along is shown as its key.
    page.on("console", (message) => {
      if (message.text().includes("MISSING_MESSAGE")) thrown.push(message.text());
    });
    await provide(page);
    expect(thrown).toEqual([]);
  },
  t: async ({ locale }, provide) => {
    const language = locale?.startsWith("pt") ? "pt-BR" : "en";
    await provide(createTranslator<Messages>({ locale: language, messages: MESSAGES[language] }));
  },
});
export { expect };

/** A browser of the project's kind that shares nothing with the test's own; with `state`, its cookies. */
export async function anotherDevice(
  browser: Browser,
  state?: Awaited<ReturnType<BrowserContext["storageState"]>>,
): Promise<Page> {
  const { baseURL, locale, timezoneId, viewport } = test.info().project.use;
  const context = await browser.newContext({
    ...(baseURL && { baseURL }),
    ...(locale && { locale }),
    ...(timezoneId && { timezoneId }),
    ...(viewport && { viewport }),
    ...(state && { storageState: state }),
  });
  return context.newPage();
}

/** Waits until the scripts have taken over what stands there: who is faster gets what a browser does without. */
export async function awake(page: Page, selector: string): Promise<void> {
  await page.waitForFunction(
    (where) =>
      Object.keys(document.querySelector(where) ?? {}).some((key) => key.startsWith("__react")),
    selector,
  );
}

let count = 0;
/** An address that no other test and no earlier run has. */
export function uniqueEmail(name = "person"): string {
  return `${name}.${Date.now().toString(36)}.${process.pid}.${count++}@example.com`;
}

/** Signs the page's browser in without going through the form; the demo's password unless told. */
export async function signIn(
  page: Page,
  { email, password = DEMO_PASSWORD }: { email: string; password?: string },
): Promise<void> {
  const origin = test.info().project.use.baseURL ?? "";
  const answer = await page.request.post("/api/trpc/accounts.signIn", {
    data: { email, password },
    headers: { origin },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
}

type Theme = "light" | "dark";

/** What the device asks for; the page follows unless somebody chose otherwise. */
async function setTheme(page: Page, theme: Theme): Promise<void> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
  // Colours change in a transition, short as it is, and what inherits them in one that begins later: what
  // is measured on the way is no colour of ours.
  await page.evaluate(async () => {
    for (let still = 0; still < 2;) {
      await new Promise((painted) => requestAnimationFrame(painted));
      const under = document.getAnimations().filter((one) => one instanceof CSSTransition);
      still = under.length > 0 ? 0 : still + 1;
      await Promise.allSettled(under.map(({ finished }) => finished));
    }
  });
}

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** WCAG 2.2 AA, as far as a machine can tell, and nothing cut off; what depends on colours in both themes. */
export async function expectAccessible(page: Page): Promise<void> {
  const found = await findCutOff(page);
  for (const theme of ["light", "dark"] as const) {
    await setTheme(page, theme);
    const axe = new AxeBuilder({ page });
    const { violations } = await (
      theme === "light" ? axe.withTags(RULES) : axe.withRules("color-contrast")
    ).analyze();
    for (const { id, nodes } of violations)
      found.push(`${theme} ${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(" | ")}`);
  }
  expect(found).toEqual([]);
}

/** Presses Tab until something has the focus; fails when it cannot be reached that way. */
export async function tabTo(page: Page, isThere: () => Promise<boolean>, most = 40): Promise<void> {
  for (let step = 0; step < most; step++) {
    await page.keyboard.press("Tab");
    if (await isThere()) return;
  }
  throw new Error(`not reached within ${most} steps of Tab`);
}
