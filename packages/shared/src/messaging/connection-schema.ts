import * as z from "zod";
import { instant } from "../kernel/wire.ts";
import { CONNECTION_STATES, WATCHDOG_ACTIONS } from "./conversation.ts";

/** One look of the watchdog. `detail` is in the provider's words. */
export const connectionCheck = z.object({
  driver: z.string(),
  state: z.enum(CONNECTION_STATES),
  action: z.enum(WATCHDOG_ACTIONS),
  detail: z.string(),
  since: instant,
  at: instant,
});
export type ConnectionCheck = z.infer<typeof connectionCheck>;

/** What the watchdog did; `check` is null where there is no WhatsApp. */
export const watched = z.object({ check: connectionCheck.nullable() });
export type Watched = z.infer<typeof watched>;

export const getConnectionInput = z.strictObject({});
/** Whether messages leave by WhatsApp: `none` where the platform has none. */
export const getConnectionOutput = z.object({
  whatsapp: z.enum(["works", "troubled", "none"]),
  /** Since when it has been troubled. */
  since: instant.nullable(),
});
export type WhatsAppStanding = z.infer<typeof getConnectionOutput>;

/** For whoever runs the platform: the last looks, newest first. */
export const adminConnection = z.object({
  driver: z.string(),
  checks: z.array(connectionCheck),
});
export type AdminConnection = z.infer<typeof adminConnection>;
