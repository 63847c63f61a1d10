import * as z from "zod";
import { reminderMinutes } from "../booking/reminder-minutes.ts";
import { money } from "../kernel/money.ts";
import { line, locale, localTime } from "../kernel/wire.ts";
import { CHANNELS } from "./delivery.ts";
import { holdsLink } from "./plain.ts";
import { CLIENT_TEMPLATES } from "./templates.ts";

/** A wall-clock time of a day, which ends before 24:00. */
const timeOfDay = localTime.refine((time) => time !== "24:00", { message: "time" });

/** How a practice has its messages sent. */
export const messageSettings = z.object({
  /** Minutes before the start, the earliest first. */
  reminderMinutes: z.array(z.int()),
  /** In the client's zone; both equal: no quiet hours. */
  quietFrom: z.string(),
  quietUntil: z.string(),
  /** In the order in which they are tried. */
  clientChannels: z.array(z.enum(CHANNELS)),
  /** A month; null: no cap. */
  monthlyBudget: money.nullable(),
  /** What this month has cost so far, rounded up; the month is that of the practice's zone. */
  spent: money,
});
export const getMessageSettingsInput = z.strictObject({});

/** What is given changes, the rest stays. */
export const setMessageSettingsInput = z
  .strictObject({
    reminderMinutes,
    quietFrom: timeOfDay,
    quietUntil: timeOfDay,
    clientChannels: z
      .array(z.enum(CHANNELS))
      .min(1)
      .max(CHANNELS.length)
      .refine((list) => new Set(list).size === list.length, { message: "twice" }),
    monthlyBudget: z.strictObject(money.shape).nullable(),
  })
  .partial()
  .refine((input) => Object.keys(input).length > 0, { message: "empty" });

/** A practice's own words: one line, and none that could be tapped. */
const WORDING_MAX = 160;
const ownWords = line(WORDING_MAX, 0).refine((text) => !holdsLink(text), { message: "link" });

const which = { template: z.enum(CLIENT_TEMPLATES), locale };
export const setWordingInput = z.strictObject({ ...which, opening: ownWords, closing: ownWords });
export const resetWordingInput = z.strictObject(which);

/** A message to clients as it goes out, about somebody made up. */
export const templatePreview = z.object({
  ...which,
  /** The practice's own words; null where it has none. */
  wording: z.object({ opening: z.string(), closing: z.string() }).nullable(),
  whatsapp: z.object({ text: z.string(), buttons: z.array(z.string()) }),
  mail: z.object({ subject: z.string(), text: z.string(), html: z.string() }),
});
/** Left out: the practice's own language. */
export const listTemplatesInput = z.strictObject({ locale: locale.optional() });
export const listTemplatesOutput = z.object({ items: z.array(templatePreview) });

export type MessageSettings = z.infer<typeof messageSettings>;
export type SetMessageSettingsInput = z.infer<typeof setMessageSettingsInput>;
export type SetWordingInput = z.infer<typeof setWordingInput>;
export type ResetWordingInput = z.infer<typeof resetWordingInput>;
export type TemplatePreview = z.infer<typeof templatePreview>;
export type ListTemplatesInput = z.infer<typeof listTemplatesInput>;
