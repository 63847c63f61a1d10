import { type Page, test as playwright } from "@playwright/test";
import { openPractice } from "./support/practice.ts";
import { expect, test, uniqueEmail } from "./support/test.ts";

const origin = () => playwright.info().project.use.baseURL ?? "";

/** Signed in, with the worker at work and what it keeps kept. */
async function installed(page: Page): Promise<void> {
  await openPractice(page.request, origin(), { email: uniqueEmail("clara"), name: "Clara Nunes" });
  await page.goto("/dashboard");
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  // A worker serves the pages that were opened after it.
  await page.reload();
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null))
    .toBe(true);
}

const keptIn = (page: Page) =>
  page.evaluate(async () => {
    const urls: string[] = [];
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys())
        urls.push(new URL(url).pathname);
    return urls;
  });

test("the manifest is whole, and its icons are there", async ({ page, request }) => {
  await page.goto("/");
  const href = await page.locator('link[rel="manifest"]').getAttribute("href");
  const manifest = (await (await request.get(href ?? "")).json()) as {
    start_url: string;
    display: string;
    icons: { src: string; sizes: string; purpose: string }[];
    shortcuts: { url: string }[];
  };
  expect(manifest).toMatchObject({ start_url: "/dashboard", display: "standalone" });
  expect(manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual(
    expect.arrayContaining([
      "192x192 any",
      "512x512 any",
      "512x512 maskable",
      "512x512 monochrome",
    ]),
  );
  for (const { src } of manifest.icons) {
    const icon = await request.get(src);
    expect([src, icon.status(), icon.headers()["content-type"]]).toEqual([src, 200, "image/png"]);
  }
  expect(manifest.shortcuts.length).toBeGreaterThan(0);
});

test("without a connection a page says so, in the reader's language, and comes back", async ({
  page,
  context,
  t,
}) => {
  await installed(page);
  await context.setOffline(true);
  await page.goto("/dashboard/services");
  await expect(page.getByRole("heading", { name: t("offline.title") })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe("/dashboard/services");
  await context.setOffline(false);
  await page.getByRole("button", { name: t("offline.retry") }).click();
  await expect(page.getByRole("heading", { level: 1, name: t("services.title") })).toBeVisible();
});

test("nothing of anybody's is kept, and after signing out nothing at all", async ({ page, t }) => {
  await installed(page);
  const kept = await keptIn(page);
  expect(kept.filter((path) => path === "/offline")).toHaveLength(2);
  expect(kept.filter((path) => path !== "/offline" && !path.startsWith("/_next/static/"))).toEqual(
    [],
  );
  await page.locator("button[aria-haspopup=menu]:visible").first().click();
  await page.getByRole("menuitem", { name: t("common.signOut") }).click();
  await page.waitForURL(`${origin()}/`);
  expect(await keptIn(page)).toEqual([]);
  expect(
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
  ).toBe(0);
});
