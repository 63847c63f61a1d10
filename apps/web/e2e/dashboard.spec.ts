import { type APIRequestContext, type Page, test as playwright } from "@playwright/test";
import { bookAsGuest, call, dig, mailTo, openPractice } from "./support/practice.ts";
import { expect, expectAccessible, signIn, tabTo, test, uniqueEmail } from "./support/test.ts";

const GUEST = "Marina Prado";

const origin = () => playwright.info().project.use.baseURL ?? "";
const main = (page: Page) => page.getByRole("main");
const toast = (page: Page, text: string) => page.getByText(text, { exact: true });

/** A practice of this test's own, whose owner is signed in on `page`. Answers its slug. */
function practice(page: Page): Promise<string> {
  const person = { email: uniqueEmail("clara"), name: "Clara Nunes" };
  return openPractice(page.request, origin(), person);
}

/** A guest's request for a time of tomorrow, made from a browser of its own. */
function guestBooks(guest: APIRequestContext, slug: string, email?: string) {
  return bookAsGuest(guest, origin(), { slug, name: GUEST, ...(email ? { email } : {}) });
}

/** What pages complain of: a refused style or script, a hydration that did not match, a failed call. */
let complaints: string[] = [];
test.beforeEach(({ context }) => {
  complaints = [];
  context.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  context.on("weberror", (error) => complaints.push(error.error().message));
});
test.afterEach(() => {
  expect(complaints).toEqual([]);
});

test(
  "a request stands on today; confirming it tells the client and fills the day",
  { tag: "@twice" },
  async ({ page, request, t }) => {
    const slug = await practice(page);
    const email = uniqueEmail("marina");
    await guestBooks(request, slug, email);
    await page.goto("/dashboard");
    const asked = page.getByRole("region", { name: t("dashboard.waiting", { count: 1 }) });
    await expect(asked).toContainText(GUEST);
    await expect(page.getByText(t("dashboard.empty"))).toBeVisible();
    await expectAccessible(page);

    await asked.getByRole("button", { name: t("dashboard.action.confirm") }).click();
    await expect(toast(page, t("dashboard.toast.confirmed", { name: GUEST }))).toBeVisible();
    await expect(asked).toBeHidden();
    const row = main(page).getByRole("listitem").filter({ hasText: GUEST });
    await expect(row, "the request has left").toHaveCount(1);
    await expect(row).toContainText(t("dashboard.status.confirmed"));
    expect(await mailTo(request, origin(), email, /^(Confirmado|Confirmed)/)).toContain("Consulta");
  },
);

test("a request is turned down with a reason, which the client reads", async ({
  page,
  request,
  t,
}) => {
  const slug = await practice(page);
  const email = uniqueEmail("marina");
  const { startsAt } = await guestBooks(request, slug, email);
  await page.goto("/dashboard");
  await page.getByRole("button", { name: `${t("dashboard.action.reject")}: ${GUEST}` }).click();
  const dialog = page.getByRole("dialog", { name: t("dashboard.reject.title", { name: GUEST }) });
  await expectAccessible(page);
  await dialog.getByRole("textbox").fill("Viajo nesta semana.");
  await dialog.getByRole("button", { name: t("dashboard.reject.button") }).click();
  await expect(toast(page, t("dashboard.toast.rejected", { name: GUEST }))).toBeVisible();
  await expect(dialog).toBeHidden();
  await expect(
    page.getByRole("heading", { name: t("dashboard.waiting", { count: 1 }) }),
  ).toBeHidden();
  await mailTo(request, origin(), email, /Viajo nesta semana\./);
  const again = await guestBooks(request, slug);
  expect(again.startsAt, "the time is free again").toBe(startsAt);
});

test(
  "everything about an appointment is one tap away, its cancelling too",
  { tag: "@twice" },
  async ({ page, request, t }) => {
    const slug = await practice(page);
    const email = uniqueEmail("marina");
    const { id, day } = await guestBooks(request, slug, email);
    await call(page.request, origin(), "mutation", "booking.confirm", { id });
    await page.goto(`/dashboard?day=${day}`);
    await main(page).getByRole("listitem").filter({ hasText: GUEST }).getByRole("button").click();
    const sheet = page.getByRole("dialog", { name: GUEST });
    await expect(sheet).toContainText("(11) 98765-4321");
    await expect(sheet).toContainText(email);
    await expect(sheet.getByRole("link", { name: "WhatsApp" })).toHaveAttribute(
      "href",
      /5511987654321/,
    );
    await expectAccessible(page);

    await sheet.getByRole("button", { name: t("dashboard.action.cancel") }).click();
    const dialog = page.getByRole("dialog", { name: t("dashboard.cancel.title", { name: GUEST }) });
    await dialog.getByRole("textbox").fill("Estou com febre.");
    await dialog.getByRole("button", { name: t("dashboard.cancel.button") }).click();
    await expect(toast(page, t("dashboard.toast.cancelled"))).toBeVisible();
    await expect(sheet).toContainText("Estou com febre.");
    await expect(dialog).toBeHidden();
    await sheet.getByRole("button", { name: t("common.close") }).click();
    await expect(main(page)).toContainText(t("dashboard.status.cancelled"));
    await mailTo(request, origin(), email, /Estou com febre\./);
  },
);

test("days beside today are a step away, and free ones say so", async ({ page, t }) => {
  await practice(page);
  await page.goto("/dashboard");
  await page.getByRole("link", { name: t("dashboard.dayAfter") }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: t("common.when.tomorrow") }),
  ).toBeVisible();
  await expect(page.getByText(t("dashboard.emptyOther"))).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: t("dashboard.dayBefore") }).click();
  await expect(page.getByRole("heading", { level: 1, name: t("common.when.today") })).toBeVisible();
});

test("a service is made, changed, archived and brought back, and the public page follows", async ({
  page,
  context,
  t,
}) => {
  const slug = await practice(page);
  const open = await context.newPage();
  const shown = async (name: string, count: number) => {
    await open.goto(`/p/${slug}`);
    await expect(open.getByRole("main").getByText(name, { exact: true })).toHaveCount(count);
  };
  await page.goto("/dashboard/services");
  await expectAccessible(page);
  await page.getByRole("button", { name: t("services.add") }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("button", { name: t("common.save") }).click();
  await expect(sheet.getByText(t("common.validation.required"))).toBeVisible();
  await sheet.getByLabel(t("services.field.name")).fill("Devolutiva");
  await expect(sheet.getByRole("radio", { name: t("services.field.automatic") })).toBeDisabled();
  await expect(sheet.getByText(t("services.field.automaticPlan"))).toBeVisible();
  await expectAccessible(page);
  await sheet.getByRole("button", { name: t("common.save") }).click();
  await expect(toast(page, t("services.saved", { name: "Devolutiva" }))).toBeVisible();
  await shown("Devolutiva", 1);

  await page.getByRole("button", { name: "Devolutiva" }).click();
  await sheet.getByLabel(t("services.field.name")).fill("Devolutiva em família");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: t("common.unsaved.stay") }).click();
  await sheet.getByRole("button", { name: t("common.save") }).click();
  await expect(toast(page, t("services.saved", { name: "Devolutiva em família" }))).toBeVisible();
  await shown("Devolutiva em família", 1);

  await page.getByRole("button", { name: "Devolutiva em família" }).click();
  await sheet.getByRole("button", { name: t("services.archive") }).click();
  await expect(page.getByRole("heading", { name: t("services.archived") })).toBeVisible();
  await shown("Devolutiva em família", 0);
  await page.getByRole("button", { name: t("common.undo") }).click();
  await expect(page.getByRole("heading", { name: t("services.archived") })).toBeHidden();
  await shown("Devolutiva em família", 1);
});

test("a closed day is closed on the public page; nothing unsaved is lost by a tap", async ({
  page,
  context,
  t,
}) => {
  const slug = await practice(page);
  await page.goto("/dashboard/hours");
  await expectAccessible(page);
  const switches = main(page).getByRole("switch");
  await switches.first().click();
  await page
    .getByRole("link", { name: t("common.nav.clients") })
    .filter({ visible: true })
    .click();
  await expect(page.getByRole("dialog", { name: t("common.unsaved.title") })).toBeVisible();
  await page.getByRole("button", { name: t("common.unsaved.stay") }).click();
  await expect(switches.first()).not.toBeChecked();
  await page.getByRole("button", { name: t("common.save"), exact: true }).click();
  await expect(toast(page, t("hours.saved"))).toBeVisible();
  await expect(page.getByRole("button", { name: t("common.save"), exact: true })).toBeHidden();

  const open = await context.newPage();
  await open.goto(`/p/${slug}`);
  const free = open.locator("td a[href]");
  await expect(free.first()).toBeVisible();
  const days = await free.evaluateAll((all) => all.map((day) => day.getAttribute("data-day")));
  expect(days.filter((day) => new Date(`${day}T12:00:00Z`).getUTCDay() === 1)).toEqual([]);
  await page.getByRole("button", { name: t("common.undo") }).click();
  await expect(switches.first()).toBeChecked();
});

test("a notification leads to its appointment and is read with that", async ({
  page,
  request,
  t,
}) => {
  const slug = await practice(page);
  await guestBooks(request, slug);
  await guestBooks(request, slug);
  await expect(async () => {
    const unread = await call(page.request, origin(), "query", "messaging.countUnread");
    expect(dig(unread, "count")).toBe(2);
  }).toPass();
  await page.goto("/dashboard/notifications");
  await expectAccessible(page);
  await main(page).getByRole("link", { name: GUEST }).first().click();
  await expect(page).toHaveURL(/day=.*open=/);
  await expect(page.getByRole("dialog", { name: GUEST })).toBeVisible();
  await page.goto("/dashboard/notifications");
  await expect(main(page).getByText(t("notifications.isNew"))).toHaveCount(1);
  await page.getByRole("button", { name: t("notifications.markAll") }).click();
  await expect(main(page).getByText(t("notifications.isNew"))).toHaveCount(0);
});

test("the menu changes language and look, and leads out", async ({ page, t }) => {
  await practice(page);
  await page.goto("/dashboard");
  const menu = page.locator("button[aria-haspopup=menu]").filter({ visible: true });
  await menu.click();
  await expectAccessible(page);
  await page.getByRole("menuitemradio", { name: t("common.theme.dark") }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.getByRole("menuitem", { name: t("common.signOut") }).click();
  await expect(page).toHaveURL(`${origin()}/`);
  await page.goto("/dashboard");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("a request can be answered by the keyboard alone", async ({ page, request, t }) => {
  const slug = await practice(page);
  await guestBooks(request, slug);
  await page.goto("/dashboard");
  const confirm = page.getByRole("button", { name: `${t("dashboard.action.confirm")}: ${GUEST}` });
  await expect(confirm).toBeVisible();
  await tabTo(page, () => confirm.evaluate((node) => node === document.activeElement));
  await page.keyboard.press("Enter");
  await expect(toast(page, t("dashboard.toast.confirmed", { name: GUEST }))).toBeVisible();
});

test("who has no practice yet is shown the way to one", async ({ page, t }) => {
  await signIn(page, { email: "bia@odys.demo" });
  await page.goto("/dashboard");
  await expect(page).toHaveURL(/\/onboarding/);
  await expect(page.getByText(t("onboarding.forWhom"))).toBeVisible();
  await expectAccessible(page);
});

test("the local mailbox shows the newest first", async ({ page, request, t }) => {
  const slug = await practice(page);
  const email = uniqueEmail("marina");
  await guestBooks(request, slug, email);
  await mailTo(request, origin(), email);
  await page.goto("/dev/outbox");
  await page.getByRole("searchbox", { name: t("outbox.filter") }).fill(email);
  const mails = main(page)
    .getByRole("list", { name: t("outbox.title") })
    .getByRole("button");
  await expect(mails).toHaveCount(1);
  await expectAccessible(page);
  await mails.click();
  await expect(page.getByRole("article", { name: t("outbox.letter") })).toContainText("Consulta");
  await expectAccessible(page);
});
