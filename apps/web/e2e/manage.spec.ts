import type { Page } from "@playwright/test";
import { chooseDay, freeDays, nextMonth } from "./support/month.ts";
import { expect, expectAccessible, test, uniqueEmail } from "./support/test.ts";

const SLUG = "ana-souza";
const AT_ONCE = "Sessão online";

/** Days of their own, so that tests which run at once do not meet: one for each test and project. */
function dayOf(index: number): number {
  return 12 + index * 2 + (test.info().project.name.startsWith("pt") ? 0 : 1);
}

/** Books on the page itself, and answers the address of the appointment's page. */
async function bookAndOpen(page: Page, day: number): Promise<string> {
  await page.goto(`/p/${SLUG}`);
  await page.getByRole("link", { name: AT_ONCE }).click();
  await nextMonth(page);
  await chooseDay(page, day);
  await page.locator("fieldset ul a").first().click();
  await page.locator("[name=name]").fill("Marina Prado");
  await page.locator("[name=phone]").fill("11987654321");
  await page.locator("[name=email]").fill(uniqueEmail("marina"));
  await page.locator("form button[type=submit]").click();
  const link = page.locator("[data-booked] a[href^='/m/']").last();
  const href = (await link.getAttribute("href")) ?? "";
  await link.click();
  await expect(page).toHaveURL(href);
  return href;
}

test(
  "whoever has the link sees the appointment, moves it and cancels it",
  { tag: "@twice" },
  async ({ page, t }) => {
    const href = await bookAndOpen(page, dayOf(0));
    await expect(page.getByRole("heading", { name: t("manage.stand.confirmed") })).toBeVisible();
    await expect(page.locator("main")).toContainText(AT_ONCE);
    await expect(page.locator("main"), "links are forwarded").not.toContainText("Marina");

    await page.getByRole("link", { name: t("manage.actions.move") }).click();
    await expect(page.getByRole("heading", { name: t("manage.move.title") })).toBeVisible();
    await page.locator("a:has(> .lucide-chevron-right)").last().click();
    await expect(freeDays(page).first()).toBeVisible();
    await chooseDay(page, dayOf(0));
    const time = page.locator("fieldset ul a").last();
    const said = (await time.textContent()) ?? "";
    await time.click();
    await expect(page.getByRole("heading", { name: t("manage.move.review") })).toBeFocused();
    await page.getByRole("button", { name: t("manage.move.submit") }).click();
    await expect(page.getByRole("status")).toContainText(said);
    await expect(page.locator("main dl")).toContainText(said);

    await page.getByRole("link", { name: t("manage.actions.cancel") }).click();
    await page.locator("[name=reason]").fill("Vou viajar");
    await page.getByRole("button", { name: t("manage.cancel.submit") }).click();
    await expect(page.getByRole("heading", { name: t("manage.stand.cancelled") })).toBeVisible();
    await expect(page.getByRole("status")).toContainText(
      t("manage.done.cancelled", { name: "Ana Souza" }),
    );
    await expect(page.locator("main dl")).toContainText("Vou viajar");

    await page.getByRole("link", { name: t("manage.done.undo") }).click();
    await expect(page.locator("form"), "the time is still there").toContainText(said);
    await page.goto(href);
    await expect(page.getByRole("link", { name: t("manage.actions.again") })).toBeVisible();
    await expect(page.getByRole("link", { name: t("manage.actions.cancel") })).toHaveCount(0);
  },
);

test("is accessible at every step, in both themes", async ({ page, t }) => {
  // Axe looks at five pages twice.
  test.slow();
  const href = await bookAndOpen(page, dayOf(3));
  await expectAccessible(page);
  await page.goto(`${href}?act=move`);
  await page.locator("a:has(> .lucide-chevron-right)").last().click();
  await expect(freeDays(page).first()).toBeVisible();
  await expectAccessible(page);
  await page.locator("fieldset ul a").first().click();
  await expect(page.getByRole("heading", { name: t("manage.move.review") })).toBeFocused();
  await expectAccessible(page);
  await page.goto(`${href}?act=cancel`);
  await expectAccessible(page);
  await page.getByRole("button", { name: t("manage.cancel.submit") }).click();
  await expect(page.getByRole("heading", { name: t("manage.stand.cancelled") })).toBeVisible();
  await expectAccessible(page);
});

test("the calendar gets a file, and nobody else hears of the address", async ({ page }) => {
  const href = await bookAndOpen(page, dayOf(1));
  const answer = await page.request.get(href);
  expect(answer.headers()["referrer-policy"]).toBe("no-referrer");
  await expect(page.locator("meta[name=robots]")).toHaveAttribute("content", /noindex/);
  for (const address of await page
    .locator("a[target=_blank]")
    .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? "")))
    expect(address).not.toContain(href.slice(3));
  const download = page.waitForEvent("download");
  await page.locator("a[href$='calendar.ics']").click();
  expect((await download).suggestedFilename()).toBe("odys.ics");
  const file = await (await page.request.get(`${href}/calendar.ics`)).text();
  expect(file).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(file).toContain("BEGIN:VTIMEZONE");
});

test("a link that opens nothing says so", async ({ page, t }) => {
  for (const token of ["x", "A".repeat(43)]) {
    const answer = await page.goto(`/m/${token}`);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole("heading", { name: t("manage.gone.title") })).toBeVisible();
  }
  await expectAccessible(page);
  expect((await page.request.get("/m/x/calendar.ics")).status()).toBe(404);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("an appointment is moved and cancelled by links and forms", async ({ page, t, browser }) => {
    // Booked where scripts run, opened where none do: as from a mail on another device.
    const { baseURL = "" } = test.info().project.use;
    const other = await browser.newPage({ javaScriptEnabled: true, baseURL });
    const href = await bookAndOpen(other, dayOf(2));
    await other.close();
    await page.goto(href);
    await page.getByRole("link", { name: t("manage.actions.move") }).click();
    await page.locator("a:has(> .lucide-chevron-right)").last().click();
    await chooseDay(page, dayOf(2));
    const time = page.locator("fieldset ul a").last();
    const said = (await time.textContent()) ?? "";
    await time.click();
    await page.getByRole("button", { name: t("manage.move.submit") }).click();
    await expect(page.getByRole("status")).toContainText(said);
    await page.getByRole("link", { name: t("manage.actions.cancel") }).click();
    await page.getByRole("button", { name: t("manage.cancel.submit") }).click();
    await expect(page.getByRole("heading", { name: t("manage.stand.cancelled") })).toBeVisible();
  });
});
