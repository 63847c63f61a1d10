import { ERROR_CODES } from "@odys/shared/kernel/errors";
import { unpackRefusedForm } from "@odys/shared/kernel/refused-form";
import { answerField, type Guest, NOBODY, type Sent } from "./guest.ts";
import { problemOf } from "./problem.ts";

/**
 * On the server: the form that was sent without JavaScript and refused, out of its cookie. Shown only
 * where the address says that there was a refusal; what was typed is there in any case.
 */
export function sentOf(cookie: string | undefined, problem: string | null): Sent | null {
  const form = unpackRefusedForm(cookie);
  const code = ERROR_CODES.find((known) => known === problem);
  if (!form && !code) return null;
  const typed = form?.typed ?? {};
  const { code: refusedFor, fields = [], ...details } = form ?? { code: null };
  // Whoever has no scripts has nothing to prove with but a mailbox.
  const wrong = code === "GUEST_CHECK_FAILED" && !typed["email"]?.trim() ? ["email"] : fields;
  const data = {
    error: code,
    details: {
      ...(refusedFor === code && details),
      fields: Object.fromEntries(wrong.map((name) => [name, true])),
    },
  };
  return {
    guest: guestIn(typed),
    problem: code ? problemOf({ data }, ERROR_CODES) : null,
  };
}

function guestIn(typed: Readonly<Record<string, string>>): Guest {
  const { answers: none, ...texts } = NOBODY;
  const prefix = answerField("");
  const answers = Object.entries(typed)
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, text]) => [name.slice(prefix.length), text] as const);
  return {
    ...NOBODY,
    ...Object.fromEntries(Object.keys(texts).map((name) => [name, typed[name] ?? ""])),
    answers: { ...none, ...Object.fromEntries(answers) },
  };
}
