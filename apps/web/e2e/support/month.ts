import { expect, type Page } from "@playwright/test";

/** The days of the shown month on which something is free. */
export const freeDays = (page: Page) => page.locator("td a[href]");

/** Turns to the next month, and waits until its free days are known. */
export async function nextMonth(page: Page): Promise<void> {
  await expect(page.getByRole("grid")).toHaveAttribute("aria-busy", "false");
  const before = await page.locator("td [data-day]").first().getAttribute("data-day");
  await page.locator("a:has(> .lucide-chevron-right)").last().click();
  await expect(page.locator("td [data-day]").first()).not.toHaveAttribute("data-day", before ?? "");
  await expect(page.getByRole("grid")).toHaveAttribute("aria-busy", "false");
}

/** Chooses one of the free days, and waits until the times that are shown are its own. */
export async function chooseDay(page: Page, index: number): Promise<void> {
  const day = freeDays(page).nth(index);
  await day.click();
  await expect(day.locator("xpath=..")).toHaveAttribute("aria-selected", "true");
}
