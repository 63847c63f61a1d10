import * as z from "zod";
import { PLAN_NAMES } from "../accounts/plan.ts";
import { PROFESSIONS } from "../accounts/professions.ts";
import { ROLES } from "../accounts/roles.ts";
import { APPOINTMENT_SOURCES, APPOINTMENT_STATUSES, OCCUPATIONS } from "../booking/status.ts";
import { id } from "../kernel/ids.ts";
import { currency } from "../kernel/money.ts";
import { instant, line, localDate, locale, page, pageOf, prose } from "../kernel/wire.ts";

/** What the platform's own people see and do. Lists mask addresses and numbers; details are logged. */
export const nothing = z.strictObject({}).optional();
export const idInput = z.strictObject({ id });
export type IdInput = z.infer<typeof idInput>;
export const done = z.object({ ok: z.literal(true) });
export type Done = z.infer<typeof done>;

/** Any part of a name or an address. */
const search = line(120).optional();

// ---- People ------------------------------------------------------------------------------------

export const listUsersInput = z.strictObject({
  search,
  role: z.enum(ROLES).optional(),
  /** Whether the address is proven. */
  verified: z.boolean().optional(),
  ...page,
});
export type ListUsersInput = z.infer<typeof listUsersInput>;

const practiceRef = z.object({ id, slug: z.string(), suspendedAt: instant.nullable() });
const userRow = z.object({
  id,
  name: z.string(),
  /** Masked. */
  email: z.string(),
  emailVerified: z.boolean(),
  role: z.enum(ROLES),
  createdAt: instant,
  /** When a device of theirs was last seen, to the hour; null where none is signed in. */
  lastSeenAt: instant.nullable(),
  practice: practiceRef.nullable(),
});
export type AdminUserRow = z.infer<typeof userRow>;
export const listUsersOutput = pageOf(userRow);

export const adminUser = userRow.extend({
  locale,
  /** Devices that are signed in; null where the auth driver cannot tell. */
  devices: z.array(
    z.object({ createdAt: instant, lastSeenAt: instant, userAgent: z.string().nullable() }),
  ),
  /** At how many professionals they are somebody's client. */
  clientOf: z.int(),
});
export type AdminUser = z.infer<typeof adminUser>;

// ---- Professionals -----------------------------------------------------------------------------

export const listProfessionalsInput = z.strictObject({
  search,
  suspended: z.boolean().optional(),
  ...page,
});
export type ListProfessionalsInput = z.infer<typeof listProfessionalsInput>;

const professionalRow = z.object({
  id,
  userId: id,
  slug: z.string(),
  name: z.string(),
  profession: z.enum(PROFESSIONS),
  plan: z.enum(PLAN_NAMES),
  trialEndsAt: instant.nullable(),
  suspendedAt: instant.nullable(),
  createdAt: instant,
});
export type AdminProfessionalRow = z.infer<typeof professionalRow>;
export const listProfessionalsOutput = pageOf(professionalRow);

export const adminProfessional = professionalRow.extend({
  phone: z.string(),
  email: z.string(),
  zone: z.string(),
  currency,
  locale,
  suspendedReason: z.string().nullable(),
  services: z.int(),
  clients: z.int(),
  appointments: z.object({
    /** Meetings whose start is yet to come. */
    upcoming: z.int(),
    pending: z.int(),
    /** Booked in the last thirty days. */
    booked30Days: z.int(),
  }),
});
export type AdminProfessional = z.infer<typeof adminProfessional>;

export const suspendInput = z.strictObject({ id, reason: prose(500).pipe(z.string().min(3)) });
export type SuspendInput = z.infer<typeof suspendInput>;

// ---- Appointments ------------------------------------------------------------------------------

export const listAppointmentsInput = z.strictObject({
  id: id.optional(),
  professionalId: id.optional(),
  client: search,
  /** Days in UTC on which it begins, both included. */
  from: localDate.optional(),
  to: localDate.optional(),
  status: z.enum(APPOINTMENT_STATUSES).optional(),
  ...page,
});
export type ListAppointmentsInput = z.infer<typeof listAppointmentsInput>;

const appointmentRow = z.object({
  id,
  professional: z.object({ id, name: z.string(), slug: z.string(), zone: z.string() }),
  kind: z.enum(OCCUPATIONS),
  status: z.enum(APPOINTMENT_STATUSES),
  startsAt: instant,
  endsAt: instant,
  serviceName: z.string(),
  source: z.enum(APPOINTMENT_SOURCES),
  createdAt: instant,
  /** Number and address are masked; null for a block. */
  client: z
    .object({ id, name: z.string(), phone: z.string(), email: z.string().nullable() })
    .nullable(),
});
export type AdminAppointmentRow = z.infer<typeof appointmentRow>;
export const listAppointmentsOutput = pageOf(appointmentRow);

/** The same with the client's number and address as they are. */
export const adminAppointment = appointmentRow.extend({
  price: z.object({ amount: z.int(), currency }),
  cancelledBy: z.enum(["professional", "client"]).nullable(),
  bookedEmail: z.string().nullable(),
  updatedAt: instant,
});
export type AdminAppointment = z.infer<typeof adminAppointment>;

// ---- The audit log -----------------------------------------------------------------------------

const token = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .regex(/^[\w.:@-]+$/, { message: "token" });

export const listAuditInput = z.strictObject({
  /** `user:<id>`, `guest`, `job:<queue>`, `cron`, … */
  actor: token.optional(),
  action: token.optional(),
  table: token.optional(),
  row: token.optional(),
  professionalId: id.optional(),
  requestId: token.optional(),
  /** Days in UTC, both included. */
  from: localDate.optional(),
  to: localDate.optional(),
  cursor: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional(),
  limit: page.limit,
});
export type ListAuditInput = z.infer<typeof listAuditInput>;

const auditRow = z.object({
  id: z.int(),
  at: instant,
  professionalId: id.nullable(),
  actor: z.string(),
  requestId: z.string().nullable(),
  action: z.string().nullable(),
  table: z.string(),
  row: z.string(),
  operation: z.string(),
  changed: z.array(z.string()),
  /** Of columns that are nobody's secret: the value, or [before, after]. */
  values: z.record(z.string(), z.unknown()),
});
export type AuditRow = z.infer<typeof auditRow>;
export const listAuditOutput = pageOf(auditRow);
