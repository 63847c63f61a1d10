import { test as playwright } from "@playwright/test";
import { openPractice } from "./support/practice.ts";
import { anotherDevice, expect, expectAccessible, test, uniqueEmail } from "./support/test.ts";

const origin = () => playwright.info().project.use.baseURL ?? "";

test(
  "what a service asks stands in the form, has to be answered, and the answers are with the request",
  { tag: "@twice" },
  async ({ page, browser, t }) => {
    test.slow(); // two people, and two pages looked through
    const person = { email: uniqueEmail("clara"), name: "Clara Nunes" };
    const slug = await openPractice(page.request, origin(), person);
    await page.goto("/dashboard/services");
    await page.getByRole("button", { name: /Consulta/ }).click();
    const sheet = page.getByRole("dialog", { name: "Consulta" });
    const add = sheet.getByRole("button", { name: t("services.questions.add") });
    const label = (number: number) =>
      sheet.getByRole("textbox", { name: t("services.questions.label", { number }) });
    await add.click();
    await label(1).fill("Toma remédio?");
    await sheet.getByLabel(t("services.questions.required")).check();
    await add.click();
    await label(2).fill("É a primeira vez?");
    await sheet
      .getByLabel(t("services.questions.kind", { number: 2 }))
      .selectOption({ label: t("services.questions.kinds.yes_no") });
    await expectAccessible(page);
    await sheet.getByRole("button", { name: t("common.save"), exact: true }).click();
    await expect(page.getByText(t("services.saved", { name: "Consulta" }))).toBeVisible();

    const guest = await anotherDevice(browser);
    await guest.goto(`/p/${slug}`);
    await guest.locator("td a[href]").nth(1).click();
    await guest.locator("fieldset ul a").first().click();
    await guest.locator("[name=name]").fill("Marina Prado");
    await guest.locator("[name=phone]").fill("11987654321");
    const remedy = guest.getByLabel("Toma remédio?");
    await expectAccessible(guest);
    await guest.locator("form button[type=submit]").click();
    await expect(remedy).toBeFocused();
    await expect(guest.getByText(t("common.validation.required"))).toBeVisible();
    await remedy.fill("Não");
    await guest
      .getByRole("group", { name: /É a primeira vez/ })
      .getByLabel(t("common.yes"))
      .check();
    await guest.locator("form button[type=submit]").click();
    await expect(guest.locator("[data-booked]")).toBeVisible();
    await guest.context().close();

    await page.goto("/dashboard");
    await page
      .getByRole("button", { name: /Marina Prado/ })
      .first()
      .click();
    const panel = page.getByRole("dialog");
    await expect(panel).toContainText("Toma remédio?Não");
    await expect(panel).toContainText(`É a primeira vez?${t("common.yes")}`);
    await expectAccessible(page);
  },
);
