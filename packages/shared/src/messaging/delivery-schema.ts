import * as z from "zod";
import { id } from "../kernel/ids.ts";
import { instant } from "../kernel/wire.ts";
import { ANSWERS } from "./answers.ts";
import { AUDIENCES, CHANNELS, DELIVERY_REASONS, DELIVERY_STATES } from "./delivery.ts";
import { TEMPLATES } from "./templates.ts";

/** One request to a provider, with the instants that are known of it. */
const attempt = z.object({
  channel: z.enum(CHANNELS),
  state: z.enum(DELIVERY_STATES),
  reason: z.enum(DELIVERY_REASONS).nullable(),
  startedAt: instant,
  acceptedAt: instant.nullable(),
  sentAt: instant.nullable(),
  deliveredAt: instant.nullable(),
  readAt: instant.nullable(),
  failedAt: instant.nullable(),
});

/** One message about an appointment, from the plan to the last that is known of it. */
const delivery = z.object({
  id,
  audience: z.enum(AUDIENCES),
  template: z.enum([...TEMPLATES, ...ANSWERS]),
  state: z.enum(DELIVERY_STATES),
  reason: z.enum(DELIVERY_REASONS).nullable(),
  channel: z.enum(CHANNELS).nullable(),
  /** When it is to leave, or was. */
  notBefore: instant,
  canSendAgain: z.boolean(),
  attempts: z.array(attempt),
});

/** Of an appointment. */
export const listDeliveriesInput = z.strictObject({ id });
export const listDeliveriesOutput = z.object({
  /** When the client said, asked by a reminder, that they will come. */
  attendanceConfirmedAt: instant.nullable(),
  items: z.array(delivery),
});
export type DeliveryList = z.infer<typeof listDeliveriesOutput>;

export const sendAgainInput = z.strictObject({ id });

/** What a scheduler outside is told of one run. */
export const remindersRun = z.object({ planned: z.int(), handled: z.int() });
export type RemindersRun = z.infer<typeof remindersRun>;
