import { type Page, test as playwright } from "@playwright/test";
import { bookAsGuest, openPractice, signUp } from "./support/practice.ts";
import { expect, expectAccessible, test, uniqueEmail } from "./support/test.ts";

const origin = () => playwright.info().project.use.baseURL ?? "";

/** The secret address that is shown, as a path of this server. */
async function addressOn(page: Page): Promise<string> {
  const text = await page.getByText(/\/api\/calendar\/feed\/[\w-]{43}\.ics$/).textContent();
  return new URL(text ?? "").pathname;
}

test(
  "a calendar reads the agenda at a secret address, until another is made or it is given up",
  { tag: "@twice" },
  async ({ page, request, t }) => {
    const person = { email: uniqueEmail("rita"), name: "Rita Melo" };
    const slug = await openPractice(page.request, origin(), person);
    const { id } = await bookAsGuest(request, origin(), { slug, name: "Marina Prado" });
    await page.goto("/dashboard/settings#calendar");
    const section = page.getByRole("region", { name: t("settings.calendar.title") });
    await section.getByRole("button", { name: t("calendarFeed.create") }).click();
    await expect(page.getByText(t("calendarFeed.created"))).toBeVisible();
    await expectAccessible(page);
    const first = await addressOn(page);
    await expect(section.getByRole("link", { name: t("calendarFeed.subscribe") })).toHaveAttribute(
      "href",
      new RegExp(`^webcal://.*${first}$`),
    );
    const file = await (await request.get(first)).text();
    expect(file).toContain(`UID:${id}@odys`);
    expect(file).toContain("Marina Prado");

    await section.getByRole("button", { name: t("calendarFeed.renew") }).click();
    const dialog = page.getByRole("dialog", { name: t("calendarFeed.renewTitle") });
    await expectAccessible(page);
    await dialog.getByRole("button", { name: t("calendarFeed.renew") }).click();
    await expect(page.getByText(t("calendarFeed.renewed"))).toBeVisible();
    await expect(dialog).toBeHidden();
    const second = await addressOn(page);
    expect(second).not.toBe(first);
    expect((await request.get(first)).status()).toBe(404);
    expect((await request.get(second)).status()).toBe(200);

    await section.getByRole("button", { name: t("calendarFeed.close") }).click();
    await page
      .getByRole("dialog", { name: t("calendarFeed.closeTitle") })
      .getByRole("button", { name: t("calendarFeed.close") })
      .click();
    await expect(section.getByRole("button", { name: t("calendarFeed.create") })).toBeVisible();
    expect((await request.get(second)).status()).toBe(404);
    await page.reload();
    await expect(section.getByRole("button", { name: t("calendarFeed.create") })).toBeVisible();
  },
);

test("whoever books with an account sees it among theirs, and their calendar reads it", async ({
  page,
  request,
  t,
}) => {
  const practice = { email: uniqueEmail("rita"), name: "Rita Melo" };
  const slug = await openPractice(request, origin(), practice);
  const client = { email: uniqueEmail("marina"), name: "Marina Prado" };
  await signUp(page.request, origin(), client);
  await page.goto("/c/appointments");
  await expect(page.getByText(t("ownAppointments.empty"))).toBeVisible();
  await expectAccessible(page);

  const { id } = await bookAsGuest(page.request, origin(), { slug, name: client.name });
  await page.reload();
  const own = page.getByRole("main").getByRole("link", { name: /Rita Melo/ });
  await expect(own).toContainText(t("ownAppointments.pending"));
  await page.getByRole("button", { name: t("calendarFeed.create") }).click();
  const address = await addressOn(page);
  await expectAccessible(page);
  const file = await (await request.get(address)).text();
  expect(file).toContain(`UID:${id}@odys`);
  expect(file).toContain("Rita Melo");

  await own.click();
  await expect(page).toHaveURL(/\/m\/[\w-]{43}$/);
});
