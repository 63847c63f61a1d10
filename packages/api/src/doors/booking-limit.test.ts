import { RATE_LIMITS } from "@odys/shared/ops/limits";
import { afterEach, expect, test } from "vitest";
import { createMemoryLimiter } from "../gateways/rate-limiter/memory.ts";
import { createTestApp } from "../testing/app.ts";
import { mintPractice } from "../testing/fixtures.ts";
import { odysDoors } from "./index.ts";
import { serve } from "./testing/serve.ts";

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

/** Bookings of one slot each over real HTTP, from this machine and with these words about who asks. */
async function bookings(trustedProxies: number, said: Record<string, string>[]) {
  const limiter = createMemoryLimiter();
  const app = await createTestApp({ limiter, settings: { trustedProxies } });
  const server = await serve(odysDoors, app.services);
  open.push(server.close, app.close);
  const practice = await mintPractice(app, { professional: { maxPending: 100 } });
  const answers: { status: number; retryAfter: string | undefined }[] = [];
  for (const [n, headers] of said.entries()) {
    const answer = await server.send({
      method: "POST",
      // Both doors, because it is one limit.
      path: n % 2 === 0 ? "/api/trpc/booking.book" : "/api/v1/booking",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify({
        slug: practice.slug,
        serviceId: practice.serviceId,
        startsAt: `2026-12-0${n + 1}T12:00:00.000Z`,
        name: "Bia",
        phone: "(11) 91234-5678",
      }),
    });
    answers.push({ status: answer.status, retryAfter: answer.headers["retry-after"] });
  }
  return answers;
}
const from = (n: number) => `203.0.113.${n}`;
const eachElsewhere = Array.from({ length: 6 }, (_, n) => n);

test("L2: a header that anybody can write brings no sixth booking", async () => {
  const answers = await bookings(
    0,
    eachElsewhere.map((n) => ({
      "x-forwarded-for": from(n),
      "x-real-ip": from(n),
      forwarded: `for=${from(n)}`,
      "x-odys-address": from(n),
      "cf-connecting-ip": from(n),
    })),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
  expect(Number(answers[5]?.retryAfter)).toBeGreaterThan(500);
});

test("L2: behind a trusted proxy what it heard counts, and not what stood there before", async () => {
  const forged = eachElsewhere.map((n) => ({ "x-forwarded-for": `${from(n)}, 198.51.100.7` }));
  expect((await bookings(1, forged)).at(-1)?.status).toBe(429);
  const others = eachElsewhere.map((n) => ({ "x-forwarded-for": `198.51.100.7, ${from(n)}` }));
  expect((await bookings(1, others)).at(-1)?.status).toBe(200);
});

test("a batch is no way around the limit of what is costly: each of its calls counts", async () => {
  const app = await createTestApp({ limiter: createMemoryLimiter() });
  const server = await serve(odysDoors, app.services);
  open.push(server.close, app.close);
  const { slug, serviceId } = await mintPractice(app);
  const input = { slug, serviceId, from: "2026-11-24", to: "2026-11-24" };
  const calls = Array.from({ length: 50 }, () => "booking.listSlots");
  const inputs = encodeURIComponent(
    JSON.stringify(Object.fromEntries(calls.map((_, n) => [n, input]))),
  );
  const path = `/api/trpc/${calls.join(",")}?batch=1&input=${inputs}`;
  let answered = 0;
  for (let n = 0; n < 4; n++) {
    const answers: unknown = JSON.parse((await server.send({ path })).body.toString());
    if (Array.isArray(answers)) answered += answers.filter((answer) => "result" in answer).length;
  }
  expect(answered).toBe(RATE_LIMITS.slots.points);
});
