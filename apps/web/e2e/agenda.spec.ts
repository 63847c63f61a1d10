import { type Page, test as playwright } from "@playwright/test";
import { bookFor, dayOf, drag, HOUR_MS, tapAt } from "./support/agenda.ts";
import { bookAsGuest, openPractice } from "./support/practice.ts";
import { anotherDevice, expect, expectAccessible, test, uniqueEmail } from "./support/test.ts";

const MARINA = { name: "Marina Prado", phone: "11987650001" };
const OTAVIO = { name: "Otávio Reis", phone: "11987650002" };

const origin = () => playwright.info().project.use.baseURL ?? "";
const card = (page: Page, name = MARINA.name) => page.locator("[data-item]", { hasText: name });

/** A practice of this test's own, whose owner is signed in on `page`. Answers its slug. */
function practice(page: Page): Promise<string> {
  return openPractice(page.request, origin(), { email: uniqueEmail("clara"), name: "Clara Nunes" });
}

test(
  "day, week and month, by button and by key, and the address keeps them",
  { tag: "@twice" },
  async ({ page, request, t }) => {
    const slug = await practice(page);
    const { day } = await bookAsGuest(request, origin(), { slug, ...MARINA });
    await bookAsGuest(request, origin(), { slug, ...OTAVIO });
    await page.goto(`/dashboard/agenda?view=day&date=${day}`);
    await expect(card(page)).toBeVisible();
    await expectAccessible(page);

    await card(page).focus();
    await page.keyboard.press("ArrowDown");
    await expect(card(page, OTAVIO.name)).toBeFocused();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog", { name: MARINA.name })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(card(page)).toBeFocused();
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog")).toContainText(t("calendar.keys.title"));
    await page.keyboard.press("Escape");

    await page.getByRole("button", { name: t("calendar.views.week"), exact: true }).click();
    await expect(page).toHaveURL(/view=week/);
    await expect(card(page)).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("m");
    await expect(page).toHaveURL(/view=month/);
    await expect(page.locator("[data-grid]")).toHaveCount(0);
    await expectAccessible(page);
    await page.goBack();
    await expect(page).toHaveURL(/view=week/);
    await page.reload();
    await expect(card(page)).toBeVisible();
  },
);

test("a tap on free time books it for somebody new, and over them only by name", async ({
  page,
  t,
}) => {
  await practice(page);
  const day = dayOf(Date.now() + 24 * HOUR_MS);
  await page.goto(`/dashboard/agenda?view=day&date=${day}`);
  await tapAt(page, day, 10);
  const sheet = page.getByRole("dialog", { name: t("calendar.fresh.title") });
  const time = sheet.getByLabel(t("calendar.fresh.time"), { exact: true });
  await expect(time).toHaveValue("10:00");
  await expect(sheet.getByLabel(t("calendar.fresh.date"), { exact: true })).toHaveValue(day);
  await expectAccessible(page);
  const whom = sheet.getByRole("combobox", { name: t("calendar.fresh.client"), exact: true });
  const book = sheet.getByRole("button", { name: t("calendar.fresh.book"), exact: true });
  await book.click();
  await expect(sheet).toContainText(t("common.validation.required"));
  await whom.fill(MARINA.name);
  await whom.press("Enter");
  await expect(sheet.getByLabel(t("calendar.fresh.name"), { exact: true })).toHaveValue(
    MARINA.name,
  );
  await sheet.getByLabel("WhatsApp").fill(MARINA.phone);
  await book.click();
  await expect(sheet).toBeHidden();
  await expect(card(page)).toContainText("10:00");

  // The same time again, for somebody of the list: only by name and with a reason.
  await page.keyboard.press("n");
  await whom.fill("marina");
  await expect(sheet.getByRole("option", { name: MARINA.name })).toBeVisible();
  await whom.press("Enter");
  await sheet.getByLabel(t("calendar.fresh.date"), { exact: true }).fill(day);
  await time.fill("10:00");
  await book.click();
  const taken = sheet.getByRole("region", { name: t("calendar.fresh.taken") });
  await expect(taken).toContainText(MARINA.name);
  await expectAccessible(page);
  const anyway = sheet.getByRole("button", { name: t("calendar.fresh.bookAnyway") });
  await anyway.click();
  await expect(taken).toContainText(t("common.validation.required"));
  await taken.getByLabel(t("calendar.taken.reason")).fill("Vêm juntas");
  await anyway.click();
  await expect(sheet).toBeHidden();
  await expect(card(page)).toHaveCount(2);
});

test("moved by the keyboard alone, with the conflict said and the history kept", async ({
  page,
  request,
  t,
}) => {
  const slug = await practice(page);
  const { day } = await bookAsGuest(request, origin(), { slug, ...MARINA });
  await bookAsGuest(request, origin(), { slug, ...OTAVIO });
  await page.goto(`/dashboard/agenda?view=day&date=${day}`);
  const panel = page.getByRole("dialog", { name: MARINA.name, exact: true });
  // Pressed until it is there: the page may still be waking up.
  await expect(async () => {
    await card(page).focus();
    await page.keyboard.press("Enter");
    await expect(panel).toBeVisible({ timeout: 3_000 });
  }).toPass();
  await expect(panel).toContainText(t("calendar.history.what.requested"));
  await expect(panel).toContainText(t("calendar.history.by.guest"));
  await panel.getByRole("button", { name: t("calendar.reschedule.button") }).press("Enter");
  const form = page.getByRole("dialog", {
    name: t("calendar.reschedule.title", { name: MARINA.name }),
  });
  const time = form.getByLabel(t("calendar.reschedule.time"));
  await time.fill("09:00");
  await expect(form).toContainText(OTAVIO.name);
  await expectAccessible(page);
  await form.getByRole("button", { name: t("calendar.reschedule.send") }).press("Enter");
  // The form tells of the conflict as well, and goes before the question comes.
  await expect(form).toBeHidden();
  const asked = page.getByRole("dialog").last();
  await expect(asked).toContainText(OTAVIO.name);
  await page.keyboard.press("Escape");
  await panel.getByRole("button", { name: t("calendar.reschedule.button") }).press("Enter");
  await time.fill("15:00");
  await time.press("Enter");
  await expect(panel).toContainText("15:00–15:50");
  const moved = t("calendar.history.what.moved", { from: "|", to: "|" }).split("|")[0] ?? "";
  await expect(panel).toContainText(moved.trim());
});

test("time of one's own: what is wanted is chosen already, and it is given back", async ({
  page,
  t,
}) => {
  await practice(page);
  const day = dayOf(Date.now() + 24 * HOUR_MS);
  await page.goto(`/dashboard/agenda?view=day&date=${day}&new=block`);
  const sheet = page.getByRole("dialog", { name: t("calendar.fresh.title") });
  await expect(sheet.getByLabel(t("calendar.fresh.kind"))).toHaveValue("block");
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await expect(page).not.toHaveURL(/new=/);

  await tapAt(page, day, 11);
  await expect(sheet.getByLabel(t("calendar.fresh.kind"))).toHaveValue("meeting");
  await sheet.getByLabel(t("calendar.fresh.kind")).selectOption("block");
  await sheet.getByLabel(t("calendar.fresh.what")).fill("Dentista");
  await sheet.getByLabel(t("calendar.fresh.until"), { exact: true }).fill("12:30");
  await expectAccessible(page);
  await sheet.getByRole("button", { name: t("calendar.fresh.block"), exact: true }).click();
  await expect(sheet).toBeHidden();
  const block = card(page, "Dentista");
  await expect(block).toContainText("11:00–12:30");
  await block.click();
  const panel = page.getByRole("dialog", { name: "Dentista" });
  await panel.getByRole("button", { name: t("calendar.blocked.free") }).click();
  await expect(block).toBeHidden();
});

test("what was asked for is confirmed, paid, and called off with a reason", async ({
  page,
  request,
  t,
}) => {
  const slug = await practice(page);
  const { day } = await bookAsGuest(request, origin(), { slug, ...MARINA });
  await page.goto(`/dashboard/agenda?view=day&date=${day}`);
  await card(page).click();
  const panel = page.getByRole("dialog", { name: MARINA.name });
  await panel.getByRole("button", { name: t("dashboard.action.confirm") }).click();
  await expect(panel).toContainText(t("dashboard.status.confirmed"));
  await expect(card(page)).toContainText(t("dashboard.status.confirmed"));
  // It has not begun: nothing can have become of it.
  const complete = panel.getByRole("button", { name: t("calendar.outcome.complete") });
  await expect(complete).toHaveCount(0);
  await panel.getByRole("button", { name: t("calendar.outcome.paid") }).click();
  await expect(panel.getByRole("button", { name: t("calendar.outcome.unpaid") })).toBeVisible();
  await panel.getByRole("button", { name: t("calendar.outcome.unpaid") }).click();
  await expect(panel.getByRole("button", { name: t("calendar.outcome.paid") })).toBeVisible();
  await expectAccessible(page);

  await panel.getByRole("button", { name: t("dashboard.action.cancel") }).click();
  const ask = page.getByRole("dialog", {
    name: t("dashboard.cancel.title", { name: MARINA.name }),
  });
  await ask.getByRole("textbox").fill("Uma viagem");
  await ask.getByRole("button", { name: t("dashboard.cancel.button") }).click();
  await expect(panel).toContainText("Uma viagem");
  await page.keyboard.press("Escape");
  await expect(card(page)).toHaveCount(0);
});

test("what has begun is completed, noted as missed, and taken back", async ({ page, t }) => {
  await practice(page);
  const day = await bookFor(page, MARINA, Math.floor(Date.now() / HOUR_MS) * HOUR_MS - HOUR_MS);
  await page.goto(`/dashboard/agenda?view=day&date=${day}`);
  await card(page).click();
  const panel = page.getByRole("dialog", { name: MARINA.name });
  const act = (name: "complete" | "noShow" | "reopen") =>
    panel.getByRole("button", { name: t(`calendar.outcome.${name}`), exact: true });
  await act("complete").click();
  await expect(panel).toContainText(t("dashboard.status.completed"));
  await act("reopen").click();
  await expect(panel).toContainText(t("dashboard.status.confirmed"));
  await act("noShow").click();
  await expect(panel).toContainText(t("dashboard.status.no_show"));
  await expectAccessible(page);
  await act("reopen").click();
  await expect(act("complete")).toBeVisible();
});

test("what is done in one window is seen in another at once", async ({ page, browser, t }) => {
  await practice(page);
  const day = await bookFor(page, MARINA, Math.ceil(Date.now() / HOUR_MS) * HOUR_MS + 24 * HOUR_MS);
  const listening = page.waitForResponse(/booking\.onChange/);
  await page.goto(`/dashboard/agenda?view=week&date=${day}`);
  await expect(card(page)).toBeVisible();
  await listening;

  const other = await anotherDevice(browser, await page.context().storageState());
  await other.goto(`/dashboard/agenda?view=day&date=${day}`);
  await card(other).click();
  const panel = other.getByRole("dialog", { name: MARINA.name });
  await panel.getByRole("button", { name: t("calendar.outcome.paid") }).click();
  await expect(card(page)).toContainText(t("dashboard.payment.captured"));
  await other.context().close();
});

test.describe("with a mouse", () => {
  test.use({ viewport: { width: 1280, height: 900 }, hasTouch: false });

  test("dragged to another time, with the conflict said before the drop", async ({
    page,
    request,
    t,
  }) => {
    const slug = await practice(page);
    const { day } = await bookAsGuest(request, origin(), { slug, ...MARINA });
    await bookAsGuest(request, origin(), { slug, ...OTAVIO });
    await page.goto(`/dashboard/agenda?view=day&date=${day}`);
    await expect(card(page)).toBeVisible();
    const height = (await page.locator("[data-date]").boundingBox())?.height ?? 0;

    await drag(page, card(page), height / 24, "taken");
    await page.keyboard.press("Escape");
    await page.mouse.up();
    await expect(page.locator("[data-ghost]")).toHaveCount(0);
    const dialog = page.getByRole("dialog");
    await expect(dialog, "it was given up").toHaveCount(0);

    await drag(page, card(page), height / 24, "taken");
    await expect(page.locator("[data-ghost]")).toContainText(OTAVIO.name);
    await page.mouse.up();
    await expect(dialog).toContainText(OTAVIO.name);
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(card(page)).toContainText("08:00");

    await drag(page, card(page), height / 6, "free");
    await page.mouse.up();
    await expect(card(page)).toContainText("12:00");
    await page.getByRole("button", { name: t("common.undo") }).click();
    await expect(card(page)).toContainText("08:00");
    await page.reload();
    await expect(card(page)).toContainText("08:00");
  });
});
