import { newId } from "@odys/shared/kernel/ids";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readLinkToken } from "../../kernel/links.ts";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintAppointment, mintPractice } from "../../testing/fixtures.ts";
import { mailGuestCheck } from "./mail-guest-check.ts";

let app: TestApp;
let ana: Awaited<ReturnType<typeof mintPractice>>;
beforeAll(async () => {
  app = await createTestApp();
  ana = await mintPractice(app, { professional: { locale: "en" } });
});
afterAll(() => app.close());

const mail = async (appointmentId: string) => {
  app.mail.sent.length = 0;
  const payload = { appointmentId, professionalId: ana.professionalId };
  await mailGuestCheck(app.ctx({ type: "job", queue: "messaging.mail" }), payload, newId());
  return app.mail.sent;
};
const held = (minutes: number, row: Parameters<typeof mintAppointment>[2] = {}) =>
  mintAppointment(app, ana, {
    status: "held",
    heldUntil: new Date(app.clock.now() + minutes * 60_000),
    bookedEmail: "guest@example.com",
    ...row,
  });

it("asks the mailbox that was named, with a link that confirms this and nothing else", async () => {
  const { id } = await held(30);
  const [letter, ...others] = await mail(id);
  expect(others).toEqual([]);
  expect(letter).toMatchObject({
    to: "guest@example.com",
    subject: expect.stringMatching(/^Please confirm/),
  });
  const token = /http:\/\/odys\.test\/confirm\/([\w-]+)/.exec(letter?.text ?? "")?.[1] ?? "";
  expect(readLinkToken(app.services.settings, "confirm", token)).toBe(id);
  expect(readLinkToken(app.services.settings, "manage", token)).toBeNull();
});

it("is silent when it is no longer held, has run out or is gone", async () => {
  const later = { startsAt: new Date("2026-12-01T12:00:00.000Z") };
  const { id: confirmed } = await held(30, { ...later, status: "confirmed" });
  expect(await mail(confirmed)).toEqual([]);
  const { id: late } = await held(0, { startsAt: new Date("2026-12-02T12:00:00.000Z") });
  expect(await mail(late)).toEqual([]);
  expect(await mail(newId())).toEqual([]);
});
