import { newId } from "@odys/shared/kernel/ids";
import { afterAll, beforeAll, expect, it } from "vitest";
import { issueChallenge } from "../../kernel/challenges.ts";
import { createTestApp, type TestApp, userActor } from "../../testing/app.ts";
import { solve } from "../../testing/guests.ts";
import { vouchForGuest } from "./vouch-for-guest.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ settings: { guestWork: 64 } });
});
afterAll(() => app.close());

const serviceId = newId();
const wish = {
  slug: "ana",
  serviceId,
  startsAt: "2026-12-01T12:00:00.000Z",
  name: "Bia",
  phone: "+5511912345678",
  message: "",
  answers: [],
};
const email = "bia@example.com";
const anybody = () => app.ctx({ type: "anonymous" });
const proofOf = (work: number) => {
  const scope = `ana ${serviceId}`;
  const now = app.clock.now();
  return solve(issueChallenge(app.services.settings, { scope, now, work }), work, wish.startsAt);
};

it("an account with a verified address stands behind it, one without does not", () => {
  const verified = userActor();
  expect(vouchForGuest(app.ctx(verified), wish)).toMatchObject({ by: "account", challenge: null });
  const open = app.ctx(userActor({ emailVerified: false }));
  expect(() => vouchForGuest(open, wish)).toThrow("GUEST_CHECK_FAILED");
});

it("work stands behind it, as much as was proved; nobody where an address was given at least", () => {
  expect(vouchForGuest(anybody(), { ...wish, proof: proofOf(4) })).toMatchObject({
    by: "work",
    work: 64,
    challenge: expect.any(String),
    email: null,
  });
  expect(vouchForGuest(anybody(), { ...wish, email })).toMatchObject({ by: "none", email });
});

it("GUEST_CHECK_FAILED for neither, and for a broken proof though there is an address", () => {
  for (const input of [wish, { ...wish, email, proof: "x" }])
    expect(() => vouchForGuest(anybody(), input)).toThrow(
      expect.objectContaining({ code: "GUEST_CHECK_FAILED", details: { need: "proof" } }),
    );
});

it("the origin is the neighbourhood's or the account's, and names neither", () => {
  const originAt = (ip: string) => vouchForGuest({ ...anybody(), ip }, { ...wish, email })?.origin;
  expect(originAt("198.51.100.1")).toBe(originAt("198.51.100.200"));
  expect(originAt("198.51.100.1")).not.toBe(originAt("198.51.101.1"));
  expect(originAt("2001:db8:1:200::1")).toBe(originAt("2001:db8:1:2ff::9"));
  expect(originAt("2001:db8:1:200::1")).not.toBe(originAt("2001:db8:1:300::1"));
  expect(originAt("198.51.100.1")).toMatch(/^[\w-]{22}$/);
  const bia = userActor();
  const originOfBia = (ip: string) => vouchForGuest({ ...app.ctx(bia), ip }, wish)?.origin;
  expect(originOfBia("198.51.100.1")).toBe(originOfBia("203.0.113.9"));
});

it("null where guests are not checked", async () => {
  const lax = await createTestApp({ db: app.db, settings: { guestWork: 0 } });
  expect(vouchForGuest(lax.ctx({ type: "anonymous" }), wish)).toBeNull();
});
