import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "./testing/database.ts";

/** Written by the system alone and short-lived, or themselves the record: no audit of these. */
const LEDGERS = [
  "audit_log",
  "auth_verifications",
  "connection_checks",
  "deliveries",
  "delivery_attempts",
  "idempotency_keys",
  "local_messages",
  "message_spending",
  "outbox_events",
  "rate_limit_hits",
  "waiting_messages",
  "webhook_events",
];

const PROFESSIONAL_COLUMNS =
  "avatar_id, bio, cancel_notice_minutes, currency, guest_check, holidays, locale, max_pending, max_per_day, max_per_week, muted_mails, name, phone, profession, slot_step_minutes, slug, updated_at, zone";

/** Everything that anybody but the system may do with a table; a table that is not here may not exist. */
const GRANTS: Record<string, { anon?: string[]; authenticated?: string[] }> = {
  appointments: {
    anon: ["insert", "select"],
    authenticated: ["insert", "select", "update"],
  },
  audit_log: { authenticated: ["select"] },
  auth_accounts: {},
  auth_sessions: {},
  auth_verifications: {},
  availability: { anon: ["select"], authenticated: ["delete", "insert", "select", "update"] },
  availability_exceptions: { authenticated: ["delete", "insert", "select", "update"] },
  clients: {
    anon: ["insert", "select", "update (archived_at, updated_at)"],
    authenticated: ["delete", "insert", "select", "update"],
  },
  client_identities: { authenticated: ["delete", "insert", "select", "update"] },
  client_merges: { authenticated: ["insert", "select", "update"] },
  connection_checks: {},
  contact_consents: { authenticated: ["insert", "select"] },
  conversations: {
    authenticated: [
      "insert",
      "select",
      "update (last_message_at, unread_by_client, unread_by_professional)",
    ],
  },
  deliveries: { authenticated: ["select"] },
  delivery_attempts: { authenticated: ["select"] },
  idempotency_keys: {
    anon: ["insert", "select", "update (answer, body_hash, created_at, expires_at)"],
    authenticated: ["insert", "select", "update (answer, body_hash, created_at, expires_at)"],
  },
  local_messages: {},
  message_settings: { authenticated: ["insert", "select", "update"] },
  message_spending: { authenticated: ["select"] },
  message_wordings: { authenticated: ["delete", "insert", "select", "update"] },
  messages: { authenticated: ["insert", "select", "update (read_at)"] },
  notifications: { authenticated: ["select", "update (read_at)"] },
  onboarding_drafts: { authenticated: ["delete", "insert", "select", "update"] },
  outbox_events: { anon: ["insert"], authenticated: ["insert"] },
  professionals: {
    anon: ["select"],
    authenticated: ["insert", "select", `update (${PROFESSIONAL_COLUMNS})`],
  },
  rate_limit_hits: {},
  calendar_feeds: {
    authenticated: ["delete", "insert", "select", "update (created_at, id)"],
  },
  services: { anon: ["select"], authenticated: ["delete", "insert", "select", "update"] },
  stored_files: { authenticated: ["delete", "insert", "select"] },
  users: { authenticated: ["select", "update (locale, name, updated_at)"] },
  waiting_messages: {},
  webhook_events: {},
};

describe("every table of the schema", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.close());

  const names = async (rows: PromiseLike<readonly { name: string }[]>) =>
    (await rows).map(({ name }) => name);

  it("is on the list of grants, and no view stands beside them", async () => {
    const { sql } = database;
    const relations = await names(sql<{ name: string }[]>`
      select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f')
      order by relname`);
    expect(relations).toEqual(Object.keys(GRANTS).toSorted());
  });

  it("has row-level security, enabled and forced on its owner", async () => {
    const { sql } = database;
    const open = await names(sql<{ name: string }[]>`
      select relname as name from pg_class where relnamespace = 'public'::regnamespace
      and relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity)`);
    expect(open).toEqual([]);
  });

  it("has a policy for the system, and one for each role that is granted something", async () => {
    const { sql } = database;
    const rows = await sql<{ name: string; role: string }[]>`
      select tablename as name, unnest(roles) as role from pg_policies where schemaname = 'public'`;
    const policed = new Set(rows.map(({ name, role }) => `${name} ${role}`));
    const expected = Object.entries(GRANTS).flatMap(([table, roles]) =>
      ["service_role", ...Object.keys(roles)].map((role) => `${table} ${role}`),
    );
    expect([...policed].toSorted()).toEqual(expected.toSorted());
  });

  it("writes to the audit log, unless it is a ledger", async () => {
    const { sql } = database;
    const audited = await names(sql<{ name: string }[]>`
      select tgrelid::regclass::text as name from pg_trigger
      join pg_proc on pg_proc.oid = tgfoid
      where proname = 'audit_row' and tgenabled = 'O'
        -- after, for each row, on insert, update and delete
        and tgtype = 1 + 4 + 8 + 16
      order by 1`);
    const expected = Object.keys(GRANTS).filter((table) => !LEDGERS.includes(table));
    expect(audited).toEqual(expected.toSorted());
  });

  it("grants exactly what is listed, to nobody but anon and authenticated, and nothing to the public", async () => {
    const { sql } = database;
    const rows = await sql<{ name: string; role: string; privilege: string; columns: string }[]>`
      with given as (
        select oid, relname, null as attname, (aclexplode(relacl)).* from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
        union all
        select c.oid, relname, attname, (aclexplode(attacl)).* from pg_attribute
        join pg_class c on c.oid = attrelid where relnamespace = 'public'::regnamespace
      )
      select relname as name,
        case grantee when 0 then 'public' else grantee::regrole::text end as role,
        lower(privilege_type) as privilege,
        coalesce(string_agg(attname, ', ' order by attname), '') as columns
      from given
      where grantee <> current_user::regrole and grantee <> 'service_role'::regrole
      group by 1, 2, 3, attname is null order by 1, 2, 3`;
    const found: Record<string, Record<string, string[]>> = {};
    for (const table of Object.keys(GRANTS)) found[table] = {};
    for (const { name, role, privilege, columns } of rows)
      ((found[name] ??= {})[role] ??= []).push(columns ? `${privilege} (${columns})` : privilege);
    expect(found).toEqual(GRANTS);
  });

  it("anon and authenticated enter no other schema of ours, and create nothing", async () => {
    const { sql } = database;
    const rows = await sql<{ name: string }[]>`
      select role || ' ' || nspname || ' ' || privilege as name
      from pg_namespace, unnest(array['anon', 'authenticated']) role,
        unnest(array['usage', 'create']) privilege
      where nspname !~ '^pg_' and nspname <> 'information_schema'
        and has_schema_privilege(role, oid, privilege) order by 1`;
    expect(rows.map(({ name }) => name)).toEqual(
      ["anon", "authenticated"].flatMap((role) =>
        ["app", "auth", "public"].map((schema) => `${role} ${schema} usage`),
      ),
    );
  });
});

describe("every policy", () => {
  let database: TestDatabase;
  type Policy = { name: string; table: string; text: string };
  let policies: Policy[] = [];
  beforeAll(async () => {
    database = await createTestDatabase();
    policies = await database.sql<Policy[]>`
      select tablename || '.' || policyname as name, tablename as table,
        concat_ws(' ', qual, with_check) as text
      from pg_policies where schemaname = 'public' and policyname <> 'service_all'`;
  });
  afterAll(() => database.close());

  it("asks who is calling once per statement and not once per row", () => {
    expect(policies.length).toBeGreaterThan(10);
    for (const { name, text } of policies) {
      const calls = text.match(/\b(?:auth|app)\.\w+\(\)/g) ?? [];
      const once = text.match(/\( SELECT (?:auth|app)\.\w+\(\) AS \w+\)/g) ?? [];
      expect([name, calls.length]).toEqual([name, once.length]);
      expect([name, once.length > 0]).toEqual([name, true]);
      expect(text).not.toContain("current_setting");
    }
  });

  it("compares columns that lead an index", async () => {
    const rows = await database.sql<{ led: string }[]>`
      select indrelid::regclass::text || '.' || attname as led from pg_index
      join pg_attribute on attrelid = indrelid and attnum = indkey[0] where indisvalid`;
    const led = new Set(rows.map((row) => row.led));
    const named = policies.flatMap(({ table, text }) =>
      [...text.matchAll(/([\w.]+) (?:=|IN) \(\s*SELECT/g)].map(([, column = ""]) =>
        column.includes(".") ? column : `${table}.${column}`,
      ),
    );
    expect(named.length).toBeGreaterThan(policies.length - 1);
    expect(named.filter((column) => !led.has(column))).toEqual([]);
  });
});
