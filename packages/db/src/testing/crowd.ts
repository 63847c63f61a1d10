import type { Sql } from "../client.ts";

export interface Crowd {
  practices: number;
  /** Of each practice: eight a working day, four fifths of them before `now`. */
  appointmentsEach: number;
  /** ISO instant. */
  now: string;
}

/** Who a row of the crowd is: the `n`-th of its kind, the same in every database. */
export const crowdId = (kind: keyof typeof KINDS, n: number): string =>
  `00000000-0000-7000-800${KINDS[kind]}-${n.toString(16).padStart(12, "0")}`;

const KINDS = { users: 1, professionals: 2, services: 3, clients: 4, appointments: 5 } as const;

const CLIENTS_EACH = 40;

/**
 * Many practices with their clients and appointments, written set by set: a million appointments take
 * about a minute. Rows lie as they would have come in, a day of everybody's after the other, so
 * that those of one practice are scattered. Practices are `crowd-1`, `crowd-2`, …; the first is the one to
 * look at. For a database of one's own only: it takes constraints off and puts them on again.
 */
export async function fillCrowd(sql: Sql, crowd: Crowd): Promise<void> {
  const { practices, appointmentsEach, now } = crowd;
  const id = (kind: keyof typeof KINDS, n: string) =>
    `('00000000-0000-7000-800${KINDS[kind]}-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
  await sql.begin(async (tx) => {
    await tx.unsafe("set local statement_timeout = 0");
    const all = ["users", "professionals", "services", "availability", "clients", "appointments"];
    for (const table of all) await tx.unsafe(`alter table ${table} disable trigger user`);
    await tx.unsafe(`
      insert into users (id, email, email_verified, name)
      select ${id("users", "p")}, 'crowd-' || p || '@odys.test', true, 'Ana ' || p
      from generate_series(1, ${practices}) p`);
    await tx.unsafe(`
      insert into professionals (id, user_id, slug, name, profession, phone, zone, plan)
      select ${id("professionals", "p")}, ${id("users", "p")}, 'crowd-' || p, 'Ana ' || p, 'psychologist',
        '+55119' || (10000000 + p), 'America/Sao_Paulo', 'basic'
      from generate_series(1, ${practices}) p`);
    await tx.unsafe(`
      insert into services (id, professional_id, name, duration_minutes, price_amount, notice_minutes)
      select ${id("services", `p * 2 - s`)}, ${id("professionals", "p")}, 'Sessão', 50, 12000, 0
      from generate_series(1, ${practices}) p, generate_series(0, 1) s`);
    await tx.unsafe(`
      insert into availability (id, professional_id, day_of_week, start_minute, end_minute)
      select gen_random_uuid(), ${id("professionals", "p")}, d, 540, 1080
      from generate_series(1, ${practices}) p, generate_series(0, 6) d`);
    await tx.unsafe(`
      insert into clients (id, professional_id, name, phone, email)
      select ${id("clients", `p * ${CLIENTS_EACH} + c`)}, ${id("professionals", "p")}, 'Cliente ' || c,
        '+55119' || (10000000 + c), 'cliente' || c || '@example.com'
      from generate_series(1, ${practices}) p, generate_series(0, ${CLIENTS_EACH - 1}) c`);
    await withoutConstraints(tx, "appointments", async () => {
      await tx.unsafe(
        `
      insert into appointments (id, professional_id, service_id, client_id, status, starts_at, ends_at,
        blocked_from, blocked_until, service_name, duration_minutes, price_amount, currency, place, source,
        booked_email, created_at)
      select ${id("appointments", `p::bigint * 1000000 + k`)}, ${id("professionals", "p")},
        ${id("services", "p * 2")}, ${id("clients", `p * ${CLIENTS_EACH} + k % ${CLIENTS_EACH}`)},
        case when starts_at < $1::timestamptz then (array['completed', 'completed', 'no_show', 'cancelled'])[1 + k % 4]
          else (array['confirmed', 'confirmed', 'confirmed', 'pending_confirmation'])[1 + k % 4] end,
        starts_at, starts_at + interval '50 minutes', starts_at, starts_at + interval '50 minutes',
        'Sessão', 50, 12000, 'BRL', 'in_person', 'page', 'cliente@example.com', starts_at - interval '7 days'
      from generate_series(0, ${appointmentsEach - 1}) k, generate_series(1, ${practices}) p,
        lateral (select date_trunc('day', $1::timestamptz)
          + (k / 8 - ${Math.floor(appointmentsEach / 10)}) * interval '1 day'
          + (12 + k % 8) * interval '1 hour' as starts_at) t
      order by k, p`,
        [now],
      );
    });
    for (const table of all) await tx.unsafe(`alter table ${table} enable trigger user`);
  });
  await sql.unsafe("vacuum analyze");
}

/** Row by row a constraint costs many times what it costs for all rows at once. */
async function withoutConstraints(
  tx: Pick<Sql, "unsafe">,
  table: string,
  work: () => Promise<void>,
): Promise<void> {
  const constraints = await tx.unsafe<{ name: string; text: string }[]>(`
    select conname as name, pg_get_constraintdef(oid) as text from pg_constraint
    where conrelid = '${table}'::regclass and contype in ('f', 'x')`);
  for (const { name } of constraints)
    await tx.unsafe(`alter table ${table} drop constraint ${name}`);
  const indexes = await tx.unsafe<{ name: string; text: string }[]>(`
    select indexname as name, indexdef as text from pg_indexes
    where tablename = '${table}' and indexdef not like 'CREATE UNIQUE%'`);
  for (const { name } of indexes) await tx.unsafe(`drop index ${name}`);
  await work();
  for (const { text } of indexes) await tx.unsafe(text);
  for (const { name, text } of constraints)
    await tx.unsafe(`alter table ${table} add constraint ${name} ${text}`);
}
