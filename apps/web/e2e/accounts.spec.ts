import type { Page } from "@playwright/test";
import { DEMO_PASSWORD } from "@odys/db/seed/people";
import { countMails, mailedLink, mutate } from "./support/mail.ts";
import {
  anotherDevice,
  expect,
  expectAccessible,
  signIn,
  test,
  uniqueEmail,
} from "./support/test.ts";

const PASSWORD = "vento telha caneca";
const OTHER_PASSWORD = "outra caneca de vento";

const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

async function register(page: Page, email: string, name = "Lia Moreira"): Promise<void> {
  await mutate(page, "accounts.register", { name, email, password: PASSWORD });
}

/** An account whose address is proven, signed in in this browser. */
async function newAccount(page: Page, name?: string): Promise<string> {
  const email = uniqueEmail("lia");
  await register(page, email, name);
  const link = await mailedLink(page, email, "/verify");
  const token = new URLSearchParams(link.split("?")[1]).get("token");
  await mutate(page, "accounts.verifyEmail", { token });
  return email;
}

test("from signing up to a page that can be booked", { tag: "@twice" }, async ({ page, t }) => {
  const email = uniqueEmail("nina");
  await page.goto("/sign-up");
  await field(page, t("auth.signUp.name")).fill("Nina Prado");
  await field(page, t("auth.signUp.email")).fill(email);
  await field(page, t("auth.password.label")).fill(PASSWORD);
  await button(page, t("auth.signUp.submit")).click();
  await expect(heading(page, t("auth.mail.title"))).toBeVisible();
  await expect(page.getByText(email)).toBeVisible();
  await expect(page.getByRole("link", { name: "/dev/outbox" })).toBeVisible();

  const link = await mailedLink(page, email, "/verify");
  await page.goto(link);
  await expect(button(page, t("auth.verify.submit"))).toBeEnabled();
  const early = mutate(page, "accounts.signIn", { email, password: PASSWORD });
  await expect(early, "opening the link proves nothing").rejects.toThrow("EMAIL_NOT_VERIFIED");
  await button(page, t("auth.verify.submit")).click();

  await expect(heading(page, t("onboarding.practice.title"))).toBeVisible();
  await expect(field(page, t("onboarding.practice.name"))).toHaveValue("Nina Prado");
  const next = button(page, t("onboarding.continue"));
  await expect(next).toBeEnabled();
  await page.getByRole("searchbox").fill(t("professions.nutritionist").slice(0, 5));
  await page.getByRole("searchbox").press("Enter");
  await expect(page.getByRole("radio", { name: t("professions.nutritionist") })).toBeChecked();
  await next.click();

  await expect(heading(page, t("onboarding.contact.title"))).toBeFocused();
  await field(page, t("onboarding.contact.phone")).fill("11987654321");
  await next.click();
  await expect(heading(page, t("onboarding.service.title"))).toBeFocused();
  await field(page, t("onboarding.service.price")).fill("220");
  await next.click();
  await expect(heading(page, t("onboarding.hours.title"))).toBeFocused();
  await next.click();
  await expect(heading(page, t("onboarding.review.title"))).toBeFocused();
  await expect(page.getByText("(11) 98765-4321")).toBeVisible();
  await button(page, t("onboarding.review.submit")).dblclick();

  await expect(heading(page, t("onboarding.open.title"))).toBeVisible();
  const address = await page.getByRole("region", { name: t("onboarding.open.link") }).textContent();
  const slug = /\/p\/(nina-prado(?:-\d+)?)/.exec(address ?? "")?.[1];
  expect(slug, "one practice, however often the button was pressed").toBeDefined();
  await expectAccessible(page);
  await page.getByRole("link", { name: t("onboarding.open.dashboard") }).click();
  await expect(page).toHaveURL(/\/dashboard$/);
  await page.goto(`/p/${slug}`);
  await expect(heading(page, "Nina Prado")).toBeVisible();
  await page.goto("/onboarding");
  await expect(page, "there is no wizard any more").toHaveURL(/\/dashboard$/);
});

test("the wizard goes on where it was left; going back loses nothing", async ({ page, t }) => {
  await newAccount(page, "Caio Ramos");
  await page.goto("/onboarding");
  const next = button(page, t("onboarding.continue"));
  await next.click(); // enabled once scripts run
  await expect(page.getByText(t("onboarding.practice.professionMissing"))).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("radio", { name: t("professions.barber") }).check({ force: true });
  await next.click();
  await field(page, t("onboarding.contact.phone")).fill("(11) 9");
  await next.click();
  await expect(page.getByText(t("common.validation.phone"))).toBeVisible();
  await expectAccessible(page);

  await page.goBack();
  await expect(page.getByRole("radio", { name: t("professions.barber") })).toBeChecked();
  await page.goForward();
  await expect(field(page, t("onboarding.contact.phone")), "typed and not saved").toHaveValue(
    "(11) 9",
  );
  await field(page, t("onboarding.contact.phone")).fill("11912345678");
  await next.click();
  await expect(heading(page, t("onboarding.service.title"))).toBeVisible();

  await page.goto("/onboarding");
  await expect(heading(page, t("onboarding.service.title")), "after a reload").toBeVisible();
  await expect(next).toBeEnabled();
  await field(page, t("onboarding.service.price")).fill("0");
  await expectAccessible(page);
  await next.click();
  await expect(heading(page, t("onboarding.hours.title"))).toBeVisible();
});

test("weekly hours: periods that overlap are told, a day is copied", async ({ page, t }) => {
  await newAccount(page);
  for (const answers of [
    { name: "Lia Moreira", profession: "tutor" },
    { phone: "11912345678", zone: "America/Sao_Paulo" },
    { service: { name: "Aula", durationMinutes: 60, priceAmount: 9000 } },
  ])
    await mutate(page, "accounts.saveOnboarding", answers);
  await page.goto("/onboarding");
  await expect(heading(page, t("onboarding.hours.title"))).toBeVisible();

  await expect(button(page, t("onboarding.continue"))).toBeEnabled();
  const times = page.locator("input[type=time]");
  await times.nth(2).fill("11:00");
  await button(page, t("onboarding.continue")).click();
  await expect(page.getByText(t("common.week.overlap"))).toBeVisible();
  await expect(page.getByText(t("onboarding.hours.problem"))).toBeVisible();
  await expectAccessible(page);
  await times.nth(2).fill("14:00");
  await expect(page.getByText(t("common.week.overlap"))).toBeHidden();

  await page
    .getByRole("button", { name: new RegExp(`^${t("common.week.copy")}`) })
    .first()
    .click();
  await button(page, t("common.week.workdays")).click();
  await button(page, t("common.week.copyButton", { count: 4 })).click();
  await expect(times.nth(6), "Tuesday is as Monday").toHaveValue("14:00");
  await page.getByRole("switch").nth(5).check({ force: true });
  await expect(times).toHaveCount(24);
  await page.getByRole("switch").nth(5).uncheck({ force: true });
  await button(page, t("onboarding.continue")).click();
  await expect(heading(page, t("onboarding.review.title"))).toBeVisible();
  await expect(page.getByText("09:00–12:00, 14:00–18:00")).toBeVisible();
  await expectAccessible(page);
});

test("a known address is told nothing that a new one is not", async ({ page, t }) => {
  const email = uniqueEmail("known");
  await register(page, email);
  await mailedLink(page, email, "/verify");
  await page.goto("/sign-up");
  await field(page, t("auth.signUp.name")).fill("Outra Pessoa");
  await field(page, t("auth.signUp.email")).fill(email);
  await field(page, t("auth.password.label")).fill("12345678");
  await button(page, t("auth.signUp.submit")).click();
  await expect(page.getByText(t("auth.password.common"))).toBeVisible();
  await expect(field(page, t("auth.password.label"))).toBeFocused();
  await expectAccessible(page);
  await field(page, t("auth.password.label")).fill(OTHER_PASSWORD);
  await button(page, t("auth.signUp.submit")).click();
  await expect(heading(page, t("auth.mail.title"))).toBeVisible();
  await expectAccessible(page);
});

test("signing in: what is wrong is said in a sentence, with a way on", async ({ page, t }) => {
  const email = uniqueEmail("new");
  await register(page, email);
  await page.goto("/sign-in?next=https://evil.example/");
  await field(page, t("auth.signIn.email")).fill(email);
  await field(page, t("auth.password.label")).fill("not the password");
  const submit = button(page, t("auth.signIn.submit"));
  await submit.click();
  await expect(page.getByText(t("auth.signIn.wrong"))).toBeVisible();
  await expect(field(page, t("auth.signIn.email"))).toHaveValue(email);
  await expectAccessible(page);

  await field(page, t("auth.password.label")).fill(PASSWORD);
  await submit.click();
  await expect(page.getByText(t("auth.signIn.unverified"))).toBeVisible();
  await mailedLink(page, email, "/verify");
  const before = await countMails(page, email);
  await button(page, t("auth.signIn.resend")).click();
  await expect(page.getByText(t("auth.mail.resent"))).toBeVisible();
  await expect.poll(() => countMails(page, email)).toBeGreaterThan(before);

  await field(page, t("auth.signIn.email")).fill("ana@odys.demo");
  await field(page, t("auth.password.label")).fill(DEMO_PASSWORD);
  await submit.click();
  await expect(page, "no other site").toHaveURL(/localhost:\d+\/dashboard$/);
});

test("next leads on within the app", async ({ page, t }) => {
  await page.goto("/dashboard/settings");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.goto("/sign-in?next=/dashboard/settings");
  await field(page, t("auth.signIn.email")).fill("ana@odys.demo");
  await field(page, t("auth.password.label")).fill(DEMO_PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/dashboard\/settings$/);
});

test("a forgotten password: a link that works once, and every device signs in again", async ({
  page,
  browser,
  t,
}) => {
  const email = await newAccount(page);
  const device = await anotherDevice(browser);
  await device.goto("/forgot");
  await expectAccessible(device);
  await field(device, t("auth.signIn.email")).fill(email);
  await button(device, t("auth.forgot.submit")).click();
  await expect(heading(device, t("auth.forgot.sentTitle"))).toBeVisible();
  await expectAccessible(device);

  const link = await mailedLink(device, email, "/reset");
  await device.goto(link);
  await expectAccessible(device);
  await field(device, t("auth.password.new")).fill(OTHER_PASSWORD);
  await button(device, t("auth.reset.submit")).click();
  await expect(heading(device, t("auth.reset.doneTitle"))).toBeVisible();
  await page.goto("/onboarding");
  await expect(page, "the other device is signed out").toHaveURL(/\/sign-in/);

  await device.goto(link);
  await field(device, t("auth.password.new")).fill(PASSWORD);
  await button(device, t("auth.reset.submit")).click();
  await expect(heading(device, t("auth.reset.expiredTitle"))).toBeVisible();
  await expectAccessible(device);
  await signIn(device, { email, password: OTHER_PASSWORD });
});

test("a link that is no longer good offers another one", async ({ page, t }) => {
  await page.goto("/verify?token=this-is-no-token-of-ours");
  await expectAccessible(page);
  await button(page, t("auth.verify.submit")).click();
  await expect(heading(page, t("auth.verify.expiredTitle"))).toBeVisible();
  await expectAccessible(page);
  await field(page, t("auth.signIn.email")).fill(uniqueEmail("nobody"));
  await button(page, t("auth.mail.send")).click();
  await expect(heading(page, t("auth.mail.title"))).toBeVisible();
});

test("settings: the page, the devices, the way out", async ({ page, browser, t }) => {
  const email = await newAccount(page);
  await mutate(page, "accounts.completeOnboarding", {
    name: "Lia Moreira",
    profession: "tutor",
    phone: "11912345678",
    zone: "America/Sao_Paulo",
    service: { name: "Aula", durationMinutes: 60, priceAmount: 9000 },
    windows: [{ dayOfWeek: 1, startTime: "09:00", endTime: "12:00" }],
  });
  const other = await anotherDevice(browser);
  await signIn(other, { email, password: PASSWORD });

  await page.goto("/dashboard/settings");
  await expectAccessible(page);
  await expect(page.locator("form[inert]")).toHaveCount(0);
  await field(page, t("settings.profile.name")).fill("Lia Moreira Aulas");
  await button(page, t("settings.profile.save")).click();
  await expect(page.getByText(t("settings.profile.saved"))).toBeVisible();
  await page.reload();
  await expect(field(page, t("settings.profile.name"))).toHaveValue("Lia Moreira Aulas");

  const devices = page.getByRole("region", { name: t("settings.devices.title") });
  await expect(devices.getByRole("listitem")).toHaveCount(2);
  await expect(devices.getByRole("listitem").first()).toContainText(t("settings.devices.current"));
  await devices.getByRole("button", { name: /·/ }).click();
  await expect(devices.getByRole("listitem")).toHaveCount(1);
  await other.goto("/dashboard");
  await expect(other).toHaveURL(/\/sign-in/);

  await page
    .getByRole("main")
    .getByRole("button", { name: t("common.signOut") })
    .click();
  await expect(page).toHaveURL(/localhost:\d+\/$/);
  await page.goto("/dashboard");
  await expect(page).toHaveURL(/\/sign-in/);
});
