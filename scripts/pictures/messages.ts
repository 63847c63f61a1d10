import type { Page } from "./scenes.ts";

export const openThread = (index: number) => async (page: Page) => {
  await page.locator("[data-wide] ul a").nth(index).click();
  await page.locator("[role=log] li").first().waitFor();
};

export async function searchClients(page: Page): Promise<void> {
  await page.locator("[data-wide] input[type=search]").fill("ma");
  await page.locator("[data-wide] ul a").nth(1).waitFor();
}

/** Somebody who wants nothing on WhatsApp. */
export async function openRefused(page: Page): Promise<void> {
  await page.locator("[data-wide] input[type=search]").fill("Daniela");
  await page.locator("[data-wide] ul a").first().click();
  await page.locator("[data-wide] textarea").waitFor();
}

export async function writeWording(page: Page): Promise<void> {
  await page.locator("#content textarea").first().fill("Traga um casaco: a sala é fria.");
}
