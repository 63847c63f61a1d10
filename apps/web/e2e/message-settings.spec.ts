import { type Locator, test as playwright } from "@playwright/test";
import { openPractice } from "./support/practice.ts";
import { expect, expectAccessible, test, uniqueEmail } from "./support/test.ts";

/** Ticks a box and says how it stands before the browser does anything else, such as to paint. */
const checkedAtOnce = (box: Locator) =>
  box.evaluate(async (input: HTMLInputElement) => {
    input.click();
    // As many promises as may be waited for on the way; a timer does not fire meanwhile.
    const promises = async (left: number): Promise<void> => {
      await Promise.resolve();
      if (left > 0) await promises(left - 1);
    };
    await promises(200);
    return input.checked;
  });

const origin = () => playwright.info().project.use.baseURL ?? "";

test("a practice says when and in which words its clients are reminded, and sees it while it types @twice", async ({
  page,
  t,
}) => {
  const person = { email: uniqueEmail("clara"), name: "Clara Nunes" };
  await openPractice(page.request, origin(), person);
  await page.goto("/dashboard/settings");
  await page.getByRole("link", { name: t("settings.work.messages") }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("messageSettings.title"));

  const reminders = page.getByRole("region", { name: t("messageSettings.reminders.title") });
  expect(await checkedAtOnce(reminders.getByRole("checkbox").nth(0))).toBe(true);
  await expect(reminders).toContainText(t("services.reminders.chosen", { count: 3 }));
  await expect(page.getByText(t("messageSettings.saved"), { exact: true })).toBeVisible();

  const bubble = page.getByRole("region", { name: t("messageSettings.wording.whatsapp") });
  await page.getByLabel(t("messageSettings.wording.closing")).fill("Veja loja.com");
  await expect(page.getByText(t("messageSettings.wording.link"))).toBeVisible();
  await page.getByLabel(t("messageSettings.wording.closing")).fill("Traga *água*.");
  await expect(bubble).toContainText("Traga ∗água∗.");
  await expectAccessible(page);
  await page.getByRole("button", { name: t("common.save") }).click();
  await expect(page.getByText(t("messageSettings.wording.saved"))).toBeVisible();

  await page.reload();
  await expect(reminders.getByRole("checkbox").nth(0)).toBeChecked();
  await expect(bubble).toContainText("Traga ∗água∗.");
  await page.getByRole("tab", { name: t("messageSettings.wording.mail") }).click();
  await expect(page.getByRole("region", { name: t("messageSettings.wording.mail") })).toContainText(
    "Traga *água*.",
  );
  await page.getByRole("button", { name: t("messageSettings.wording.reset") }).click();
  await expect(page.getByText(t("messageSettings.wording.wasReset"))).toBeVisible();
});
