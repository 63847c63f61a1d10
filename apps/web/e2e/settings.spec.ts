import { test as playwright } from "@playwright/test";
import { openPractice } from "./support/practice.ts";
import { expect, expectAccessible, test, uniqueEmail } from "./support/test.ts";

const origin = () => playwright.info().project.use.baseURL ?? "";

test("a section is one tap away, and until when clients cancel is said there", async ({
  page,
  t,
}) => {
  await openPractice(page.request, origin(), { email: uniqueEmail("rita"), name: "Rita Melo" });
  await page.goto("/dashboard/settings");
  await expectAccessible(page);
  const sections = page.getByRole("navigation", { name: t("settings.nav.label") });
  await sections.getByRole("link", { name: t("settings.nav.policies") }).click();
  await expect(page).toHaveURL(/#policies$/);
  const policies = page.getByRole("region", { name: t("settings.policies.title") });
  await expect(policies.getByRole("heading")).toBeInViewport();
  await expect(sections.locator("[aria-current]")).toHaveText(t("settings.nav.policies"));
  const notice = policies.getByLabel(t("settings.policies.cancel"));
  await expect(notice).toHaveValue("1440");
  await notice.selectOption("240");
  await expect(page.getByText(t("hours.limits.saved"))).toBeVisible();
  await page.reload();
  await expect(notice).toHaveValue("240");
});

test("the section that is read is marked, from the first to the last", async ({ page, t }) => {
  await openPractice(page.request, origin(), { email: uniqueEmail("rita"), name: "Rita Melo" });
  await page.goto("/dashboard/settings");
  const marked = page
    .getByRole("navigation", { name: t("settings.nav.label") })
    .locator("[aria-current]");
  await expect(marked).toHaveText(t("settings.nav.profile"));
  // Again, as the page may still be growing.
  await expect(async () => {
    await page.keyboard.press("End");
    await expect(marked).toHaveText(t("settings.nav.account"), { timeout: 1_000 });
  }).toPass();
  await expect(marked).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("Home");
  await expect(marked).toHaveText(t("settings.nav.profile"));
});

test("the language with clients is the page's own, not the reader's", async ({ page, t }) => {
  await openPractice(page.request, origin(), { email: uniqueEmail("rita"), name: "Rita Melo" });
  await page.goto("/dashboard/settings");
  const language = page.getByLabel(t("settings.profile.language"), { exact: true });
  await expect(language).toHaveValue("pt-BR");
  await language.selectOption("en");
  await page
    .getByRole("region", { name: t("settings.profile.title") })
    .getByRole("button", { name: t("settings.profile.save"), exact: true })
    .click();
  await expect(page.getByText(t("settings.profile.saved"))).toBeVisible();
  await page.reload();
  await expect(language).toHaveValue("en");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("settings.title"));
});
