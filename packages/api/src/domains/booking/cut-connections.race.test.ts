import { connect, type Connection } from "@odys/db/client";
import { appointments } from "@odys/db/schema/booking";
import { type Fault, type Proxy, startProxy } from "@odys/db/testing/proxy";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintAppointment, mintPractice } from "../../testing/fixtures.ts";
import { reportOf } from "../../trpc/errors.ts";

/** `home` reaches the database directly; `far` through a proxy that cuts its one connection. */
let home: TestApp;
let far: TestApp;
let proxy: Proxy;
let connection: Connection;
beforeAll(async () => {
  home = await createTestApp();
  proxy = await startProxy(home.url);
  connection = connect(proxy.url, { max: 1 });
  far = await createTestApp({ db: connection.db });
});
afterAll(async () => {
  await connection.close();
  await proxy.close();
  await far.close();
  await home.close();
});

const NINE = "2026-11-30T12:00:00.000Z";
const THREE = "2026-11-30T18:00:00.000Z";
let runs = 0;

/** One go at a practice of its own, and how often it has been done afterwards. */
type Go = { act: () => Promise<unknown>; done: () => Promise<number> };

async function booking(): Promise<Go> {
  const practice = await mintPractice(home);
  const keyed = far.anonymous({ "idempotency-key": `cut-key-${runs++}` });
  const own = eq(appointments.professionalId, practice.professionalId);
  return {
    act: () =>
      keyed.booking.book({
        slug: practice.slug,
        serviceId: practice.serviceId,
        startsAt: NINE,
        name: "Bia",
        phone: `+55119${10_000_000 + runs}`,
      }),
    done: () => home.db.$count(appointments, own),
  };
}

async function moving(): Promise<Go> {
  const practice = await mintPractice(home);
  const { id } = await mintAppointment(home, practice, { status: "confirmed" });
  const keyed = far.as(practice.actor, { "idempotency-key": `cut-key-${runs++}` });
  return {
    act: () => keyed.booking.reschedule({ id, startsAt: THREE }),
    done: async () => {
      const [row] = await home.db.select().from(appointments).where(eq(appointments.id, id));
      const there = row?.startsAt.toISOString() === THREE;
      return there ? row.sequence : 0;
    },
  };
}

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "OK",
    (error: unknown) => reportOf(error).code,
  );

it.for([
  ["book", booking],
  ["reschedule", moving],
] as const)(
  "booking.%s, cut at every message: what was acknowledged is there, and asked again it is done once",
  { timeout: 300_000 },
  async ([, prepare]) => {
    for (let warm = 0; warm < 3; warm++) await (await prepare()).act();
    const whole = await prepare();
    proxy.reset();
    await whole.act();
    const total = (counts: Record<string, number>) =>
      Object.values(counts).reduce((sum, count) => sum + count, 0);
    const messages = { client: total(proxy.counts.sent), server: total(proxy.counts.received) };
    const codes: Record<string, number> = {};
    for (const from of ["client", "server"] as const)
      for (let afterMessages = 1; afterMessages <= messages[from]; afterMessages++) {
        const go = await prepare();
        const how: Fault["how"] = afterMessages % 2 === 0 ? "end" : "reset";
        proxy.cut({ from, afterMessages, how });
        const code = await codeOf(go.act());
        codes[code] = (codes[code] ?? 0) + 1;
        const where = `${from} ${afterMessages}`;
        expect([where, ["OK", "UNAVAILABLE"].includes(code)]).toEqual([where, true]);
        // A commit whose answer was cut off counts for nobody: none or one, and one if it was told.
        const done = await go.done();
        expect([where, done <= 1 && (code !== "OK" || done === 1)]).toEqual([where, true]);
        let again = await codeOf(go.act());
        if (again === "UNAVAILABLE") again = await codeOf(go.act());
        expect([where, again, await go.done()]).toEqual([where, "OK", 1]);
      }
    process.stdout.write(
      `cut at ${messages.client} + ${messages.server} messages: ${JSON.stringify(codes)}\n`,
    );
    expect(codes["UNAVAILABLE"]).toBeGreaterThan(10);
  },
);
