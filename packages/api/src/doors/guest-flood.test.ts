import { appointments } from "@odys/db/schema/booking";
import { RATE_LIMITS } from "@odys/shared/ops/limits";
import { PUZZLES } from "@odys/shared/booking/proof";
import { and, eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createMemoryLimiter } from "../gateways/rate-limiter/memory.ts";
import { linkToken } from "../kernel/links.ts";
import { createTestApp, type TestApp } from "../testing/app.ts";
import { mintPractice } from "../testing/fixtures.ts";
import { solve } from "../testing/guests.ts";
import { odysDoors } from "./index.ts";
import { serve } from "./testing/serve.ts";

/** Hashes of one booking at rest: here, and where people are (apps/web's container). */
const HERE = 160;
const THERE = 96_000;
/** Hashes of one second: a middling phone in JavaScript, one core of a server in C. */
const PHONE = 450_000;
const SERVER = 15_000_000;

let app: TestApp;
let server: Awaited<ReturnType<typeof serve>>;
let practice: Awaited<ReturnType<typeof mintPractice>>;
beforeEach(async () => {
  const settings = { trustedProxies: 1, guestWork: HERE };
  app = await createTestApp({ max: 10, limiter: createMemoryLimiter(), settings });
  server = await serve(odysDoors, app.services);
  practice = await mintPractice(app, {
    windows: [0, 1, 2, 3, 4, 5, 6].map((dayOfWeek) => ({
      dayOfWeek,
      startMinute: 0,
      endMinute: 1_440,
    })),
    service: { durationMinutes: 30 },
  });
});
afterEach(async () => {
  await server.close();
  await app.close();
});

/** An address in the n-th network. */
const addressIn = (n: number) => `${1 + (n >> 16)}.${(n >> 8) & 255}.${n & 255}.7`;
const slotOf = (n: number) => new Date(Date.UTC(2026, 10, 25) + n * 30 * 60_000).toISOString();

type Answer = {
  status?: string;
  appointmentId?: string;
  challenge?: string;
  work?: number;
  email?: string;
};

async function call(ip: string, path: string, body?: object) {
  const answer = await server.send({
    path,
    headers: { "x-forwarded-for": ip, "content-type": "application/json" },
    ...(body && { method: "POST", body: JSON.stringify(body) }),
  });
  const parsed: { data?: Answer; error?: { code: string; details?: object } } = JSON.parse(
    answer.body.toString(),
  );
  return { data: parsed.data ?? {}, error: parsed.error };
}
const wishOf = (n: number, more: object = {}) => ({
  slug: practice.slug,
  serviceId: practice.serviceId,
  startsAt: slotOf(n),
  name: "Bia",
  phone: `+55119${10_000_000 + n}`,
  ...more,
});
const book = (n: number, ip: string, more: object = {}) =>
  call(ip, "/api/v1/booking", wishOf(n, more));

/** What a device that follows the rules does; `hashes` is what it costs on average. */
async function work(n: number, ip: string) {
  const { slug, serviceId } = practice;
  const path = `/api/v1/booking/${slug}/challenge?serviceId=${serviceId}`;
  const { data } = await call(ip, path);
  const hashes = data.work ?? 1;
  return {
    email: data.email === "required",
    hashes: hashes * PUZZLES,
    proof: solve(data.challenge ?? "", hashes, slotOf(n)),
  };
}
const written = (status?: "held" | "pending_confirmation") =>
  app.db.$count(
    appointments,
    and(
      eq(appointments.professionalId, practice.professionalId),
      status && eq(appointments.status, status),
    ),
  );
function tally(outcomes: string[]) {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}
async function inTurns<T>(count: number, one: (n: number) => Promise<T>): Promise<T[]> {
  const done: T[] = [];
  for (let n = 0; n < count; n += 10)
    done.push(...(await Promise.all(Array.from({ length: 10 }, (_, k) => one(n + k)))));
  return done;
}

/** Somebody at home with a phone and a mailbox, while all this goes on. */
async function person(n: number) {
  const ip = "198.51.100.23";
  const started = performance.now();
  const { email, hashes, proof } = await work(n, ip);
  const { data, error } = await book(n, ip, { proof, ...(email && { email: "bia@example.com" }) });
  const id = data.appointmentId ?? "";
  const token = linkToken(app.services.settings, "confirm", id);
  const confirmed =
    data.status === "held"
      ? (await call(ip, `/api/v1/guest-checks/${token}/confirm`, {})).data.status
      : data.status;
  const ms = performance.now() - started;
  return { status: confirmed ?? error?.code, byMail: email, hashes, ms };
}
const seconds = (hashes: number, speed: number) =>
  `${((hashes / HERE) * (THERE / speed)).toFixed(1)} s`;
const say = (name: string, figures: object) =>
  process.stdout.write(`${name}: ${JSON.stringify(figures)}\n`);

test("H4: of 1,000 bookings from 1,000 networks by a program that works out nothing, none is written", async () => {
  const outcomes = await inTurns(1_000, async (n) => {
    const { error } = await book(n, addressIn(n));
    return error?.code ?? "booked";
  });
  const at = await person(1_000);
  say("without work", { outcomes: tally(outcomes), person: at });
  expect(tally(outcomes)).toEqual({ GUEST_CHECK_FAILED: 1_000 });
  expect(at).toMatchObject({ status: "pending_confirmation", byMail: false, hashes: HERE });
  expect(await written()).toBe(1);
}, 120_000);

test("H4: nor by inventing addresses: five times are held for half an hour, and no more mails leave", async () => {
  const outcomes = await inTurns(200, async (n) => {
    const { data, error } = await book(n, addressIn(n), { email: `guest${n}@example.com` });
    return data.status ?? error?.code ?? "";
  });
  const at = await person(1_000);
  say("with invented addresses", { outcomes: tally(outcomes), person: at });
  expect(tally(outcomes)).toEqual({ held: 5, GUEST_CHECK_FAILED: 195 });
  expect(at).toMatchObject({ status: "pending_confirmation", byMail: false });
  expect(await written("pending_confirmation")).toBe(1);
}, 120_000);

test("H4: who works for it from 50 networks pays more and more, fills half of the queue at most, and shuts nobody out", async () => {
  let spent = 0;
  const outcomes: string[] = [];
  for (let n = 0; n < 200; n++) {
    // Four attempts from each network, one after the other, and invented addresses where they are wanted.
    const ip = addressIn(Math.floor(n / 4));
    const { email, hashes, proof } = await work(n, ip);
    spent += hashes;
    const address = email && { email: `guest${n}@example.com` };
    const { data, error } = await book(n, ip, { proof, ...address });
    outcomes.push(data.status ?? error?.code ?? "");
  }
  const at = await person(1_000);
  const counts = tally(outcomes);
  say("with work", {
    outcomes: counts,
    "cost, times a booking at rest": Math.round(spent / HERE),
    "cost on a phone": seconds(spent, PHONE),
    "cost on a server's core": seconds(spent, SERVER),
    person: at,
    "person's phone works for": seconds(at.hashes, PHONE),
  });
  expect(counts["pending_confirmation"]).toBe(5);
  expect(counts["held"]).toBeLessThanOrEqual(90);
  expect(spent / HERE).toBeGreaterThan(2_000);
  expect(at).toMatchObject({ status: "pending_confirmation", byMail: true });
  expect(at.hashes).toBeLessThanOrEqual(16 * HERE);
  // Half an hour later nothing of it is left but the five, the person's, and the bill.
  app.clock.advance(31 * 60_000);
  const later = await person(1_001);
  expect(later.status).toBe("pending_confirmation");
  expect(await written("pending_confirmation")).toBe(7);
}, 300_000);

test("H4: from one address no more than the limit of bookings arrives at all, worked for or not", async () => {
  const codes: string[] = [];
  for (let n = 0; n < RATE_LIMITS.booking.points + 3; n++)
    codes.push((await book(n, "203.0.113.9")).error?.code ?? "booked");
  expect(tally(codes)).toEqual({
    GUEST_CHECK_FAILED: RATE_LIMITS.booking.points,
    RATE_LIMITED: 3,
  });
});
