import type { Locale } from "../../kernel/wire.ts";
import type { Template } from "../templates.ts";

/** What a sentence may tell, in words that may stand in it as they are. */
export type Words = {
  who: string;
  client: string;
  service: string;
  when: string;
  amount: string;
  text: string;
  /** Whether the new time of one that was moved waits for the professional's yes. */
  pending: boolean;
};

/** What a message says, on whichever channel. `heading` follows a greeting in messages to clients. */
export type Copy = {
  subject: string;
  heading: string;
  paragraphs: readonly string[];
  action: string;
};

export type CopyOf<T extends Template> = Record<Locale, Record<T, (words: Words) => Copy>>;
