import { newId } from "@odys/shared/kernel/ids";
import { REFUSED_FORM_COOKIE, unpackRefusedForm } from "@odys/shared/kernel/refused-form";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTestApp, type TestApp } from "../testing/app.ts";
import { linkToken } from "../kernel/links.ts";
import { mintAppointment, mintPractice } from "../testing/fixtures.ts";
import { odysDoors } from "./index.ts";

const ORIGIN = "http://odys.test";
let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const KEY = "0123456789abcdef0123456789abcdef";
let practice: Awaited<ReturnType<typeof mintPractice>>;
beforeAll(async () => {
  practice = await mintPractice(app);
});

/** The form of the booking page as a browser sends it. */
function filledIn(changes: Record<string, string> = {}): Record<string, string> {
  return {
    slug: practice.slug,
    serviceId: practice.serviceId,
    startsAt: "2026-12-01T12:00:00.000Z",
    zone: "America/Sao_Paulo",
    key: KEY,
    name: "Bia Lima",
    phone: "(11) 91234-5678",
    email: "bia@example.com",
    message: "à tarde\r\nseria melhor",
    website: "",
    ...changes,
  };
}

async function send(fields: Record<string, string>, headers: Record<string, string> = {}) {
  const request = new Request(`${ORIGIN}/api/forms/book`, {
    method: "POST",
    body: new URLSearchParams(fields),
    headers,
  });
  const arrival = { ip: "192.0.2.1", requestId: "request-1" };
  const answer = await odysDoors.open(request, app.services, arrival);
  if (!answer) throw new Error("no door");
  const cookie = answer.headers.get("set-cookie") ?? "";
  const location = answer.headers.get("location");
  return {
    status: answer.status,
    location,
    query: new URL(location ?? ORIGIN).searchParams,
    cookie,
    kept: unpackRefusedForm(new RegExp(`^${REFUSED_FORM_COOKIE}=([^;]*)`).exec(cookie)?.[1]),
  };
}

describe("POST /api/forms/book", () => {
  test("books, and leads to the page of the appointment", async () => {
    const { status, location, cookie } = await send(filledIn());
    expect(status).toBe(303);
    expect(location).toMatch(/^http:\/\/odys\.test\/m\/[\w-]{43}\?done=booked$/);
    expect(cookie, "nothing is kept of what was typed").toContain("=; Path=/p/");
  });

  test("the same form sent twice happens once, a changed one is another wish", async () => {
    const form = filledIn({ startsAt: "2026-12-02T12:00:00.000Z" });
    const once = await send(form);
    expect((await send(form)).location).toBe(once.location);
    const changed = await send({ ...form, name: "Bia de Lima" });
    expect(changed.query.get("problem")).toBe("SLOT_TAKEN");
  });

  test("a taken time leads back with the nearest free ones and all that was typed", async () => {
    const form = filledIn({ startsAt: "2026-12-03T12:00:00.000Z" });
    await send(form);
    const { status, query, location, cookie, kept } = await send({ ...form, key: `${KEY}2` });
    expect(status).toBe(303);
    expect(location).toMatch(new RegExp(`^${ORIGIN}/p/${practice.slug}\\?.*#details$`));
    expect(Object.fromEntries(query)).toEqual({
      service: practice.serviceId,
      slot: form["startsAt"],
      zone: "America/Sao_Paulo",
      problem: "SLOT_TAKEN",
    });
    expect(location, "nothing personal stands in an address").not.toContain("Bia");
    expect(cookie).toContain(`; Path=/p/${practice.slug}; Max-Age=900; HttpOnly; SameSite=Lax`);
    expect(kept).toMatchObject({
      code: "SLOT_TAKEN",
      typed: { name: "Bia Lima", email: "bia@example.com", message: "à tarde\nseria melhor" },
    });
    expect(kept?.alternatives).toHaveLength(3);
  });

  test("answers to the service's questions come along, and back when one is missing", async () => {
    const [needed, other] = [newId(), newId()];
    const ask = (id: string, required: boolean) => ({
      id,
      label: id,
      kind: "line" as const,
      required,
    });
    const asking = await mintPractice(app, {
      service: { questions: [ask(needed, true), ask(other, false)] },
    });
    const form = filledIn({
      slug: asking.slug,
      serviceId: asking.serviceId,
      key: `${KEY}9`,
      [`answers.${needed}`]: "",
      [`answers.${other}`]: "uma amiga",
    });
    const { query, kept } = await send(form);
    expect(query.get("problem")).toBe("VALIDATION_ERROR");
    expect(kept).toMatchObject({
      fields: [`answers.${needed}`],
      typed: { name: "Bia Lima", [`answers.${other}`]: "uma amiga" },
    });
    const { status, location } = await send({ ...form, [`answers.${needed}`]: "não" });
    expect([status, location]).toEqual([303, expect.stringContaining("?done=booked")]);
    const { items } = await asking.caller.booking.listAppointments({});
    expect(items[0]?.intake).toEqual([
      { question: needed, kind: "line", answer: "não" },
      { question: other, kind: "line", answer: "uma amiga" },
    ]);
  });

  test("says which fields were not accepted", async () => {
    const { query, kept } = await send(filledIn({ phone: "12", key: `${KEY}3` }));
    expect(query.get("problem")).toBe("VALIDATION_ERROR");
    expect(kept).toMatchObject({ fields: ["phone"], typed: { phone: "12" } });
  });

  test.each([
    ["slug", "../../evil"],
    ["slug", "//evil.test"],
    ["slug", "a\r\nset-cookie: x=1"],
    ["zone", "x\r\nlocation: //evil.test"],
    ["serviceId", "&problem=NOTHING#"],
  ])("%s %j leads nowhere but to a page of ours", async (field, value) => {
    const { status, location, cookie } = await send(filledIn({ [field]: value, key: `${KEY}4` }));
    expect(status).toBe(303);
    expect(location?.startsWith(`${ORIGIN}/p`)).toBe(true);
    expect(`${location}${cookie}`).not.toMatch(/[\r\n]/);
    expect(new URL(location ?? "").origin).toBe(ORIGIN);
  });
});

test("who may not send it, and what is no form", async () => {
  const stranger = { cookie: "a=1", origin: "https://evil.test" };
  expect((await send(filledIn(), stranger)).status).toBe(403);
  const ours = { cookie: "a=1", origin: ORIGIN };
  const later = filledIn({ startsAt: "2026-12-04T12:00:00.000Z" });
  expect((await send(later, ours)).status).toBe(303);
  expect((await send(filledIn(), { "content-type": "text/plain" })).status).toBe(415);
  expect((await send(filledIn({ message: "x".repeat(1_100_000) }))).status).toBe(413);
  const arrival = { ip: "192.0.2.1", requestId: "request-1" };
  const visit = (path: string, method: string) =>
    odysDoors.open(new Request(`${ORIGIN}${path}`, { method }), app.services, arrival);
  expect((await visit("/api/forms/book", "GET"))?.status).toBe(405);
  expect((await visit("/api/forms/constructor", "POST"))?.status).toBe(404);
  expect((await visit("/api/forms", "POST"))?.status).toBe(404);
});

describe("POST /api/forms/confirm", () => {
  const press = async (token: string) => {
    const request = new Request(`${ORIGIN}/api/forms/confirm`, {
      method: "POST",
      body: new URLSearchParams({ token }),
    });
    const arrival = { ip: "192.0.2.1", requestId: "request-1" };
    const answer = await odysDoors.open(request, app.services, arrival);
    return [answer?.status, answer?.headers.get("location")];
  };

  test("the button of a guest's mail books, and leads to the page of the appointment", async () => {
    const { id } = await mintAppointment(app, practice, {
      status: "held",
      heldUntil: new Date(app.clock.now() + 60_000),
      startsAt: new Date("2026-12-20T12:00:00.000Z"),
      bookedEmail: "bia@example.com",
    });
    const [confirm, manage] = (["confirm", "manage"] as const).map((purpose) =>
      linkToken(app.services.settings, purpose, id),
    );
    const done = [303, `${ORIGIN}/m/${manage}?done=booked`];
    expect(await press(confirm ?? "")).toEqual(done);
    expect(await press(confirm ?? ""), "twice").toEqual(done);
  });

  test("back to the page with what went wrong, and never anywhere else", async () => {
    const forged = "x".repeat(43);
    expect(await press(forged)).toEqual([303, `${ORIGIN}/confirm/${forged}?problem=NOT_FOUND`]);
    expect(await press("//evil.example")).toEqual([303, `${ORIGIN}/confirm?problem=NOT_FOUND`]);
  });
});
