import { type Page, test as playwright } from "@playwright/test";
import { bookAsGuest, call, dig, mailTo, openPractice } from "./support/practice.ts";
import { anotherDevice, expect, expectAccessible, test, uniqueEmail } from "./support/test.ts";

const origin = () => playwright.info().project.use.baseURL ?? "";

/** A practice of this test's own that asks guests for a mailbox, switched on by its owner in the app. */
async function openGuarded(page: Page, words: { mail: string; saved: string }): Promise<string> {
  const person = { email: uniqueEmail("clara"), name: "Clara Nunes" };
  const slug = await openPractice(page.request, origin(), person);
  await page.goto("/dashboard/hours");
  const wanted = page.getByRole("switch", { name: words.mail });
  await expect(wanted).not.toBeChecked();
  await wanted.click();
  await expect(wanted).toBeChecked();
  await expect(page.getByText(words.saved)).toBeVisible();
  await expectAccessible(page);
  return slug;
}

/** The link in the newest mail to an address, without its origin. */
async function linkTo(page: Page, email: string): Promise<string> {
  const text = await mailTo(page.request, origin(), email, /\/confirm\/[\w-]{43}/);
  return /\/confirm\/[\w-]{43}/.exec(text)?.[0] ?? "";
}

test("where the professional wants it a guest confirms by mail: held, then one button", async ({
  page,
  browser,
  t,
}) => {
  test.slow(); // two people, a mail, and two pages looked through
  const slug = await openGuarded(page, {
    mail: t("hours.guests.mail"),
    saved: t("hours.limits.saved"),
  });
  const guest = await anotherDevice(browser);
  await guest.goto(`/p/${slug}`);
  await guest.locator("td a[href]").nth(1).click();
  await guest.locator("fieldset ul a").first().click();
  await guest.locator("[name=name]").fill("Marina Prado");
  await guest.locator("[name=phone]").fill("11987654321");
  await expect(guest.getByText(t("booking.form.emailHint"))).toBeVisible();
  const email = uniqueEmail("marina");
  await guest.locator("[name=email]").fill(email);
  await guest.locator("form button[type=submit]").click();
  await expect(guest.getByRole("heading", { name: t("booking.held.title") })).toBeVisible();
  await expect(guest.getByText(email)).toBeVisible();

  const link = await linkTo(guest, email);
  await guest.goto(link);
  const waiting = guest.getByRole("heading", { name: t("guest.waiting.title") });
  await expect(waiting).toBeVisible();
  await expectAccessible(guest);
  await guest.reload();
  await expect(waiting, "looking confirms nothing").toBeVisible();
  await guest.getByRole("button", { name: t("guest.waiting.action") }).click();
  await expect(guest).toHaveURL(/\/m\/[\w-]{43}/);

  await guest.goto(link);
  await expect(guest.getByRole("heading", { name: t("guest.confirmed.title") })).toBeVisible();
  const list = await call(page.request, origin(), "query", "booking.listAppointments", {});
  expect(dig(list, "items", 0, "status")).toBe("pending_confirmation");
  await guest.context().close();
});

test("a link in pieces says so", async ({ page, t }) => {
  await page.goto(`/confirm/${"x".repeat(43)}`);
  await expect(page.getByRole("heading", { name: t("guest.notFound.title") })).toBeVisible();
  await expectAccessible(page);
});

test("without a mailbox asked for, a device that proves its work books at once", async ({
  page,
  request,
}) => {
  const person = { email: uniqueEmail("rui"), name: "Rui Prado" };
  const slug = await openPractice(page.request, origin(), person);
  const { id } = await bookAsGuest(request, origin(), { slug, name: "Marina Prado" });
  expect(id).toMatch(/^[\da-f-]{36}$/);
});
