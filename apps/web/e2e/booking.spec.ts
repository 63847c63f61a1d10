import type { Page } from "@playwright/test";
import { chooseDay, type freeDays, nextMonth } from "./support/month.ts";
import { anotherDevice, awake, expect, expectAccessible, tabTo, test } from "./support/test.ts";

const PAGE = "/p/ana-souza";
/** Confirmed at once, and waiting for Ana. */
const AT_ONCE = "Sessão online";
const BY_HAND = "Sessão individual";

const freeTimes = (page: Page) => page.locator("fieldset ul a");
const problem = (page: Page) => page.locator("form [role=alert]");
const submit = (page: Page) => page.locator("form button[type=submit]");

/** Days of their own, so that tests which run at once do not meet: one for each test and project. */
function dayOf(test_: number): number {
  return test_ * 2 + (test.info().project.name.startsWith("pt") ? 0 : 1);
}

/** Opens the first time of a free day of next month, when the practice is empty. */
async function chooseTime(page: Page, service: string, day: number): Promise<string> {
  await page.goto(PAGE);
  await page.getByRole("link", { name: service }).click();
  await nextMonth(page);
  await chooseDay(page, day);
  const time = freeTimes(page).first();
  const said = (await time.textContent()) ?? "";
  await time.click();
  return said;
}

/**
 * Opens the time that the other one has chosen: by its address, as meanwhile a day may have become full
 * in another test and the days be counted otherwise.
 */
async function chooseTheSame(page: Page, as: Page): Promise<void> {
  await expect(as).toHaveURL(/[?&]slot=/);
  await page.goto(as.url());
  // Otherwise the form is sent without them, and nobody without scripts books without an address.
  await awake(page, "form[action$='/book']");
}

async function fillIn(page: Page, name = "Marina Prado"): Promise<void> {
  await page.locator("[name=name]").fill(name);
  await page.locator("[name=phone]").fill("11987654321");
}

test(
  "a guest books a service that waits for a yes, and sees what happens next",
  { tag: "@twice" },
  async ({ page, t }) => {
    const time = await chooseTime(page, BY_HAND, dayOf(0));
    await expect(page.getByRole("heading", { name: t("booking.step.details") })).toBeFocused();
    await expect(page.locator("form")).toContainText(BY_HAND);
    await expect(page.locator("form")).toContainText("Rua dos Pinheiros");
    await fillIn(page);
    await page.locator("[name=email]").fill("marina@example.com");
    await page.getByRole("button", { name: t("booking.submit.request") }).click();

    const ticket = page.locator("[data-booked]");
    await expect(ticket.getByRole("heading", { name: t("booking.done.requested") })).toBeFocused();
    await expect(ticket).toContainText(t("booking.done.waiting", { name: "Ana Souza" }));
    for (const fact of [BY_HAND, time, "Marina Prado", "180", "Rua dos Pinheiros"])
      await expect(ticket).toContainText(fact);
    await expect(ticket).toContainText(t("common.when.brasiliaTime"));

    await page.reload();
    await expect(ticket, "a reload loses nothing").toContainText("Marina Prado");
  },
);

test("a service that needs no yes is confirmed at once, with a file for the calendar", async ({
  page,
  t,
}) => {
  await chooseTime(page, AT_ONCE, dayOf(1));
  await fillIn(page);
  await page.getByRole("button", { name: t("booking.submit.book"), exact: true }).click();
  await expect(page.getByRole("heading", { name: t("booking.done.confirmed") })).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: t("booking.done.calendarFile") }).click();
  expect((await download).suggestedFilename()).toBe("odys.ics");
});

test(
  "two people want the same time: the second is shown the nearest free ones and books one",
  { tag: "@twice" },
  async ({ page, browser, t }) => {
    const second = await anotherDevice(browser);
    const time = await chooseTime(page, AT_ONCE, dayOf(2));
    await chooseTheSame(second, page);
    await Promise.all([fillIn(page), fillIn(second, "Paulo Reis")]);
    await second.locator("[name=message]").fill("Prefiro de manhã.");
    await submit(page).click();
    await expect(page.locator("[data-booked]")).toContainText(time);

    await submit(second).click();
    const note = problem(second).filter({ hasText: t("booking.problem.SLOT_TAKEN") });
    await expect(note).toBeVisible();
    const alternatives = note.locator("ul a");
    await expect(alternatives).toHaveCount(3);
    await expectAccessible(second);
    await expect(second.locator("[name=message]")).toHaveValue("Prefiro de manhã.");

    await alternatives.first().click();
    await expect(submit(second)).toBeFocused();
    await submit(second).click();
    await expect(second.locator("[data-booked]")).toContainText("Paulo Reis");
    await expect(second.locator("[data-booked]")).toContainText(t("booking.done.confirmed"));
    await second.context().close();
  },
);

test("a time that somebody takes meanwhile is no longer offered", async ({ page, browser, t }) => {
  const other = await anotherDevice(browser);
  await chooseTime(page, AT_ONCE, dayOf(3));
  await chooseTheSame(other, page);
  await fillIn(other);
  await submit(other).click();
  await expect(other.locator("[data-booked]")).toBeVisible();
  await other.context().close();

  // Coming back to the tab is when the page looks again.
  await page.evaluate(() =>
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true })),
  );
  const note = problem(page).filter({ hasText: t("booking.problem.GONE") });
  await expect(note).toBeVisible();
  await expect(note.locator("ul a")).toHaveCount(3);
});

test("an answer that gets lost: nothing typed is lost, and trying again does not book twice", async ({
  page,
  t,
}) => {
  await chooseTime(page, AT_ONCE, dayOf(4));
  await fillIn(page);
  const keys: (string | undefined)[] = [];
  await page.route("**/api/trpc/booking.book*", async (route) => {
    keys.push(route.request().headers()["idempotency-key"]);
    const answer = await route.fetch();
    if (keys.length === 1) await route.abort("connectionreset");
    else await route.fulfill({ response: answer });
  });
  await submit(page).click();
  await expect(problem(page)).toContainText(t("booking.problem.NETWORK"));
  await expect(page.locator("[name=name]")).toHaveValue("Marina Prado");
  await page.getByRole("button", { name: t("booking.problem.retry") }).click();
  await expect(page.locator("[data-booked]")).toContainText("Marina Prado");
  expect(keys).toHaveLength(2);
  expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
  expect(keys[1]).toBe(keys[0]);
});

test("refusals say what to do, without the words of the house", async ({ page, t }) => {
  await chooseTime(page, AT_ONCE, dayOf(5));
  await fillIn(page);
  const refuse = async (error: string, details?: object) => {
    await page.route("**/api/trpc/booking.book*", (route) =>
      route.fulfill({
        status: 429,
        json: { error: { message: error, code: -32_029, data: { error, details } } },
      }),
    );
    await submit(page).click();
  };
  const note = problem(page);
  await refuse("RATE_LIMITED", { retryAfterSeconds: 200 });
  await expect(note).toContainText(t("booking.problem.RATE_LIMITED", { minutes: 4 }));
  await refuse("TOO_MANY_PENDING");
  await expect(note).toContainText(t("booking.problem.TOO_MANY_PENDING", { name: "Ana Souza" }));
  await refuse("PLAN_LIMIT_REACHED");
  await expect(note).toContainText(t("booking.problem.PLAN_LIMIT_REACHED", { name: "Ana Souza" }));
  await refuse("VALIDATION_ERROR", { fields: { phone: ["phone"] } });
  await expect(page.locator("[name=phone]")).toHaveAttribute("aria-invalid", "true");
  await refuse("TOO_SOON");
  await expect(note).toContainText(t("errors.TOO_SOON"));
  await note.getByRole("link", { name: t("booking.problem.otherTime") }).click();
  await freeTimes(page).first().click();
  await expect(page.locator("[name=name]"), "what was typed is still there").toHaveValue(
    "Marina Prado",
  );
});

test("books with the keyboard alone", { tag: "@twice" }, async ({ page, t }) => {
  // Days become free while somebody is on one of them.
  await page.route(/booking\.listSlots/, (route) => setTimeout(() => void route.continue(), 300));
  await page.goto(PAGE);
  const focused = (of: ReturnType<typeof freeDays>) => () =>
    of.evaluateAll((all) => all.some((one) => one === document.activeElement));
  // Otherwise a page is loaded, where the focus is at its beginning.
  await awake(page, "#content ul a");
  await tabTo(page, focused(page.getByRole("link", { name: AT_ONCE })));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: t("booking.step.when") })).toBeFocused();
  await expect(page.getByRole("grid")).toHaveAttribute("aria-busy", "false");
  await tabTo(page, focused(page.locator("td [data-day]")));
  const start = await page.locator("td [data-day]:focus").getAttribute("data-day");
  await page.keyboard.press("PageDown");
  await expect(page.locator("td [data-day]:focus")).toHaveAttribute("data-day", /-\d\d-/);
  const here = page.locator("td [data-day]:focus");
  await expect(here).not.toHaveAttribute("data-day", start ?? "");
  await expect(page.getByRole("grid")).toHaveAttribute("aria-busy", "false");
  await expect(here, "the free days arrive around whoever is there").toBeVisible();
  await page.keyboard.press("Home");
  for (let step = 0; step < 10; step++) {
    await page.keyboard.press("ArrowRight");
    await expect(page.getByRole("grid")).toHaveAttribute("aria-busy", "false");
    if ((await here.getAttribute("href")) !== null) break;
  }
  await page.keyboard.press("Enter");
  await expect(page.locator("td[aria-selected=true] a")).toBeFocused();
  // The last time: the other tests take the first ones.
  await tabTo(page, focused(freeTimes(page).last()));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: t("booking.step.details") })).toBeFocused();
  await tabTo(page, focused(page.locator("[name=name]")));
  await page.keyboard.type("Teresa Nunes");
  await page.keyboard.press("Tab");
  await page.keyboard.type("21987650000");
  expect(await page.locator("[name=website]").evaluate((e) => e === document.activeElement)).toBe(
    false,
  );
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-booked]")).toContainText("Teresa Nunes");
});

test("is accessible at every step, in both themes", async ({ page, t }) => {
  await page.goto(PAGE);
  await expectAccessible(page);
  await page.getByRole("link", { name: AT_ONCE }).click();
  await nextMonth(page);
  await expectAccessible(page);
  await freeTimes(page).first().click();
  await submit(page).click();
  await expect(page.locator("[name=name]")).toBeFocused();
  await expect(page.getByText(t("common.validation.required")).first()).toBeVisible();
  await expectAccessible(page);
});

test("remembers whom it is asked to remember, on this device only", async ({ page, t }) => {
  await chooseTime(page, AT_ONCE, dayOf(6));
  await fillIn(page, "Lia Ramos");
  await page.getByRole("checkbox", { name: t("booking.form.remember") }).check();
  await submit(page).click();
  await page.getByRole("link", { name: t("booking.done.another") }).click();
  await page.reload();
  await page.getByRole("link", { name: BY_HAND }).click();
  await freeTimes(page).first().click();
  await expect(page.locator("[name=name]")).toHaveValue("Lia Ramos");
  await expect(page.locator("[name=phone]")).toHaveValue("(11) 98765-4321");
  await page.goBack();
  await expect(page.getByRole("heading", { name: t("booking.step.when") })).toBeVisible();
});

test(
  "offers the reader's own clock where it shows another time",
  { tag: "@twice" },
  async ({ page, t }) => {
    await page.goto(PAGE);
    await page.getByRole("link", { name: BY_HAND }).click();
    await expect(page.getByRole("grid")).toHaveAttribute("aria-busy", "false");
    const choice = page.getByRole("main").getByRole("radio");
    if (test.info().project.use.timezoneId === "America/Sao_Paulo") {
      await expect(choice).toHaveCount(0);
      return;
    }
    const before = await freeTimes(page).first().textContent();
    await page.getByText(t("booking.zone.yours", { zone: "Lisbon time" })).click();
    await expect(freeTimes(page).first()).not.toHaveText(before ?? "");
    await freeTimes(page).first().click();
    await expect(page.locator("form")).toContainText("Lisbon time");
  },
);
