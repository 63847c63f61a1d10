import { type Page, test as playwright } from "@playwright/test";
import { bookAsGuest, call, dig, openPractice } from "./support/practice.ts";
import { expect, expectAccessible, test, uniqueEmail } from "./support/test.ts";

const GUEST = "Marina Prado";
const DAY_MS = 86_400_000;

const origin = () => playwright.info().project.use.baseURL ?? "";
const section = (page: Page, name: string) => page.getByRole("region", { name });

/** A practice of this test's own, open every day from eight to eight, whose owner looks at its rules. */
async function openRules(page: Page): Promise<string> {
  const person = { email: uniqueEmail("clara"), name: "Clara Nunes" };
  const slug = await openPractice(page.request, origin(), person);
  await page.goto("/dashboard/hours");
  return slug;
}

/** Which of these days the public page has free times on. */
async function freeDays(page: Page, slug: string, from: string, to: string): Promise<unknown[]> {
  const card = await call(page.request, origin(), "query", "booking.getPage", { slug });
  const serviceId = dig(card, "services", 0, "id");
  const asked = { slug, serviceId, from, to };
  const free = dig(await call(page.request, origin(), "query", "booking.listDays", asked), "days");
  return Array.isArray(free) ? free.map((day: unknown) => dig(day, "date")) : [];
}

const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

test(
  "a vacation closes its days, says what is booked there, and can be taken back",
  { tag: "@twice" },
  async ({ page, request, t }) => {
    const slug = await openRules(page);
    const { day } = await bookAsGuest(request, origin(), { slug, name: GUEST });
    const [from, to] = [day, inDays(6)];
    const dates = section(page, t("hours.dates.title"));
    await dates.getByRole("button", { name: t("hours.dates.add") }).click();
    const sheet = page.getByRole("dialog", { name: t("hours.dates.add") });
    await sheet.getByLabel(t("hours.dates.to"), { exact: true }).fill(to);
    await sheet.getByLabel(t("hours.dates.from"), { exact: true }).fill(from);
    await sheet.getByLabel(t("hours.dates.note")).fill("Férias");
    await expect(sheet.getByText(t("hours.dates.outside", { count: 1 }))).toBeVisible();
    await expect(sheet.getByText(GUEST)).toBeVisible();
    await expectAccessible(page);
    await sheet.getByRole("button", { name: t("common.save") }).click();
    await expect(page.getByText(t("hours.dates.saved"))).toBeVisible();
    await expect(sheet).toBeHidden();
    const line = dates.getByRole("listitem").filter({ hasText: "Férias" });
    await expect(line).toContainText(t("hours.dates.closed"));
    expect(await freeDays(page, slug, from, to)).toEqual([]);

    await line.getByRole("button", { name: t("hours.dates.removeOf", { name: "Férias" }) }).click();
    await expect(page.getByText(t("hours.dates.removed"))).toBeVisible();
    await expect(line).toBeHidden();
    expect(await freeDays(page, slug, from, to)).not.toEqual([]);
    await page.getByRole("button", { name: t("common.undo") }).click();
    await expect(line).toBeVisible();
    expect(await freeDays(page, slug, from, to)).toEqual([]);
  },
);

test("a holiday is closed until its switch says otherwise; limits are kept as they are chosen", async ({
  page,
  t,
}) => {
  const slug = await openRules(page);
  await expectAccessible(page);
  const year = { from: inDays(1), to: inDays(300) };
  const asked = await call(page.request, origin(), "query", "booking.listHolidays", year);
  const date = String(dig(asked, "holidays", 0, "date"));
  const dates = section(page, t("hours.dates.title"));
  const holiday = dates.getByRole("switch").first();
  await expect(holiday).not.toBeChecked();
  await holiday.click();
  await expect(holiday).toBeChecked();
  await expect(dates.getByText(t("hours.dates.openOn", { hours: "08:00–20:00" }))).toBeVisible();
  const opened = await call(page.request, origin(), "query", "booking.listExceptions", year);
  expect(dig(opened, "exceptions", 0, "date")).toBe(date);
  await holiday.click();
  await expect(holiday).not.toBeChecked();

  const limits = section(page, t("hours.limits.title"));
  await limits.getByLabel(t("hours.limits.perDay")).selectOption("3");
  await expect(page.getByText(t("hours.limits.saved")).first()).toBeVisible();
  await limits.getByLabel(t("hours.limits.step")).selectOption("60");
  await expect(async () => {
    const rules = await call(page.request, origin(), "query", "booking.getRules");
    expect([dig(rules, "maxPerDay"), dig(rules, "slotStepMinutes")]).toEqual([3, 60]);
  }).toPass();
  await page.reload();
  await expect(limits.getByLabel(t("hours.limits.perDay"))).toHaveValue("3");
  expect(await freeDays(page, slug, inDays(1), inDays(3))).not.toEqual([]);
});

test("why can't they book: an answer in a sentence, with the way to the rule", async ({
  page,
  t,
}) => {
  await openRules(page);
  await page.getByRole("button", { name: t("explain.open") }).click();
  const panel = page.getByRole("dialog", { name: t("explain.title") });
  const answer = panel.getByRole("heading", { level: 3 }).first();
  await expect(answer).toHaveText(t("explain.reason.free"));
  await panel.getByLabel(t("explain.time")).fill("21:00");
  await expect(answer).toHaveText(t("explain.reason.outside"));
  await expectAccessible(page);
  await panel.getByLabel(t("explain.time")).fill("10:10");
  await expect(answer).toHaveText(t("explain.reason.step", { step: "30 min" }));
  await panel.getByRole("listitem").getByRole("button").first().click();
  await expect(answer).toHaveText(t("explain.reason.free"));
  await panel.getByLabel(t("explain.date")).fill(inDays(200));
  await expect(answer).toHaveText(t("explain.reason.far"));
  await panel.getByLabel(t("explain.date")).fill(inDays(1));
  await panel.getByLabel(t("explain.time")).fill("07:00");
  await panel.getByRole("link", { name: t("explain.way.week") }).click();
  await expect(panel).toBeHidden();
  await expect(page).toHaveURL(/hours#week$/);
});
