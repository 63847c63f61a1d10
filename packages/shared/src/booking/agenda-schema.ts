import * as z from "zod";
import { id } from "../kernel/ids.ts";
import { money } from "../kernel/money.ts";
import { instant, localDate } from "../kernel/wire.ts";
import { APPOINTMENT_STATUSES, OCCUPATIONS, PAYMENT_STATUSES, SERVICE_COLORS } from "./status.ts";

/** The agenda as a calendar draws it: little of each appointment, and everything of the days. */

const DAY_MS = 86_400_000;
/** A month with the ends of the weeks around it. */
const MAX_AGENDA_DAYS = 42;

/** Days are the professional's, both included. */
export const listAgendaInput = z
  .strictObject({
    from: localDate,
    to: localDate,
    /** Also what was cancelled or rejected: it blocks nothing. */
    cancelled: z.boolean().default(false),
  })
  .refine(
    ({ from, to }) => {
      const days = (Date.parse(to) - Date.parse(from)) / DAY_MS;
      // The midnight after the last day of the year 9999 has no name on the wire, and PostgreSQL no year 0.
      return days >= 0 && days < MAX_AGENDA_DAYS && from > "0001" && to < "9999";
    },
    { path: ["to"], message: "range" },
  );

const agendaDay = z.object({
  date: localDate,
  /** Its midnights: a day has 23 or 25 hours where clocks change, and none where a zone left it out. */
  startsAt: instant,
  endsAt: instant,
  /** Working hours, in order. */
  hours: z.array(z.object({ startsAt: instant, endsAt: instant })),
  /** Where the hours come from. */
  source: z.enum(["weekly", "exception", "holiday"]),
  /** What the exception or the holiday is called. */
  note: z.string(),
});

const agendaItem = z.object({
  id,
  kind: z.enum(OCCUPATIONS),
  status: z.enum(APPOINTMENT_STATUSES),
  paymentStatus: z.enum(PAYMENT_STATUSES),
  startsAt: instant,
  endsAt: instant,
  /** The meeting with its buffers: what nobody else can have. */
  blockedFrom: instant,
  blockedUntil: instant,
  /** Whether it may overlap others, because the professional said so. */
  overrides: z.boolean(),
  /** The service's name as it was, or what a block is called. */
  title: z.string(),
  price: money,
  /** Null for a block, as are the other two. */
  serviceId: id.nullable(),
  color: z.enum(SERVICE_COLORS).nullable(),
  client: z.object({ id, name: z.string() }).nullable(),
});

/** Whatever reaches into the range, buffers included, by start. */
export const listAgendaOutput = z.object({
  zone: z.string(),
  slotStepMinutes: z.int(),
  days: z.array(agendaDay),
  items: z.array(agendaItem),
});

/** `lastEventId` comes from the browser, after its connection was lost. */
export const onChangeInput = z.strictObject({ lastEventId: z.string().max(80).nullish() });
/** That something changed, and nothing of what. */
export const onChangeOutput = z.object({});

export type Changed = z.infer<typeof onChangeOutput>;
export type OnChangeInput = z.infer<typeof onChangeInput>;
export type ListAgendaInput = z.infer<typeof listAgendaInput>;
export type Agenda = z.infer<typeof listAgendaOutput>;
export type AgendaDay = z.infer<typeof agendaDay>;
export type AgendaItem = z.infer<typeof agendaItem>;
