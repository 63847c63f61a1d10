import { test as playwright } from "@playwright/test";
import { call, openPractice } from "./support/practice.ts";
import { expect, expectAccessible, test, uniqueEmail } from "./support/test.ts";

const origin = () => playwright.info().project.use.baseURL ?? "";

test("two rows of one person become one, and two again on the client's page", async ({
  page,
  t,
}) => {
  await openPractice(page.request, origin(), { email: uniqueEmail("clara"), name: "Clara Nunes" });
  for (const phone of ["+5511987650001", "+5511987650002"])
    await call(page.request, origin(), "mutation", "clients.create", { name: "Bia Lima", phone });
  await page.goto("/dashboard/clients");
  const people = page.getByRole("main").getByRole("link", { name: /Bia Lima/ });
  await expect(people).toHaveCount(2);
  await page.getByRole("button", { name: t("clients.duplicates.hint", { count: 1 }) }).click();
  const sheet = page.getByRole("dialog", { name: t("clients.duplicates.title") });
  await expect(sheet.getByText(t("clients.duplicates.name"), { exact: true })).toBeVisible();
  await expectAccessible(page);
  await sheet.getByRole("button", { name: t("clients.duplicates.merge") }).click();
  await expect(sheet.getByText(t("clients.duplicates.none"))).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(people).toHaveCount(1);
  await people.click();
  await page.getByRole("button", { name: t("clients.duplicates.undo") }).click();
  await expect(page.getByText(t("clients.duplicates.undone"))).toBeVisible();
  await page.goto("/dashboard/clients");
  await expect(people).toHaveCount(2);
});
