import { DEMO_ACCOUNTS } from "@odys/db/seed/people";
import type { Browser, Page } from "@playwright/test";
import { anotherDevice, expect, expectAccessible, signIn, test } from "./support/test.ts";

/** Another person with a browser of the same kind, signed in. */
async function another(browser: Browser, email: string): Promise<Page> {
  const page = await anotherDevice(browser);
  await signIn(page, { email });
  return page;
}

test("the professional writes, the client sees it at once and answers, and it is said to be read @twice", async ({
  page,
  browser,
  t,
}) => {
  test.slow(); // two people, and both pages looked through
  const [professional, client] = DEMO_ACCOUNTS;
  const bia = await another(browser, client.email);
  await bia.goto("/c/messages?with=ana-souza");
  await expect(bia.getByRole("heading", { name: professional.name })).toBeVisible();
  await expect(bia.getByRole("log")).toContainText(/\p{L}/u);

  await signIn(page, professional);
  await page.goto("/dashboard/messages");
  await page.getByRole("link", { name: client.name }).click();
  await expect(page.getByRole("heading", { name: client.name })).toBeVisible();
  const write = page.getByLabel(t("messages.writeTo", { name: client.name }));
  const text = `Até quinta, então ${Date.now()}`;
  await write.fill(text);

  // What was typed outlives a reload.
  await page.reload();
  await expect(write).toHaveValue(text);
  await page.getByRole("button", { name: t("messages.send") }).click();
  await expect(write).toHaveValue("");
  const own = page.getByRole("log").getByRole("listitem").filter({ hasText: text });
  await expect(own).toBeVisible();

  // Nobody asked anew: it came by itself, and that it was read goes back the same way.
  await expect(bia.getByRole("log").getByText(text)).toBeVisible();
  await expect(own.getByText(t("messages.way.read"))).toBeAttached();

  const answer = `Combinado! ${Date.now()}`;
  await bia.getByLabel(t("messages.writeTo", { name: professional.name })).fill(answer);
  await bia.getByRole("button", { name: t("messages.send") }).click();
  await expect(page.getByRole("log").getByText(answer)).toBeVisible();
  await expectAccessible(page);
  await expectAccessible(bia);
  await bia.context().close();
});

test("a message that cannot be sent stays, and goes out when asked again", async ({ page, t }) => {
  await signIn(page, DEMO_ACCOUNTS[0]);
  await page.goto("/dashboard/messages");
  await page.getByRole("searchbox").fill("Daniela");
  await page.getByRole("link", { name: "Daniela Rocha" }).click();
  const write = page.getByLabel(t("messages.writeTo", { name: "Daniela Rocha" }));
  await expect(page.getByText(t("messages.refusedByClient", { name: "Daniela" }))).toBeVisible();
  await page.route("**/messaging.sendMessage*", (route) => route.abort());
  const text = `Oi, Daniela ${Date.now()}`;
  await write.fill(text);
  await page.getByRole("button", { name: t("messages.send") }).click();
  await expect(page.getByText(t("messages.notSent"))).toBeVisible();
  await page.reload();
  await expect(page.getByText(text)).toBeVisible();
  await page.unroute("**/messaging.sendMessage*");
  await page.getByRole("button", { name: t("messages.sendAgain") }).click();
  await expect(page.getByText(t("messages.notSent"))).toBeHidden();
  await expect(page.getByRole("log").getByText(text)).toHaveCount(1);
});

test("a PDF goes with a message and is read by its two sides alone", async ({
  page,
  browser,
  request,
  t,
}) => {
  const [professional, client] = DEMO_ACCOUNTS;
  await signIn(page, professional);
  await page.goto("/dashboard/messages");
  await page.getByRole("link", { name: client.name }).click();
  await expect(page.getByRole("button", { name: t("messages.attach") })).toBeVisible();
  const name = `recibo-${Date.now()}.pdf`;
  await page.locator("input[type=file]").setInputFiles({
    name,
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n"),
  });
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText(name);
  await dialog.getByRole("button", { name: t("messages.send") }).click();
  await expect(dialog).toBeHidden();
  const link = page.getByRole("log").getByRole("link", { name });
  await expect(link).toBeVisible();
  const path = (await link.getAttribute("href")) ?? "";
  expect((await request.get(path)).status()).toBe(404);
  const bia = await another(browser, client.email);
  const seen = await bia.request.get(path);
  expect(seen.headers()["content-disposition"]).toMatch(/^attachment;/);
  expect(seen.headers()["cache-control"]).toContain("private");
  await bia.context().close();
});
