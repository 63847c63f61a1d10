import { connect } from "@odys/db/client";
import { startEmbedded } from "@odys/db/embedded";
import { migrate } from "@odys/db/migrate";
import { appointments } from "@odys/db/schema/booking";
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, it } from "vitest";
import { createTestApp } from "../../testing/app.ts";
import { mintPractice } from "../../testing/fixtures.ts";
import { reportOf } from "../../trpc/errors.ts";

const DAY = 86_400_000;
const dir = join(tmpdir(), `odys-killed-${process.pid}`);

const cleanUp: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const undo of cleanUp.toReversed()) await undo();
});

/** SIGKILL to the postmaster and to all that it started: as a power cut, but for the disk's cache. */
function killServer(dataDir: string): void {
  const postmaster = Number(readFileSync(join(dataDir, "postmaster.pid"), "utf8").split("\n")[0]);
  const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, "utf8");
  for (const pid of [postmaster, ...children.trim().split(" ").map(Number)])
    if (pid > 1) process.kill(pid, "SIGKILL");
}

it(
  "the database is killed under load and comes back: every acknowledged booking is there, none twice, and the next one succeeds within a second",
  { timeout: 240_000 },
  async () => {
    let server = await startEmbedded({ dir });
    cleanUp.push(async () => {
      await server.stop();
      rmSync(dir, { recursive: true, force: true });
    });
    await migrate(server.url);
    const connection = connect(server.url, { max: 10 });
    cleanUp.push(connection.close);
    const app = await createTestApp({ db: connection.db });
    cleanUp.push(app.close);
    const home = { ...app, db: connection.db };
    const practices = await Promise.all(Array.from({ length: 6 }, () => mintPractice(home)));
    const acknowledged: string[] = [];
    const codes: Record<string, number> = {};
    let [running, backAt, firstAfter] = [true, 0, 0];

    const lane = async (n: number) => {
      const practice = practices[n % practices.length];
      for (let count = 0; running && practice; count++) {
        const number = n * 1_000 + count;
        const startsAt = new Date(Date.parse("2026-11-24T12:00:00.000Z") + (count % 50) * DAY);
        startsAt.setUTCHours(12 + (Math.floor(count / 50) % 9));
        try {
          const { id } = await practice.caller.booking.bookForClient({
            client: { name: "Bia", phone: `+55119${10_000_000 + number}` },
            serviceId: practice.serviceId,
            startsAt: startsAt.toISOString(),
          });
          acknowledged.push(id);
          if (backAt > 0) firstAfter ||= performance.now();
        } catch (error) {
          const { code } = reportOf(error);
          codes[code] = (codes[code] ?? 0) + 1;
          await sleep(20);
        }
      }
    };
    const lanes = practices.map((_, n) => lane(n));
    while (acknowledged.length < 20) await sleep(50);
    const before = acknowledged.length;
    killServer(server.dataDir);
    await sleep(500);
    server = await startEmbedded({ dir });
    backAt = performance.now();
    await sleep(3_000);
    running = false;
    await Promise.all(lanes);

    const rows = await connection.db
      .select({ id: appointments.id, at: appointments.startsAt, of: appointments.professionalId })
      .from(appointments);
    const ids = new Set(rows.map(({ id }) => id));
    const ms = Math.round(firstAfter - backAt);
    process.stdout.write(
      `${before} before the kill, ${acknowledged.length - before} after, refused: ${JSON.stringify(codes)}, first after ${ms} ms\n`,
    );
    expect(acknowledged.filter((id) => !ids.has(id))).toEqual([]);
    expect(new Set(rows.map(({ at, of }) => `${of} ${at.toISOString()}`)).size).toBe(rows.length);
    expect(
      Object.keys(codes).filter((code) => !["UNAVAILABLE", "SLOT_TAKEN"].includes(code)),
    ).toEqual([]);
    expect(firstAfter).toBeGreaterThan(0);
    expect(ms).toBeLessThan(1_000);
  },
);
