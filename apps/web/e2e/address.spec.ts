import { expect, expectAccessible, test } from "./support/test.ts";

test("an address that nobody has", async ({ page, t }) => {
  for (const slug of ["nobody-here", "Not A Slug"]) {
    const answer = await page.goto(`/p/${slug}`);
    expect(answer?.status()).toBe(404);
    expect(await answer?.text(), "nothing waits for a first paint").not.toContain('type="late"');
    await expect(page.getByRole("heading", { name: t("booking.notFound.title") })).toBeVisible();
  }
  await expectAccessible(page);
});

test("says who it is to whoever looks at the link", async ({ page }) => {
  await page.goto("/p/ana-souza");
  await expect(page).toHaveTitle(/Ana Souza/);
  const content = (name: string) => page.locator(`meta[property="og:${name}"]`);
  await expect(content("title")).toHaveAttribute("content", /Ana Souza/);
  await expect(content("description")).toHaveAttribute("content", /Psicóloga/);
  await expect(page.locator("link[rel=canonical]")).toHaveAttribute(
    "href",
    /^http.*\/p\/ana-souza$/,
  );
  await expect(page.locator("meta[name=robots][content*=noindex]")).toHaveCount(0);
});
