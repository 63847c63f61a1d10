import type { Page } from "./scenes.ts";

export async function chooseService(page: Page, index = 0): Promise<void> {
  await page.locator("#content ul a, #content ul label").nth(index).click();
  await page.locator("td a[href]").first().waitFor();
}

export async function chooseTime(page: Page, index = 0): Promise<void> {
  await chooseService(page, index);
  await page.locator("td a[href]").nth(1).click();
  await page.locator("fieldset ul a").first().click();
  await page.locator("[name=name]").waitFor();
}

export async function book(page: Page): Promise<void> {
  await chooseTime(page);
  await page.locator("[name=name]").fill("Marina Prado");
  await page.locator("[name=phone]").fill("11987654321");
  await page.locator("form button[type=submit]").click();
  await page.locator("[data-booked]").waitFor();
}

/** Books, and follows the link of the appointment; then whatever is done there, link after link. */
export const manage =
  (...links: string[]) =>
  async (page: Page) => {
    await book(page);
    await page.locator("[data-booked] a[href^='/m/']").last().click();
    await page.waitForURL(/\/m\//);
    for (const link of links) await page.locator(link).first().click();
    await page.waitForLoadState("networkidle");
  };

/** A service that asks something. */
export const chooseAsking = (page: Page) => chooseTime(page, 2);
