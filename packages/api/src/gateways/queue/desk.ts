import type { PgBoss } from "pg-boss";
import type { QueueDesk, QueuedJob, QueueFigures } from "../../kernel/ports.ts";
import { deadLetterOf } from "./boss.ts";

const DEAD = deadLetterOf("");

// One row for each queue; the index of what is to be fetched and the few of the dead letters.
const FIGURES = `
  select q.name, coalesce(j.waiting, 0)::int as waiting, coalesce(j.retrying, 0)::int as retrying,
    coalesce(j.active, 0)::int as active, j.oldest
  from pgboss.queue q left join (
    select name,
      count(*) filter (where state = 'created') as waiting,
      count(*) filter (where state = 'retry') as retrying,
      count(*) filter (where state = 'active') as active,
      min(greatest(created_on, start_after)) filter (where state < 'active' and start_after <= now()) as oldest
    from pgboss.job where state <= 'active' group by name) j using (name)
  where q.name !~ '^__pgboss' order by q.name`;

const JOBS = `
  select id, state::text, data, output, retry_count, created_on, start_after,
    source_id, source_retry_count, source_created_on, source_output
  from pgboss.job where name = $1 and state = any($2::text[]::pgboss.job_state[])
  order by created_on desc, id desc limit $3`;

const DEAD_IDS = `
  select id from pgboss.job where name = $1 and state = 'created' order by created_on, id limit $2`;

// Of two at once the second waits for the first's row lock and then finds no row.
const BURY = `delete from pgboss.job where name = $1 and id = $2 returning data, source_id`;
const CLEAR = `delete from pgboss.job where name = $1 and id = $2 and state in ('failed', 'cancelled')`;
const HURRY = `
  update pgboss.job set start_after = now() where name = $1 and id = $2 and state = 'retry' and start_after > now()
  returning id`;

type FiguresRow = {
  name: string;
  waiting: number;
  retrying: number;
  active: number;
  oldest: Date | null;
};
type JobRow = {
  id: string;
  state: "created" | "retry" | "active";
  data: unknown;
  output: unknown;
  retry_count: number;
  created_on: Date;
  start_after: Date;
  source_id: string | null;
  source_retry_count: number | null;
  source_created_on: Date | null;
  source_output: unknown;
};

/**
 * What of the queue can be seen and done again. A dead letter is replayed under its first id: the
 * event's, by which consumers tell that they have done their part before.
 */
export function createDesk(opened: () => Promise<PgBoss>): QueueDesk {
  async function rows<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
    return (await (await opened()).getDb().executeSql(text, values)).rows as Row[];
  }

  return {
    async figures() {
      const all = await rows<FiguresRow>(FIGURES);
      const dead = new Map(all.map(({ name, waiting }) => [name, waiting]));
      return all
        .filter(({ name }) => !name.endsWith(DEAD))
        .map(({ oldest, ...row }): QueueFigures => {
          const letters = dead.get(deadLetterOf(row.name)) ?? 0;
          return { ...row, dead: letters, oldestAt: oldest };
        });
    },

    async jobs(queue, { state, limit }) {
      const [living, dead] = await Promise.all([
        state === "dead"
          ? []
          : rows<JobRow>(JOBS, [queue, state ? [state] : ["created", "retry", "active"], limit]),
        state && state !== "dead"
          ? []
          : rows<JobRow>(JOBS, [deadLetterOf(queue), ["created"], limit]),
      ]);
      return [...dead.map(toLetter), ...living.map(toJob)]
        .toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime())
        .slice(0, limit);
    },

    async replay(queue, id) {
      if (await revive(await opened(), queue, id)) return true;
      return (await rows(HURRY, [queue, id])).length > 0;
    },

    async replayDead(queue, limit) {
      const letters = await rows<{ id: string }>(DEAD_IDS, [deadLetterOf(queue), limit]);
      let done = 0;
      for (const { id } of letters) if (await revive(await opened(), queue, id)) done += 1;
      return done;
    },
  };
}

/** From the dead letters back into its queue; false when it is no longer there. */
async function revive(boss: PgBoss, queue: string, deadId: string): Promise<boolean> {
  const transaction = await boss.getDb().beginTransaction?.();
  if (!transaction) throw new TypeError("the queue's connection knows no transactions");
  const { db } = transaction;
  try {
    const buried = await db.executeSql(BURY, [deadLetterOf(queue), deadId]);
    const [letter] = buried.rows as { data: object | null; source_id: string | null }[];
    if (letter) {
      const id = letter.source_id ?? deadId;
      await db.executeSql(CLEAR, [queue, id]);
      const job = { id, ...(letter.data && { data: letter.data }) };
      await boss.insert(queue, [job], { db, returnId: false });
    }
    await transaction.commit();
    return letter !== undefined;
  } catch (error) {
    await transaction.rollback();
    throw error;
  }
}

function toJob(row: JobRow): QueuedJob {
  const { id, state, retry_count, created_on, start_after } = row;
  return {
    id,
    state,
    ...namesOf(row.data),
    attempts: retry_count + (state === "created" ? 0 : 1),
    createdAt: created_on,
    dueAt: start_after,
    error: messageOf(row.output),
  };
}

function toLetter(row: JobRow): QueuedJob {
  return {
    id: row.id,
    state: "dead",
    ...namesOf(row.data),
    attempts: (row.source_retry_count ?? 0) + 1,
    createdAt: row.source_created_on ?? row.created_on,
    dueAt: row.created_on,
    error: messageOf(row.source_output),
  };
}

/** Of a job's data what names it; the payload stays where it is. */
function namesOf(data: unknown): { event: string | null; requestId: string | null } {
  return { event: textOf(data, "type"), requestId: textOf(data, "requestId") };
}

function messageOf(output: unknown): string | null {
  return textOf(output, "message")?.slice(0, 500) ?? null;
}

function textOf(value: unknown, key: string): string | null {
  if (typeof value !== "object" || value === null) return null;
  const found: unknown = Reflect.get(value, key);
  return typeof found === "string" ? found : null;
}
