import { spawn } from "node:child_process";
import { join } from "node:path";
import { seedDemo } from "@odys/db/seed/demo";
import { createTestDatabase, stopOwnServer } from "@odys/db/testing/database";
import { readEnv } from "../src/env.ts";
import { buildContainer } from "../src/server/build-container.ts";
import { provideContainer } from "../src/server/container.ts";
import { createLog } from "../src/server/log.ts";
import { door } from "../src/server/route.ts";
import { freePort } from "./support/port.ts";
import { expect, test } from "./support/test.ts";

const POOL = 3;

/** The production server on a database of its own, which other tests do not see. */
async function startServer() {
  const database = await createTestDatabase({ max: 1, applicationName: "spec" });
  await seedDemo(database.db, Date.now());
  const port = String(await freePort());
  const origin = `http://localhost:${port}`;
  const variables = {
    NODE_ENV: "production",
    PORT: port,
    APP_URL: origin,
    DATABASE_URL: database.url,
    DATABASE_POOL_MAX: String(POOL),
    AUTH_SECRET: "a".repeat(32),
    CRON_SECRET: "c".repeat(32),
    RATE_LIMIT_FACTOR: "1000",
    LOG_LEVEL: "silent",
  } as const;
  const server = spawn(process.execPath, [join(import.meta.dirname, "../server.ts")], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, ...variables },
  });
  const ended = new Promise<number | null>((resolve) => server.once("exit", resolve));
  await expect
    .poll(
      () =>
        fetch(`${origin}/api/health/ready`).then(
          ({ status }) => status,
          () => 0,
        ),
      {
        timeout: 30_000,
      },
    )
    .toBe(200);
  return {
    origin,
    database,
    variables,
    /** How the process ended after it was asked to stop in order. */
    async stop() {
      server.kill("SIGTERM");
      const code = await ended;
      await database.close();
      await stopOwnServer();
      return code;
    },
  };
}

async function connectionsOf({ sql }: Awaited<ReturnType<typeof createTestDatabase>>) {
  const rows = await sql<{ name: string; count: number }[]>`
    select application_name as name, count(*)::int as count from pg_stat_activity
    where datname = current_database() and application_name <> 'spec' group by 1`;
  return new Map(rows.map(({ name, count }) => [name, count]));
}

test("pages and doors of one process share one container", async () => {
  const { origin, database, variables, stop } = await startServer();

  await test.step("one pool, however many ask at once, through whichever door", async () => {
    const paths = [
      "/p/ana-souza",
      "/api/v1/booking/ana-souza",
      `/api/trpc/booking.getPage?input=${encodeURIComponent('{"slug":"ana-souza"}')}`,
      "/api/health",
      "/dashboard",
    ];
    const asked = Array.from({ length: 12 }, () => paths).flat();
    const answers = await Promise.all(
      asked.map(async (path) => (await fetch(`${origin}${path}`)).status),
    );
    expect(answers.filter((status) => status !== 200)).toEqual([]);
    const connections = await connectionsOf(database);
    expect(connections.get("odys")).toBeLessThanOrEqual(POOL);
    // The queue's own, and the ear for other processes' events.
    expect([...connections.keys()].filter((name) => !/^odys( jobs| listen)?$/.test(name))).toEqual(
      [],
    );
    expect(connections.get("odys jobs") ?? 0).toBeLessThanOrEqual(4);
    expect(connections.get("odys listen") ?? 0).toBeLessThanOrEqual(1);
  });

  await test.step("Next's route handlers answer what the server answers", async () => {
    const env = readEnv({ ...variables, ODYS_ROLE: "web" });
    const container = buildContainer({ env, log: createLog(env), fronted: false });
    const { close } = await provideContainer(container);
    const headers = { "x-request-id": "the-same-request", "content-type": "application/json" };
    for (const [path, body] of [
      [`/api/trpc/booking.getPage?input=${encodeURIComponent('{"slug":"ana-souza"}')}`],
      [`/api/trpc/booking.getPage,accounts.me?batch=1&input=${encodeURIComponent('{"0":{}}')}`],
      ["/api/trpc/accounts.signIn", '{"email":"ana@odys.demo","password":"wrong password"}'],
      ["/api/trpc/nope"],
      ["/api/v1/booking/ana-souza"],
      ["/api/v1/booking/nobody"],
      ["/api/v1/openapi.json"],
      ["/api/health/live"],
      ["/api/cron/nope"],
      ["/api/webhooks/stripe", "{}"],
      ["/api/auth/callback"],
    ] as const) {
      const method = body === undefined ? "GET" : "POST";
      const request = () =>
        new Request(`${origin}${path}`, { method, headers, body, redirect: "manual" });
      const [mounted, served] = await Promise.all([door(request()), fetch(request())]);
      const told = async (answer: Response) => ({
        path,
        status: answer.status,
        type: answer.headers.get("content-type"),
        location: answer.headers.get("location"),
        body: await answer.text(),
      });
      expect(await told(mounted)).toEqual(await told(served));
    }
    await close();
  });

  await test.step("it stops in order", async () => {
    expect(await stop()).toBe(0);
  });
});
