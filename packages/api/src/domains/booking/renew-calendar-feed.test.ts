import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintPractice } from "../../testing/fixtures.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const tokenOf = (url: string | null) =>
  /^http:\/\/odys\.test\/api\/calendar\/feed\/([\w-]{43})\.ics$/.exec(url ?? "")?.[1] ?? "";

it("a new address is another one, and the old one leads nowhere", async () => {
  const { caller } = await mintPractice(app);
  const first = await caller.booking.renewCalendarFeed({ side: "professional" });
  const second = await caller.booking.renewCalendarFeed({ side: "professional" });
  expect(second.url).not.toBe(first.url);
  const read = (token: string) => app.anonymous().booking.readCalendarFeed({ token });
  expect((await read(tokenOf(second.url))).content).toContain("BEGIN:VCALENDAR");
  await expect(read(tokenOf(first.url))).rejects.toThrow("NOT_FOUND");
});

it("two at once leave one address, and one of them knows it", async () => {
  const { caller } = await mintPractice(app);
  const renew = () => caller.booking.renewCalendarFeed({ side: "professional" });
  const made = await Promise.all([renew(), renew(), renew()]);
  const { url } = await caller.booking.getCalendarFeed({ side: "professional" });
  expect(made.map((feed) => feed.url)).toContain(url);
});
