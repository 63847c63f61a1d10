import type * as z from "zod";

/** What a page is given of its address. */
export type SearchParams = Record<string, string | string[] | undefined>;

/** What the filters of an address ask for, read as the procedure's input; null when it makes no sense. */
export function readFilters<T extends z.ZodType>(
  schema: T,
  params: SearchParams,
): { asked: Record<string, string>; input: z.infer<T> | null } {
  const asked: Record<string, string> = {};
  for (const [key, value] of Object.entries(params))
    if (typeof value === "string" && value.trim() !== "") asked[key] = value.trim();
  const typed = Object.fromEntries(
    Object.entries(asked).map(([key, value]) => [key, FLAGS[value] ?? value]),
  );
  const parsed = schema.safeParse(typed);
  return { asked, input: parsed.success ? parsed.data : null };
}

const FLAGS: Record<string, boolean> = { true: true, false: false };

/** The address of the same page with other parameters; undefined takes one off. */
export function addressOf(
  path: string,
  asked: Record<string, string>,
  change: Record<string, string | undefined>,
): string {
  const entries = Object.entries({ ...asked, ...change }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return entries.length === 0 ? path : `${path}?${new URLSearchParams(entries).toString()}`;
}

/** Where the audit log tells of one row. */
export function auditOf(table: string, row: string): string {
  return addressOf("/admin/audit", { table, row }, {});
}
