import { type Page, test as playwright } from "@playwright/test";
import { bookAsGuest, call, openPractice } from "./support/practice.ts";
import { expect, expectAccessible, test, uniqueEmail } from "./support/test.ts";

const origin = () => playwright.info().project.use.baseURL ?? "";
const main = (page: Page) => page.getByRole("main");

/** A practice of this test's own, whose owner is signed in on `page`. Answers its slug. */
function practice(page: Page): Promise<string> {
  return openPractice(page.request, origin(), { email: uniqueEmail("lia"), name: "Lia Prado" });
}

async function add(page: Page, name: string, phone: string): Promise<void> {
  await call(page.request, origin(), "mutation", "clients.create", { name, phone });
}

test("somebody is added, found by a piece of their name, changed, archived and brought back", async ({
  page,
  t,
}) => {
  await practice(page);
  await page.goto("/dashboard/clients");
  await expect(main(page)).toContainText(t("clients.empty"));
  await expectAccessible(page);

  await page.getByRole("button", { name: t("clients.add") }).click();
  const sheet = page.getByRole("dialog", { name: t("clients.add") });
  await expectAccessible(page);
  await sheet.getByLabel(t("clients.name")).fill("Ângela Conceição");
  await sheet.getByLabel(t("clients.phone")).fill("11987650001");
  await sheet.getByRole("button", { name: t("clients.addButton") }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Ângela Conceição" })).toBeVisible();
  await expect(page.getByRole("link", { name: /WhatsApp/ })).toHaveAttribute(
    "href",
    "https://wa.me/5511987650001",
  );
  await expectAccessible(page);

  await page.getByRole("button", { name: t("clients.edit") }).click();
  const edit = page.getByRole("dialog", { name: t("clients.editTitle") });
  await edit.getByLabel(t("clients.email")).fill("angela@example.com");
  await edit.getByRole("button", { name: t("common.save") }).click();
  await expect(edit).toBeHidden();
  await expect(page.getByRole("link", { name: /angela@example\.com/ })).toBeVisible();

  await page.getByRole("button", { name: t("clients.archive") }).click();
  await expect(main(page)).toContainText(t("clients.isArchived"));
  await page.goto("/dashboard/clients?archived=1");
  await expect(main(page)).toContainText("Ângela Conceição");
  await page.getByRole("link", { name: /Ângela/ }).click();
  await page.getByRole("button", { name: t("clients.restore"), exact: true }).click();
  await expect(page.getByText(t("clients.restored", { name: "Ângela Conceição" }))).toBeVisible();
  await page.goto("/dashboard/clients");
  await page.getByRole("searchbox").fill("conceicao");
  await expect(page).toHaveURL(/q=conceicao/);
  await expect(main(page).getByRole("listitem")).toHaveCount(1);
  await page.getByRole("searchbox").fill("ninguém");
  await expect(main(page)).toContainText(t("clients.notFound", { query: "ninguém" }));
  await page.reload();
  await expect(page.getByRole("searchbox")).toHaveValue("ninguém");
});

test("a number is one client's: the form says whose, and leads there", async ({ page, t }) => {
  await practice(page);
  await add(page, "Bia Lima", "11987650002");
  await page.goto("/dashboard/clients");
  await page.getByRole("button", { name: t("clients.add") }).click();
  const sheet = page.getByRole("dialog", { name: t("clients.add") });
  await sheet.getByLabel(t("clients.name")).fill("Outra Pessoa");
  await sheet.getByLabel(t("clients.phone")).fill("(11) 98765-0002");
  await sheet.getByRole("button", { name: t("clients.addButton") }).click();
  await expect(sheet).toContainText(t("clients.taken", { name: "Bia Lima" }));
  await sheet.getByRole("link", { name: t("clients.takenOpen", { name: "Bia Lima" }) }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Bia Lima" })).toBeVisible();
});

test("who booked on the page is on the list, with what is ahead", async ({ page, request, t }) => {
  const slug = await practice(page);
  await bookAsGuest(request, origin(), { slug, name: "Marina Prado" });
  await page.goto("/dashboard/clients");
  await page.getByRole("link", { name: /Marina Prado/ }).click();
  const ahead = page.getByRole("region", { name: t("clients.ahead") });
  await expect(ahead.getByRole("listitem")).toHaveCount(1);
  await expect(ahead).toContainText(t("dashboard.status.pending_confirmation"));
  await expect(page.getByRole("link", { name: t("clients.book") })).toHaveAttribute(
    "href",
    /\/dashboard\/agenda\?new=1&client=/,
  );
  await expectAccessible(page);

  await page.getByRole("link", { name: t("clients.book") }).click();
  const sheet = page.getByRole("dialog", { name: t("calendar.fresh.title") });
  await expect(sheet).toContainText("Marina Prado");
});

test("a client that is nobody's is not there", async ({ page }) => {
  await practice(page);
  await page.goto("/dashboard/clients/019b0000-0000-7000-8000-000000000000");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});
