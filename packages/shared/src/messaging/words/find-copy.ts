import type { Locale } from "../../kernel/wire.ts";
import type { Template } from "../templates.ts";
import { BOOKING_TO_CLIENT } from "./booking-to-client.ts";
import { CARE_TO_CLIENT } from "./care-to-client.ts";
import type { Copy, CopyOf, Words } from "./copy.ts";
import { TO_PROFESSIONAL } from "./to-professional.ts";

const COPY: CopyOf<Template> = {
  "pt-BR": {
    ...BOOKING_TO_CLIENT["pt-BR"],
    ...CARE_TO_CLIENT["pt-BR"],
    ...TO_PROFESSIONAL["pt-BR"],
  },
  en: { ...BOOKING_TO_CLIENT.en, ...CARE_TO_CLIENT.en, ...TO_PROFESSIONAL.en },
};

/** What `template` says in `locale`, with the words as they are given: escaped by whoever gives them. */
export function findCopy(template: Template, locale: Locale, words: Words): Copy {
  return COPY[locale][template](words);
}
