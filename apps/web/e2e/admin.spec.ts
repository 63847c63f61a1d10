import { type APIRequestContext, type Page, test as playwright } from "@playwright/test";
import { DEMO_ACCOUNTS } from "@odys/db/seed/people";
import { bookAsGuest, openPractice } from "./support/practice.ts";
import { expect, expectAccessible, signIn, test, uniqueEmail } from "./support/test.ts";

const ADMIN = DEMO_ACCOUNTS.find(({ role }) => role === "admin")?.email ?? "";
const origin = () => playwright.info().project.use.baseURL ?? "";
const main = (page: Page) => page.getByRole("main");

/** A practice of this test's own, made from a browser of its own. Answers its slug and its name. */
async function practice(request: APIRequestContext) {
  const name = `Clara ${uniqueEmail("x").split("@", 1)[0]}`;
  const slug = await openPractice(request, origin(), { email: uniqueEmail("clara"), name });
  return { slug, name };
}

test("for everybody else there is no such page", async ({ page, request }) => {
  await openPractice(page.request, origin(), { email: uniqueEmail("clara"), name: "Clara Nunes" });
  for (const path of ["/admin", "/admin/people", "/admin/audit", "/admin/queue"]) {
    expect((await page.goto(path))?.status(), path).toBe(404);
    expect((await request.get(path)).status(), path).toBe(404);
  }
});

// With few rows each: what is to be read is the same, and a machine reads slowly.
const ROOMS = {
  "/admin": "admin.overview.title",
  "/admin/people?search=odys.demo": "admin.person.title",
  "/admin/professionals?search=ana-souza": "admin.practice.title",
  "/admin/appointments?client=nobody+is+called+so": "admin.appointment.title",
  "/admin/audit?table=onboarding_drafts": "admin.audit.title",
  "/admin/queue": "admin.queue.title",
  "/admin/health": "admin.health.title",
  "/admin/limits": "admin.limit.title",
} as const;
for (const [path, title] of Object.entries(ROOMS))
  test(`${path} opens, and reads well in both themes`, async ({ page, t }) => {
    await signIn(page, { email: ADMIN });
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1, name: t(title) })).toBeVisible();
    await expectAccessible(page);
  });

test(
  "a suspended page is gone for guests, its professional reads why, and it can be reopened",
  { tag: "@twice" },
  async ({ page, request, browser, t }) => {
    const { slug, name } = await practice(request);
    await signIn(page, { email: ADMIN });
    await page.goto(`/admin/professionals?search=${slug}`);
    await page.getByRole("link", { name }).click();
    await page.getByRole("button", { name: t("admin.suspend.open") }).click();
    const dialog = page.getByRole("dialog");
    await expectAccessible(page);
    await dialog.getByRole("button", { name: t("admin.suspend.button") }).click();
    await expect(dialog.getByText(t("admin.suspend.reasonMissing"))).toBeVisible();
    await dialog.getByRole("textbox").fill("Perfil de outra pessoa.");
    await dialog.getByRole("button", { name: t("admin.suspend.button") }).click();
    await expect(main(page).getByText("Perfil de outra pessoa.")).toBeVisible();

    const guest = await browser.newContext();
    expect((await guest.request.get(`${origin()}/p/${slug}`)).status()).toBe(404);
    await guest.close();
    const dashboard = await (await request.get("/dashboard")).text();
    expect(dashboard).toContain("Perfil de outra pessoa.");

    await page.getByRole("button", { name: t("admin.suspend.lift") }).click();
    await expect(page.getByRole("button", { name: t("admin.suspend.open") })).toBeVisible();
    expect((await request.get(`/p/${slug}`)).status()).toBe(200);

    await page.getByRole("link", { name: t("admin.audit.of") }).click();
    await expect(main(page).getByText("admin.suspendProfessional").first()).toBeVisible();
    await expectAccessible(page);
  },
);

test("appointments show no number whole until one is opened, which the log then has", async ({
  page,
  request,
  t,
}) => {
  const { slug } = await practice(request);
  const client = `Marina ${slug}`;
  await bookAsGuest(request, origin(), { slug, name: client });
  await signIn(page, { email: ADMIN });
  await page.goto("/admin/appointments");
  await page.getByLabel(t("admin.filter.client")).fill(client);
  await page.getByRole("button", { name: t("admin.filter.apply") }).click();
  const row = page.getByRole("row").filter({ hasText: client });
  await expect(row).toContainText("+55•••••••4321");
  await row.getByRole("link").first().click();
  await expect(main(page).getByText("(11) 98765-4321")).toBeVisible();
  await page.getByRole("link", { name: t("admin.audit.of") }).click();
  await expect(main(page).getByText("admin.getAppointment").first()).toBeVisible();
});

test("filters stand in the address, and those that make no sense say so", async ({ page, t }) => {
  await signIn(page, { email: ADMIN });
  await page.goto("/admin/appointments?id=nonsense");
  await expect(page.getByText(t("admin.list.invalid"))).toBeVisible();
  await page.goto("/admin/people?search=nobody+is+called+so");
  await expect(page.getByText(t("admin.list.none"))).toBeVisible();
});
