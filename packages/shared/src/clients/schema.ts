import * as z from "zod";
import { id } from "../kernel/ids.ts";
import { currency } from "../kernel/money.ts";
import { phone } from "../kernel/phone.ts";
import { email, instant, line, page, pageOf } from "../kernel/wire.ts";

/** What crosses the doors of the clients room. Inputs refuse unknown keys; outputs name every field. */

const contactFields = {
  id,
  name: z.string(),
  phone: z.string(),
  email: z.string().nullable(),
  /** Since when out of the list. */
  archivedAt: instant.nullable(),
};

const figures = {
  /** Meetings that took place: completed, or confirmed and over. */
  visits: z.int(),
  noShows: z.int(),
  /** The start of the last of the visits. */
  lastAt: instant.nullable(),
  /** The start of the nearest appointment that is agreed or asked for and not over yet. */
  nextAt: instant.nullable(),
};

export const clientSummary = z.object({ ...contactFields, ...figures });

/** By name, then id. `query`: parts of name or e-mail, or digits of the phone; accents and capitals do not matter. */
export const listClientsInput = z.strictObject({
  query: z.string().trim().max(100).default(""),
  /** Those out of the list instead of those in it. */
  archived: z.boolean().default(false),
  ...page,
  // It holds the last name of the page before.
  cursor: z.string().max(2000).optional(),
});
export const listClientsOutput = pageOf(clientSummary);

/** What the clients room itself knows of somebody. */
export const contact = z.object({ ...contactFields, createdAt: instant });

export const clientInput = z.strictObject({ id });

export const client = z.object({
  ...contactFields,
  ...figures,
  createdAt: instant,
  cancellations: z.int(),
  lastNoShowAt: instant.nullable(),
  /** What was paid and not given back, one amount for each currency. */
  paid: z.array(z.object({ amount: z.int(), currency })),
});

export const createClientInput = z.strictObject({
  name: line(120),
  phone,
  email: email.nullable().default(null),
});

/** What is given changes, the rest stays. */
export const updateClientInput = z
  .strictObject({
    id,
    name: line(120).optional(),
    phone: phone.optional(),
    email: email.nullable().optional(),
  })
  .refine((input) => Object.keys(input).length > 1, { message: "empty" });

export const archiveClientInput = z.strictObject({ id, archived: z.boolean().default(true) });

export type Contact = z.infer<typeof contact>;
export type ClientSummary = z.infer<typeof clientSummary>;
export type ListClientsInput = z.infer<typeof listClientsInput>;
export type ClientPage = z.infer<typeof listClientsOutput>;
export type Client = z.infer<typeof client>;
export type CreateClientInput = z.infer<typeof createClientInput>;
export type UpdateClientInput = z.infer<typeof updateClientInput>;
export type ArchiveClientInput = z.infer<typeof archiveClientInput>;
