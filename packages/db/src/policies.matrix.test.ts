import { getTableColumns, getTableName, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Tx } from "./client.ts";
import { createTestDatabase, type TestDatabase } from "./testing/database.ts";
import { newTenant, NEW_ROW, seedTenant, TABLES, type Tenant } from "./testing/tenants.ts";

type TableKey = keyof typeof TABLES;
const KEYS = Object.keys(NEW_ROW) as TableKey[];

/** Which column says whose a row is. Rows of the others are nobody's. */
const OWNER: Partial<
  Record<TableKey, "id" | "user_id" | "professional_id" | "actor" | "caller" | "key">
> = {
  users: "id",
  authAccounts: "user_id",
  authSessions: "user_id",
  professionals: "id",
  onboardingDrafts: "user_id",
  clients: "professional_id",
  services: "professional_id",
  availability: "professional_id",
  availabilityExceptions: "professional_id",
  storedFiles: "user_id",
  calendarFeeds: "user_id",
  appointments: "professional_id",
  notifications: "user_id",
  outboxEvents: "professional_id",
  idempotencyKeys: "actor",
  auditLog: "professional_id",
  rateLimitHits: "caller",
  clientIdentities: "professional_id",
  clientMerges: "professional_id",
  contactConsents: "professional_id",
  conversations: "professional_id",
  messages: "professional_id",
  deliveries: "professional_id",
  deliveryAttempts: "professional_id",
  messageSettings: "professional_id",
  messageSpending: "professional_id",
  messageWordings: "professional_id",
  webhookEvents: "key",
};

/** What an identity may do with its own rows: of select, insert, update and delete, the first letters. */
type Rights = Partial<Record<TableKey, string>>;
const PROFESSIONAL: Rights = {
  users: "su",
  professionals: "siu",
  onboardingDrafts: "siud",
  clients: "siud",
  services: "siud",
  availability: "siud",
  availabilityExceptions: "siud",
  storedFiles: "sid",
  calendarFeeds: "siud",
  appointments: "siu",
  notifications: "su",
  outboxEvents: "i",
  idempotencyKeys: "siu",
  auditLog: "s",
  clientIdentities: "siud",
  clientMerges: "siu",
  contactConsents: "si",
  conversations: "siu",
  messages: "siu",
  deliveries: "s",
  deliveryAttempts: "s",
  messageSettings: "siu",
  messageSpending: "s",
  messageWordings: "siud",
};
const DESK: Rights = {
  professionals: "s",
  services: "s",
  availability: "s",
  clients: "siu",
  appointments: "si",
  outboxEvents: "i",
  idempotencyKeys: "siu",
};

const OPERATIONS = ["select", "insert", "update", "delete"] as const;
type Operation = (typeof OPERATIONS)[number];

describe("two tenants, and queries that forget their where", () => {
  let database: TestDatabase;
  const [ana, rui] = [newTenant(), newTenant()];

  beforeAll(async () => {
    database = await createTestDatabase();
    await seedTenant(database.db, ana);
    await seedTenant(database.db, rui);
    // Only policies are to refuse here, not what refers to what.
    const keys = await database.sql<{ statement: string }[]>`
      select format('alter table %s drop constraint %I', conrelid::regclass, conname) as statement
      from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`;
    for (const { statement } of keys) await database.sql.unsafe(statement);
  });
  afterAll(() => database.close());

  type Identity = { role: string; claims: Record<string, unknown> | null; actor: string };
  const signedIn = (tenant: Tenant): Identity => ({
    role: "authenticated",
    actor: `user:${tenant.userId}`,
    claims: {
      role: "authenticated",
      sub: tenant.userId,
      odys_professional_id: tenant.professionalId,
      odys: true,
    },
  });
  const atDesk = ({ professionalId }: Tenant): Identity => ({
    role: "anon",
    actor: "guest",
    claims: { role: "anon", sub: null, odys_professional_id: professionalId, odys: true },
  });
  /** What Supabase's own auth server signs, and somebody's idea of what it might. */
  const token = (tenant: Tenant, more: Record<string, unknown> = {}): Identity => ({
    role: "authenticated",
    actor: "",
    claims: { role: "authenticated", sub: tenant.userId, aud: "authenticated", ...more },
  });
  const nobody: Identity = { role: "anon", actor: "", claims: null };

  /** Does it as this identity, and undoes it whatever comes of it. */
  async function attempt<T>(
    identity: Identity,
    work: (tx: Tx) => Promise<T>,
  ): Promise<T | "refused"> {
    const undo = new Error("undo");
    let result: T | undefined;
    try {
      await database.db.transaction(async (tx) => {
        const claims = identity.claims ? JSON.stringify(identity.claims) : "";
        await tx.execute(
          sql`select set_config('role', ${identity.role}, true), set_config('request.jwt.claims', ${claims}, true), set_config('odys.actor', ${identity.actor}, true)`,
        );
        result = await work(tx);
        throw undo;
      });
    } catch (error) {
      if (error !== undo) {
        if (sqlState(error) === "42501") return "refused";
        throw error;
      }
    }
    return result as T;
  }

  const ownerOf = (key: TableKey, tenant: Tenant): string => {
    if (OWNER[key] === "actor") return `user:${tenant.userId}`;
    if (OWNER[key] === "professional_id" || key === "professionals") return tenant.professionalId;
    return tenant.userId;
  };

  /** A new row in the tenant's name, as the identity would write it. */
  function rowFor(identity: Identity, key: TableKey, tenant: Tenant) {
    const row = NEW_ROW[key](tenant);
    if (key === "professionals") return { ...row, id: tenant.professionalId };
    const guest = key === "idempotencyKeys" && identity.actor === "guest" && tenant === ana;
    return guest ? { ...row, actor: "guest" } : row;
  }

  /** Whose rows a statement without a `where` reaches. */
  async function reach(identity: Identity, key: TableKey, operation: Operation, as: Tenant) {
    const table: PgTable = TABLES[key];
    const name = sql.identifier(getTableName(table));
    const owner = sql.identifier(OWNER[key] ?? "id");
    const outcome = await attempt(identity, async (tx) => {
      if (operation === "insert") {
        await insertOrMeetConstraint(tx, table, rowFor(identity, key, as));
        return [{ owner: ownerOf(key, as) }];
      }
      if (operation === "select")
        return tx.execute(sql`select ${owner}::text as owner from ${name}`);
      if (operation === "delete")
        return tx.execute(sql`delete from ${name} returning ${owner}::text as owner`);
      const [column] = await tx.execute<{ name: string }>(sql`
        select attname as name from pg_attribute where attrelid = ${getTableName(table)}::regclass
        and attnum > 0 and attidentity = '' and has_column_privilege(current_user, attrelid, attnum, 'update') limit 1`);
      if (!column) return "refused" as const;
      const set = sql.identifier(column.name);
      return tx.execute(sql`update ${name} set ${set} = ${set} returning ${owner}::text as owner`);
    });
    if (outcome === "refused") return [];
    return [...new Set(outcome.map((row) => String(row["owner"])))];
  }

  const cases = KEYS.flatMap((key) => OPERATIONS.map((operation) => ({ key, operation })));

  it.for(cases)("a professional: $operation on $key", async ({ key, operation }) => {
    const reached = await reach(signedIn(ana), key, operation, ana);
    const may = PROFESSIONAL[key]?.includes(operation.charAt(0));
    expect(reached).toEqual(may ? [ownerOf(key, ana)] : []);
  });

  it.for(cases)("a guest at a desk: $operation on $key", async ({ key, operation }) => {
    const reached = await reach(atDesk(ana), key, operation, ana);
    const may = DESK[key]?.includes(operation.charAt(0));
    // A guest's keys are the guests' and no tenant's; none was seeded.
    const seeded = key !== "idempotencyKeys" || operation === "insert";
    expect(reached).toEqual(may && seeded ? [ownerOf(key, ana)] : []);
  });

  it.for(KEYS)("nobody writes a row of another's into %s", async (key) => {
    // Rows of these tables belong to no tenant, and nobody is granted anything there.
    for (const identity of [signedIn(ana), atDesk(ana)])
      expect(await reach(identity, key, "insert", rui)).toEqual([]);
  });

  it.for(cases)(
    "a token without our claim, and nobody at all: $operation on $key",
    async ({ key, operation }) => {
      const forged = {
        user_metadata: { odys: true },
        app_metadata: { odys_professional_id: ana.professionalId },
      };
      for (const identity of [token(ana), token(ana, forged), nobody])
        expect(await reach(identity, key, operation, ana)).toEqual([]);
    },
  );

  it("nobody hands a row over to another tenant, or takes one", async () => {
    for (const key of KEYS.filter((table) => OWNER[table] === "professional_id")) {
      const name = sql.identifier(getTableName(TABLES[key]));
      const give = attempt(signedIn(ana), (tx) =>
        tx.execute(sql`update ${name} set professional_id = ${rui.professionalId} returning 1`),
      );
      expect([key, await give]).toEqual([key, "refused"]);
    }
  });

  it("a signed-in client sees what is theirs at another's practice, and changes nothing", async () => {
    const bia = newTenant();
    await database.db
      .update(TABLES.clients)
      .set({ userId: bia.userId })
      .where(sql`${TABLES.clients.id} = ${rui.clientId}`);
    const person: Identity = {
      ...signedIn(bia),
      claims: { role: "authenticated", sub: bia.userId, odys_professional_id: "", odys: true },
    };
    const seen = (key: "clients" | "appointments" | "services", identity: Identity) =>
      attempt(identity, (tx) => tx.select({ owner: TABLES[key].professionalId }).from(TABLES[key]));
    expect(await seen("clients", person)).toEqual([{ owner: rui.professionalId }]);
    expect(await seen("appointments", person)).toEqual([{ owner: rui.professionalId }]);
    expect(await seen("services", person)).toEqual([]);
    expect(await reach(person, "appointments", "update", rui)).toEqual([]);
    expect(await reach(person, "clients", "delete", rui)).toEqual([]);
    expect(await seen("appointments", token(bia))).toEqual([]);
    expect(await seen("clients", token(bia))).toEqual([]);
  });

  it("covers every table there is", () => {
    expect(Object.keys(TABLES).toSorted()).toEqual([...KEYS].toSorted());
    for (const key of KEYS.filter((table) => OWNER[table] === "professional_id"))
      expect(Object.keys(getTableColumns(TABLES[key]))).toContain("professionalId");
  });
});

/** A constraint that refuses the row shows that the policy has let it through. */
async function insertOrMeetConstraint(tx: Tx, table: PgTable, row: Record<string, unknown>) {
  try {
    await tx.transaction((nested) => nested.insert(table).values(row));
  } catch (error) {
    if (!sqlState(error)?.startsWith("23")) throw error;
  }
}

function sqlState(error: unknown): string | null {
  for (let e = error; e instanceof Error; e = e.cause)
    if ("code" in e && typeof e.code === "string" && /^[0-9A-Z]{5}$/.test(e.code)) return e.code;
  return null;
}
