import { existsSync } from "node:fs";
import { createServer } from "node:http";
import type createNext from "next";
import { join } from "node:path";
import { seedDemo } from "@odys/db/seed/demo";
import { type Env, readServerEnv } from "./src/env.ts";
import { banner } from "./src/server/banner.ts";
import { buildContainer } from "./src/server/build-container.ts";
import { type Container, provideContainer } from "./src/server/container.ts";
import {
  acceptUpgrades,
  createHttpServer,
  drain,
  listen,
  type PageHandler,
} from "./src/server/http.ts";
import { createLog } from "./src/server/log.ts";

/** Signals that come so near to each other are one. */
const ONE_SIGNAL_MS = 1_000;

/** How long requests under way are waited for when the process stops, in milliseconds. */
const GRACE_MS = 10_000;

type Pages = {
  handle: PageHandler;
  upgrade: Parameters<typeof acceptUpgrades>[1];
  close(): Promise<void>;
};

try {
  await main(readServerEnv());
} catch (error) {
  // Misconfiguration is told in words; where it was noticed helps nobody.
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n\n`);
  process.exit(1);
}

async function main(env: Env): Promise<void> {
  const started = performance.now();
  const log = createLog(env);
  const dev = env.NODE_ENV === "development";
  const serving = env.ODYS_ROLE !== "worker";
  if (serving && !dev) demandBuild(env);

  // Next is loaded while the database starts.
  const [container, next] = await Promise.all([
    provideContainer(buildContainer({ env, log, fronted: true })),
    serving ? import("next") : null,
  ]);
  try {
    const origin = await serve(container, env, next?.default ?? null);
    const seconds = (performance.now() - started) / 1000;
    log.info({ port: env.PORT, role: env.ODYS_ROLE, seconds }, "ready");
    if (serving) process.stdout.write(`${banner({ origin, demo: dev, seconds })}\n`);
  } catch (error) {
    await container.close();
    throw error;
  }
}

/** Opens the server. Returns the address under which people reach it. */
async function serve(container: Container, env: Env, next: CreateNext | null): Promise<string> {
  const { services } = container;
  const dev = env.NODE_ENV === "development";
  if (dev) await seedDemo(services.db, Date.now());
  const pages = next && (await preparePages(next, env, dev));
  const server = createHttpServer(services, pages?.handle ?? null);
  // Live reload. Otherwise nothing here speaks WebSocket, and what asks for it gets a plain answer.
  if (pages && dev) acceptUpgrades(server, pages.upgrade);
  stopOnSignals(server, container, pages);
  await listen(server, env.PORT);
  return services.settings.origin;
}

type CreateNext = typeof createNext;

async function preparePages(create: CreateNext, env: Env, dev: boolean): Promise<Pages> {
  const dir = import.meta.dirname;
  process.chdir(dir); // plugins of next.config.ts look from here
  // Next listens for upgrades at a server that it is given, from the first page on; left to itself it
  // does so at ours, and in production keeps every one of them open and unanswered.
  const upgrades = createServer();
  const app = create({ dev, dir, port: env.PORT, hostname: "localhost", httpServer: upgrades });
  await app.prepare();
  const handle = app.getRequestHandler();
  return {
    handle: (req, res) => handle(req, res),
    upgrade: (req, socket, head) => {
      if (!upgrades.emit("upgrade", req, socket, head)) socket.destroy();
    },
    close: () => app.close(),
  };
}

function demandBuild(env: Env): void {
  if (!existsSync(join(import.meta.dirname, env.NEXT_DIST_DIR, "BUILD_ID")))
    throw new Error("There is no build to serve. Run `pnpm build` first, or `pnpm dev`.");
}

/**
 * The first signal stops in order; the second one does not wait. What follows within a second is the
 * first one still: a signal to the whole group comes once from it and once more from `pnpm dev`.
 */
function stopOnSignals(
  server: ReturnType<typeof createHttpServer>,
  container: Container,
  pages: Pages | null,
): void {
  const { log } = container.services;
  let since: number | null = null;
  const stop = async (signal: NodeJS.Signals) => {
    if (since !== null) {
      if (performance.now() - since > ONE_SIGNAL_MS) process.exit(1);
      return;
    }
    since = performance.now();
    log.info({ signal }, "stopping");
    try {
      container.services.live.hangUp();
      await drain(server, GRACE_MS);
      await container.close();
      await pages?.close();
      log.info("stopped");
      process.exit(0);
    } catch (error) {
      log.error({ err: error }, "did not stop cleanly");
      process.exit(1);
    }
  };
  process.on("SIGINT", (signal) => void stop(signal));
  process.on("SIGTERM", (signal) => void stop(signal));
}
