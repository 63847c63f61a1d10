import { connectionChecks } from "@odys/db/schema/messaging/conversations";
import { notifications } from "@odys/db/schema/messaging";
import { newId } from "@odys/shared/kernel/ids";
import { connectionMail } from "@odys/shared/messaging/connection-mail";
import type { Watched } from "@odys/shared/messaging/connection-schema";
import type { WatchdogAction } from "@odys/shared/messaging/conversation";
import { judge, type Look, PROOF_MS } from "@odys/shared/messaging/watchdog";
import { and, eq, lt, sql } from "drizzle-orm";
import type { Ctx } from "../../kernel/ctx.ts";
import { asSystem, withSystemTransaction } from "../../kernel/transaction.ts";
import {
  readAcknowledged,
  readAdmins,
  readChecks,
  readLast,
  readLastWell,
  readWhoWrites,
  toCheck,
} from "./connection-queries.ts";

/** Who asks again so soon is given what the one before has found, or is about to find. */
const ONE_LOOK_MS = 30_000;
const KEPT_MS = 30 * 24 * 3_600_000;
const WRITES_MS = 7 * 24 * 3_600_000;

/**
 * Looks at the WhatsApp connection, does what there is to do about it and writes both down. The
 * scheduler and the cron door may ask at the same moment, of any number of processes: one looks, and
 * the others are given its row. Nothing is held open while the provider is asked.
 */
export async function watchConnection(ctx: Ctx): Promise<Watched> {
  const { driver } = ctx.whatsapp;
  if (driver === "none") return { check: null };
  const turn = await takeTurn(ctx, driver);
  if (!turn.mine) return { check: turn.check };

  const { state: said, detail } = await ctx.whatsapp.connection();
  const look: Look = { ...turn.known, said };
  const found = judge(look);
  const done = await act(ctx, found);
  const row = {
    state: found.state,
    action: found.action,
    detail: [detail, done].filter(Boolean).join(" · ").slice(0, 300),
    since: new Date(found.since),
  };
  const [check] = await asSystem(ctx)
    .update(connectionChecks)
    .set(row)
    .where(eq(connectionChecks.id, turn.id))
    .returning();
  ctx.log.info({ driver, ...row }, "watchdog: looked at WhatsApp");
  return { check: check ? toCheck(check) : null };
}

type Turn =
  | { mine: false; check: Watched["check"] }
  | { mine: true; id: string; known: Omit<Look, "said"> };

/** One after the other; the row that is left behind tells the next one that somebody is looking. */
function takeTurn(ctx: Ctx, driver: string): Promise<Turn> {
  const now = ctx.clock.now();
  return withSystemTransaction(ctx, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('messaging.watch_connection'))`);
    const [last] = await readChecks(tx, driver, 1);
    if (last && now - last.at.getTime() < ONE_LOOK_MS) return { mine: false, check: toCheck(last) };

    const tried = await readLast(tx, driver, ["restart", "connect"]);
    const told = await readLast(tx, driver, ["tell"]);
    const well = await readLastWell(tx, driver);
    // What stays on this machine needs no proof.
    const provider = driver === "evolution" ? driver : "whatsapp";
    const from = new Date(now - PROOF_MS);
    const heard = driver === "local" ? new Date(now) : await readAcknowledged(tx, provider, from);
    const before = last ? { state: last.state, since: last.since.getTime() } : null;
    const id = newId();
    await tx.insert(connectionChecks).values({
      id,
      driver,
      state: before?.state ?? "unproven",
      action: "none",
      detail: "looking",
      since: new Date(before?.since ?? now),
      at: new Date(now),
    });
    await tx
      .delete(connectionChecks)
      .where(
        and(eq(connectionChecks.driver, driver), lt(connectionChecks.at, new Date(now - KEPT_MS))),
      );
    return {
      mine: true,
      id,
      known: {
        now,
        acknowledgedAt: heard?.getTime() ?? null,
        before,
        triedAt: tried?.at.getTime() ?? null,
        toldAt: told && !(well && well > told.at) ? told.at.getTime() : null,
      },
    };
  });
}

/** Returns what came of it, in the provider's words. */
async function act(ctx: Ctx, found: ReturnType<typeof judge>): Promise<string> {
  switch (found.action satisfies WatchdogAction) {
    case "none":
      return "";
    case "restart": {
      const { ok, detail } = await ctx.whatsapp.restart();
      return `restart: ${ok ? "done" : detail}`;
    }
    case "connect": {
      const { ok, detail, code } = await ctx.whatsapp.connect();
      if (code !== undefined) return "connect: somebody has to scan a code";
      return `connect: ${ok ? "done" : detail}`;
    }
    case "tell":
      return `told ${await tell(ctx, found)}`;
  }
}

/** By mail those who can help, in the app those whose messages now take another way. Returns how many admins. */
async function tell(ctx: Ctx, { state, since }: ReturnType<typeof judge>): Promise<number> {
  const now = ctx.clock.now();
  const admins = await readAdmins(asSystem(ctx));
  const url = `${ctx.settings.origin}/admin/health`;
  const day = new Date(now).toISOString().slice(0, 10);
  for (const { userId, email, locale } of admins) {
    const dedupeKey = `whatsapp_disconnected:${since}:${day}:${userId}`;
    const sent = await ctx.mail.send({
      to: email,
      ...connectionMail(locale, { state, url }),
      dedupeKey,
    });
    if (sent.outcome !== "accepted") ctx.log.error({ ...sent, userId }, "watchdog: mail not sent");
  }
  const people = await readWhoWrites(asSystem(ctx), new Date(now - WRITES_MS));
  const rows = people.map((userId) => ({
    id: newId(),
    userId,
    type: "whatsapp_disconnected" as const,
    params: { audience: "professional" },
    dedupeKey: `whatsapp_disconnected:${since}:${userId}`,
    createdAt: new Date(now),
  }));
  await withSystemTransaction(ctx, async (tx) => {
    for (let at = 0; at < rows.length; at += 1_000)
      await tx
        .insert(notifications)
        .values(rows.slice(at, at + 1_000))
        .onConflictDoNothing({ target: notifications.dedupeKey });
  });
  return admins.length;
}
