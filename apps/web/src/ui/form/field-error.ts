import type { useTranslations } from "next-intl";

type Translate = ReturnType<typeof useTranslations<"common.validation">>;
type Sentence = Parameters<Translate>[0];

/** What react-hook-form keeps of a failed check: zod's code as `type`, and the message. */
export interface CheckFailure {
  type?: string | number | undefined;
  message?: string | undefined;
}

// Messages that our own checks set (`kernel/wire.ts`, `kernel/phone.ts`), which say more than a code.
const BY_MESSAGE: Record<string, Sentence> = {
  phone: "phone",
  line: "line",
  time: "time",
  email: "email",
};

const BY_CODE: Record<string, Sentence> = {
  required: "required",
  too_small: "tooShort",
  too_big: "tooLong",
  invalid_value: "choice",
  invalid_union: "choice",
  invalid_type: "required",
};

/** The sentence for a failed check. An empty field is told to be filled in, whatever the code says. */
export function validationSentence(failure: CheckFailure, value: unknown): Sentence {
  if (value === "" || value === undefined || value === null) return "required";
  const own = BY_MESSAGE[failure.message ?? ""];
  if (own) return own;
  const code = String(failure.type ?? "");
  if (typeof value === "number" && (code === "too_small" || code === "too_big")) return "number";
  if (code === "invalid_format" && /e-?mail/i.test(failure.message ?? "")) return "email";
  return BY_CODE[code] ?? "invalid";
}
