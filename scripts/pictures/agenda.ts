import type { Page } from "./scenes.ts";

/** One of the agenda's items, with all that its panel tells. */
export const openItem =
  (which = "[data-item]") =>
  async (page: Page) => {
    await page.locator(which).first().click();
    await page.locator("[role=dialog] ol li").first().waitFor();
  };

/** Something new, for somebody who is looked for. */
export async function lookFor(page: Page): Promise<void> {
  await page.locator("[role=combobox]").fill("ma");
  await page.locator("[role=option]").nth(1).waitFor();
}

/** Over somebody who has the time already: who that is, and what is free near by. */
export async function bookOver(page: Page): Promise<void> {
  await page.locator("[role=combobox]").press("Enter");
  await page.locator("[role=dialog] input[type=date]").fill("2026-11-18");
  await page.locator("[role=dialog] input[type=time]").fill("11:00");
  await page.locator("[role=dialog] button[type=submit]").click();
  await page.locator("[role=dialog] section").waitFor();
}

export async function moveByForm(page: Page): Promise<void> {
  await openItem("[data-item]:has(.lucide-hourglass)")(page);
  await page.locator("button:has(.lucide-calendar-clock)").click();
  await page.locator("[role=dialog] input[type=time]").fill("11:00");
  await page.locator("[role=dialog] .lucide-circle-alert").first().waitFor();
}

/** What was sent about a meeting that has been, the last of it in sight. */
export async function openSent(page: Page): Promise<void> {
  await openItem("[data-item]:not(:has(.lucide-lock))")(page);
  const dialog = page.locator("[role=dialog]");
  await dialog.locator("ol li").last().scrollIntoViewIfNeeded();
  await dialog.locator(".lucide-check-check").last().scrollIntoViewIfNeeded();
}
