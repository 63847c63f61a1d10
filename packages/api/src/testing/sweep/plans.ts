import type { Sql } from "@odys/db/client";

/** A statement as it went over the wire, with the identity that its transaction had taken on. */
export type Sent = {
  text: string;
  values: unknown[];
  identity: Pick<Sent, "text" | "values"> | null;
};

/** Notes every statement that is sent over `sql` from now on. */
export function watchStatements(sql: Sql) {
  const sent: Sent[] = [];
  const identities = new Map<number, Sent["identity"]>();
  sql.options.debug = (connection, text, parameters) => {
    const values = parameters.map(plain);
    if (/^\s*(begin|commit|rollback)\b/i.test(text)) identities.delete(connection);
    else if (text.startsWith("select set_config('role'"))
      identities.set(connection, { text, values });
    else if (/^\s*(select|insert|update|delete|with)\b/i.test(text))
      sent.push({ text, values, identity: identities.get(connection) ?? null });
  };
  return {
    /** What was sent since the last time. */
    take: () => sent.splice(0),
    stop: () => void (sql.options.debug = false),
  };
}

/** The driver wraps what it was told the type of. */
function plain(parameter: unknown): unknown {
  return typeof parameter === "object" && parameter !== null && "value" in parameter
    ? parameter.value
    : parameter;
}

/** A node of a plan, as `explain (format json)` writes it. */
export type PlanNode = {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Index Cond"?: string;
  Plans?: PlanNode[];
};

/** How PostgreSQL would run a statement as whoever sent it. `seqscan` false: only if there is no other way. */
export function explain(
  sql: Sql,
  { text, values, identity }: Sent,
  { seqscan = true } = {},
): Promise<PlanNode[]> {
  const rows = sql.begin(async (tx) => {
    if (!seqscan) await tx.unsafe("set local enable_seqscan = off");
    if (identity) await tx.unsafe(identity.text, identity.values.map(String));
    return tx.unsafe<{ "QUERY PLAN": { Plan: PlanNode }[] }[]>(
      `explain (format json) ${text}`,
      values as never[],
    );
  });
  return rows.then(([row]) => (row?.["QUERY PLAN"] ?? []).flatMap(({ Plan }) => nodesOf(Plan)));
}

function nodesOf(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}
