import { type Page, test as playwright } from "@playwright/test";
import { call, openPractice } from "./support/practice.ts";
import { expect, expectAccessible, test, uniqueEmail } from "./support/test.ts";

const origin = () => playwright.info().project.use.baseURL ?? "";

/** A practice of this test's own with one client, whose owner looks at today. */
async function open(page: Page): Promise<void> {
  await openPractice(page.request, origin(), { email: uniqueEmail("rita"), name: "Rita Prado" });
  const client = { name: "Ângela Conceição", phone: "11987650011" };
  await call(page.request, origin(), "mutation", "clients.create", client);
  await page.goto("/dashboard");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

/** Pressed until it is there: the page may still be waking up. */
async function press(page: Page, key: string, name: string) {
  const dialog = page.getByRole("dialog", { name });
  await expect(async () => {
    if (!(await dialog.isVisible())) await page.keyboard.press(key);
    await expect(dialog).toBeVisible({ timeout: 3_000 });
  }).toPass();
  return dialog;
}

test(
  "the keyboard alone finds somebody without their accents, and they are first the next time",
  { tag: "@twice" },
  async ({ page, t }) => {
    await open(page);
    const dialog = await press(page, "Control+k", t("palette.title"));
    const field = dialog.getByRole("combobox");
    await expect(field).toBeFocused();
    await expectAccessible(page);
    await page.keyboard.type("angela conc");
    const person = dialog.getByRole("option", { name: /Ângela Conceição/ });
    await expect(person).toHaveAttribute("aria-selected", "true");
    const id = await person.getAttribute("id");
    await expect(field).toHaveAttribute("aria-activedescendant", String(id));
    await expectAccessible(page);
    await page.keyboard.press("Enter");
    await expect(dialog).toBeHidden();
    await expect(page.getByRole("heading", { level: 1, name: "Ângela Conceição" })).toBeVisible();

    await press(page, "Control+k", t("palette.title"));
    const recent = dialog.getByRole("group", { name: t("palette.recent") });
    await expect(recent.getByRole("option")).toHaveText([/Ângela Conceição/]);
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  },
);

test("pages by the start of their name, actions by other words, and nothing said in words", async ({
  page,
  t,
}) => {
  await open(page);
  const dialog = await press(page, "Control+k", t("palette.title"));
  const options = dialog.getByRole("option");
  await page.keyboard.press("ArrowDown");
  await expect(options.nth(1)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(options.last()).toHaveAttribute("aria-selected", "true");

  await page.keyboard.type("xqzw");
  await expect(dialog.getByText(t("palette.nothing", { query: "xqzw" }))).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(dialog).toBeVisible();

  await dialog.getByRole("combobox").fill(t("common.theme.dark"));
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");

  await press(page, "Control+k", t("palette.title"));
  await dialog.getByRole("combobox").fill(t("common.nav.services").slice(0, 4));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/dashboard\/services$/);
});

test("something new keeps the view and the day that somebody looks at", async ({ page, t }) => {
  await open(page);
  await page.goto("/dashboard/agenda?view=month&date=2027-03-10");
  const dialog = await press(page, "Control+k", t("palette.title"));
  await dialog.getByRole("combobox").fill(t("palette.action.block"));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/[?&]new=block\b/);
  const asked = new URL(page.url()).searchParams;
  expect([asked.get("view"), asked.get("date")]).toEqual(["month", "2027-03-10"]);
});

test("a question mark lists the keys of the page; where somebody writes it is a question mark", async ({
  page,
  t,
}) => {
  await open(page);
  const title = t("palette.keys.title");
  const dialog = await press(page, "?", title);
  await expect(dialog.getByText(t("palette.keys.search"))).toBeVisible();
  await expect(dialog.getByText(t("calendar.keys.views"))).toBeHidden();
  await expectAccessible(page);
  await page.keyboard.press("Escape");

  await page.goto("/dashboard/agenda");
  await press(page, "?", title);
  await expect(dialog.getByText(t("calendar.keys.views"))).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();

  await page.goto("/dashboard/clients");
  const search = page.getByRole("searchbox");
  await search.pressSequentially("?");
  await expect(search).toHaveValue("?");
  await expect(dialog).toBeHidden();
});

test("a thumb opens it too, and whoever signs out takes what was recent along", async ({
  page,
  t,
}) => {
  await open(page);
  const kept = () =>
    page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("odys.session.")));
  const dialog = page.getByRole("dialog", { name: t("palette.title") });
  const opener = page.getByRole("button", { name: t("palette.open") });
  await expect(async () => {
    await opener.click();
    await expect(dialog).toBeVisible({ timeout: 3_000 });
  }).toPass();
  await dialog.getByRole("option", { name: t("common.nav.clients"), exact: true }).click();
  await expect(page).toHaveURL(/\/dashboard\/clients$/);
  expect(await kept()).toHaveLength(1);
  await opener.click();
  await dialog.getByRole("combobox").fill(t("common.signOut"));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/$/);
  expect(await kept()).toEqual([]);
});
