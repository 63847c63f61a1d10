import type { GivenAnswer, Question } from "@odys/shared/booking/intake";
import type { Problem } from "./problem.ts";
import { fieldsOf, keep, readKept } from "./device.ts";

/** Who books, as typed. */
export interface Guest {
  name: string;
  phone: string;
  email: string;
  message: string;
  /** To what services ask, by the questions' ids. */
  answers: Readonly<Record<string, string>>;
}

export const NOBODY: Guest = { name: "", phone: "", email: "", message: "", answers: {} };

/** What the field of an answer is called, in the form as in what the server refuses. */
export const answerField = (id: string) => `answers.${id}` as const;

/** What of a guest's answers a service asks for. */
export function answersTo(questions: readonly Question[], { answers }: Guest): GivenAnswer[] {
  return questions.flatMap(({ id }) => {
    const answer = (answers[id] ?? "").trim();
    return answer === "" ? [] : [{ questionId: id, answer }];
  });
}

/** As it was typed. */
export function typedIn(guest: Guest, field: GuestField): string {
  if (field === "name" || field === "phone" || field === "email") return guest[field];
  return guest.answers[field.slice("answers.".length)] ?? "";
}

/** A form that was sent without JavaScript and refused: what it said, and why it was refused. */
export interface Sent {
  guest: Guest;
  /** Null where only what was typed is shown again. */
  problem: Problem | null;
}

export type GuestField = "name" | "phone" | "email" | ReturnType<typeof answerField>;
type Flaw = "required" | "phone" | "email";

/** What a person can mend before anything is sent. The server reads the same fields more strictly. */
export function flawsOf(
  guest: Guest,
  needsEmail = false,
  questions: readonly Question[] = [],
): Partial<Record<GuestField, Flaw>> {
  const { name, phone, email } = guest;
  const missing = questions.filter(({ id, required }) => required && !guest.answers[id]?.trim());
  const digits = phone.replace(/\D/g, "").length;
  const foreign = phone.trimStart().startsWith("+");
  const phoneFlaw = digits < (foreign ? 7 : 10) || digits > 15 ? "phone" : undefined;
  const address = email.trim();
  return {
    ...(name.trim() === "" && { name: "required" }),
    ...(phone.trim() === "" ? { phone: "required" } : phoneFlaw && { phone: phoneFlaw }),
    ...(address === "" && needsEmail && { email: "required" }),
    ...(address !== "" && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address) && { email: "email" }),
    ...Object.fromEntries(missing.map(({ id }) => [answerField(id), "required" as const])),
  };
}

const KEY = "odys.guest";

/** Whom this device remembers, as it is kept; null for nobody. */
export const readRemembered = () => readKept("localStorage", KEY);

export function guestOf(kept: string): Guest {
  const { name, phone, email } = fieldsOf(kept);
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  return { ...NOBODY, name: text(name), phone: text(phone), email: text(email) };
}

/** Keeps who it is on this device and nowhere else, never message or answers; null forgets. */
export function remember(guest: Guest | null): void {
  const { name, phone, email } = guest ?? NOBODY;
  keep("localStorage", KEY, guest && JSON.stringify({ name, phone, email }));
}
