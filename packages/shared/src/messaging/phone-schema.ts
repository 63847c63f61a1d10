import * as z from "zod";
import { id } from "../kernel/ids.ts";
import { instant, prose } from "../kernel/wire.ts";
import { LOCAL_RECEIPTS } from "./delivery.ts";

/** A phone of this machine goes by its number (E.164), or by WhatsApp's id of somebody without one. */
const recipient = z
  .string()
  .trim()
  .regex(/^[+\w.@-]{3,200}$/);

export const listPhonesInput = z.strictObject({});
/** Phones that the local driver has written to, the latest first. */
export const listPhonesOutput = z.array(
  z.object({ recipient: z.string(), lastText: z.string(), lastAt: instant }),
);
export type PhoneList = z.infer<typeof listPhonesOutput>;

export const getPhoneInput = z.strictObject({ recipient });
export type GetPhoneInput = z.infer<typeof getPhoneInput>;

/** One bubble. `receipt` is null for what the person wrote themselves. */
const bubble = z.object({
  id: z.string(),
  text: z.string(),
  buttons: z.array(z.object({ id: z.string(), title: z.string() })),
  receipt: z.enum(LOCAL_RECEIPTS).nullable(),
  at: instant,
});
export type Bubble = z.infer<typeof bubble>;
/** The last hundred of each side, the oldest first. */
export const getPhoneOutput = z.object({ recipient: z.string(), bubbles: z.array(bubble) });
export type PhoneDto = z.infer<typeof getPhoneOutput>;

export const playReceiptInput = z.strictObject({
  id,
  receipt: z.enum(["sent", "delivered", "read", "failed"]),
});
export type PlayReceiptInput = z.infer<typeof playReceiptInput>;
export const playReceiptOutput = z.object({ receipt: z.enum(LOCAL_RECEIPTS) });
export type PlayedReceipt = z.infer<typeof playReceiptOutput>;

/** Something written, or a button that was tapped below one of our messages. */
export const answerAsClientInput = z.strictObject({
  recipient,
  text: prose(4096).default(""),
  tapped: z.strictObject({ messageId: id, buttonId: z.string().max(300) }).optional(),
});
export type AnswerAsClientInput = z.infer<typeof answerAsClientInput>;
export const answerAsClientOutput = z.object({ id: z.string() });
export type AnswerAsClientOutput = z.infer<typeof answerAsClientOutput>;
