import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintPractice } from "../../testing/fixtures.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

it("calendars find nothing there any more, twice is no error, and others keep theirs", async () => {
  const [ana, rui] = [await mintPractice(app), await mintPractice(app)];
  const side = "professional";
  const made = await ana.caller.booking.renewCalendarFeed({ side });
  const other = await rui.caller.booking.renewCalendarFeed({ side });
  for (let time = 0; time < 2; time++)
    expect(await ana.caller.booking.closeCalendarFeed({ side })).toEqual({
      url: null,
      createdAt: null,
    });
  const token = /([\w-]{43})\.ics$/.exec(made.url ?? "")?.[1] ?? "";
  await expect(app.anonymous().booking.readCalendarFeed({ token })).rejects.toThrow("NOT_FOUND");
  expect(await rui.caller.booking.getCalendarFeed({ side })).toEqual(other);
});
