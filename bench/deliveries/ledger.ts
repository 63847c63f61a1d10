import { crowdId, fillCrowd } from "@odys/db/testing/crowd";
import type { TestDatabase } from "@odys/db/testing/database";

/** One practice with a paid plan, no cap on what messages cost, and forty clients to write to. */
export async function fillPractice({ sql }: TestDatabase): Promise<void> {
  await fillCrowd(sql, { practices: 1, appointmentsEach: 1, now: new Date().toISOString() });
  await sql`
    insert into message_settings (professional_id, monthly_budget)
    values (${crowdId("professionals", 1)}::uuid, null)`;
}

/** `count` messages of the practice that are due now, each to one of its clients. */
export async function fillDue(
  { sql }: TestDatabase,
  count: number,
  { name, channels = ["whatsapp"] }: { name: string; channels?: string[] },
): Promise<void> {
  await sql`
    insert into deliveries (id, professional_id, client_id, audience, template, locale, params,
      dedupe_key, channels, not_before, not_after, next_at)
    select gen_random_uuid(), ${crowdId("professionals", 1)}::uuid, c.id, 'client',
      'registrationInvite', 'pt-BR', '{}', ${name} || n, ${channels}, now(), now() + interval '1 hour', now()
    from generate_series(1, ${count}::int) n
    join lateral (select id from clients order by id offset n % 40 limit 1) c on true`;
}
