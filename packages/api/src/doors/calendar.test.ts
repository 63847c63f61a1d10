import { afterAll, beforeAll, expect, test } from "vitest";
import { linkToken } from "../kernel/links.ts";
import { createTestApp, type TestApp } from "../testing/app.ts";
import { mintAppointment, mintPractice } from "../testing/fixtures.ts";
import { odysDoors } from "./index.ts";
import { serve } from "./testing/serve.ts";

let app: TestApp;
let server: Awaited<ReturnType<typeof serve>>;
let path: string;
beforeAll(async () => {
  app = await createTestApp();
  server = await serve(odysDoors, app.services);
  const { id } = await mintAppointment(app, await mintPractice(app), { status: "confirmed" });
  path = `/api/calendar/${linkToken(app.services.settings, "manage", id)}.ics`;
});
afterAll(async () => {
  await server.close();
  await app.close();
});

test("a calendar is given the file itself, in the reader's language", async () => {
  const { status, headers, body } = await server.send({ path });
  expect(status).toBe(200);
  expect(headers["content-type"]).toBe("text/calendar; charset=utf-8");
  expect(headers["content-disposition"]).toBe('inline; filename="odys.ics"');
  expect(headers["cache-control"]).toBe("no-store");
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(body.toString()).toMatch(/^BEGIN:VCALENDAR\r\n[^]*SUMMARY:Sessão com Ana/);
  const english = await server.send({ path, headers: { "accept-language": "en-GB" } });
  expect(english.body.toString()).toContain("SUMMARY:Sessão with Ana");
  const head = await server.send({ path, method: "HEAD" });
  expect([head.status, head.body.length]).toEqual([200, 0]);
});

test.each([
  ["a forged link", "/api/calendar/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.ics", 404],
  ["no link at all", "/api/calendar/", 404],
  ["a path out of it", "/api/calendar/%2e%2e/x.ics", 404],
  ["something that is no token", "/api/calendar/short.ics", 404],
])("%s: no file", async (_name, asked, expected) => {
  const { status, body } = await server.send({ path: asked });
  expect([status, JSON.parse(body.toString())]).toMatchObject([expected, { success: false }]);
});

test("nothing can be done here but to read", async () => {
  const { status, headers } = await server.send({ path, method: "POST" });
  expect([status, headers.allow]).toEqual([405, "GET, HEAD"]);
});

test("a feed is told whole, and 304 while nothing has changed", async () => {
  const practice = await mintPractice(app);
  const { url } = await practice.caller.booking.renewCalendarFeed({ side: "professional" });
  const feed = new URL(url ?? "").pathname;
  const first = await server.send({ path: feed });
  expect(first.status).toBe(200);
  expect(first.headers["content-type"]).toBe("text/calendar; charset=utf-8");
  expect(first.headers["cache-control"]).toBe("private, no-cache");
  expect(first.body.toString()).toMatch(/^BEGIN:VCALENDAR\r\n/);
  const known = { "if-none-match": String(first.headers.etag) };
  const again = await server.send({ path: feed, headers: known });
  expect([again.status, again.body.length]).toEqual([304, 0]);
  await mintAppointment(app, practice, { status: "confirmed" });
  const changed = await server.send({ path: feed, headers: known });
  expect([changed.status, changed.body.toString().includes("BEGIN:VEVENT")]).toEqual([200, true]);
  expect((await server.send({ path: feed.replace("/feed", "") })).status).toBe(404);
});
