import type { Page } from "@playwright/test";
import { call, dig, mailTo } from "./support/practice.ts";
import { expect, test, uniqueEmail } from "./support/test.ts";

test.use({ javaScriptEnabled: false });

const PAGE = "/p/ana-souza";
const AT_ONCE = "Sessão online";

/** Another day for each test and project, so that those which run at once do not meet. */
function dayOf(index: number): number {
  return 14 + index * 2 + (test.info().project.name.startsWith("pt") ? 0 : 1);
}

/** Service, next month, day, time: each of them a link. Answers the time that was chosen. */
async function chooseTime(page: Page, day: number): Promise<string> {
  await page.goto(PAGE);
  await page.getByRole("link", { name: AT_ONCE }).click();
  await page.locator("a:has(> .lucide-chevron-right)").last().click();
  await page.locator("td a[href]").nth(day).click();
  const time = page.locator("fieldset ul a").last();
  const said = (await time.textContent()) ?? "";
  await time.click();
  await expect(page.locator("[name=name]")).toBeVisible();
  return said;
}

async function fillIn(page: Page, email: string): Promise<void> {
  await page.locator("[name=name]").fill("Rita Sem Script");
  await page.locator("[name=phone]").fill("(11) 98765-4321");
  await page.locator("[name=email]").fill(email);
}

test("a guest books without JavaScript: by links, a form, and the link in the mail", async ({
  page,
  t,
}) => {
  const time = await chooseTime(page, dayOf(0));
  await expect(page.locator("form")).toContainText(time);
  await expect(page.getByText(t("booking.form.emailHint"))).toBeVisible();
  const email = uniqueEmail("rita");
  await fillIn(page, email);
  await page.locator("form button[type=submit]").click();
  await expect(page.getByRole("heading", { name: t("booking.held.title") })).toBeVisible();
  expect(page.url(), "nothing personal stands in the address").not.toContain("rita");
  const origin = test.info().project.use.baseURL ?? "";
  await mailTo(page.request, origin, email, /\/confirm\/[\w-]{43}/);
});

test("without an address it says what is missing, and has everything that was typed", async ({
  page,
  t,
}) => {
  await chooseTime(page, dayOf(1));
  await fillIn(page, "");
  await page.locator("[name=message]").fill("Prefiro à tarde; até já.");
  await page.locator("form button[type=submit]").click();
  await expect(page.locator("form [role=alert]").filter({ hasText: /\S/ }).first()).toBeVisible();
  await expect(page.locator("[name=email]")).toHaveAttribute("aria-invalid", "true");
  await expect(page.locator("[name=name]")).toHaveValue("Rita Sem Script");
  await expect(page.locator("[name=message]")).toHaveValue("Prefiro à tarde; até já.");
  expect(page.url()).not.toContain("Rita");
  await expect(page.getByText(t("common.validation.required"))).toBeVisible();
});

test("a time that is gone comes with the nearest free ones, as links", async ({ page, t }) => {
  await chooseTime(page, dayOf(2));
  const url = new URL(page.url());
  const [serviceId, startsAt] = [url.searchParams.get("service"), url.searchParams.get("slot")];
  await fillIn(page, uniqueEmail("rita"));
  const origin = test.info().project.use.baseURL ?? "";
  const taken = {
    slug: "ana-souza",
    serviceId,
    startsAt,
    name: "Paulo Reis",
    phone: "11987650000",
  };
  const other = await call(page.request, origin, "mutation", "booking.book", {
    ...taken,
    email: uniqueEmail("paulo"),
  });
  expect(dig(other, "status")).toBe("held");
  await page.locator("form button[type=submit]").click();
  const note = page
    .locator("form [role=alert]")
    .filter({ hasText: t("booking.problem.SLOT_TAKEN") });
  await expect(note).toBeVisible();
  await expect(note.locator("ul a")).toHaveCount(3);
  await note.locator("ul a").first().click();
  await expect(page.locator("[name=name]"), "what was typed is still there").toHaveValue(
    "Rita Sem Script",
  );
  await page.locator("form button[type=submit]").click();
  await expect(page.getByRole("heading", { name: t("booking.held.title") })).toBeVisible();
});
