import * as z from "zod";
import { id } from "../kernel/ids.ts";
import { line, prose } from "../kernel/wire.ts";

/** How a question is answered: in a line, in sentences, or with yes or no. */
export const QUESTION_KINDS = ["line", "text", "yes_no"] as const;
/** More than these, and people do not book. */
export const MAX_QUESTIONS = 5;
const MAX_ANSWER = 1000;

/** What is asked of whoever books a service. Its id stays while its words change. */
export const question = z.strictObject({
  id,
  label: line(200),
  kind: z.enum(QUESTION_KINDS),
  required: z.boolean(),
});
export const questions = z
  .array(question)
  .max(MAX_QUESTIONS)
  .refine((list) => new Set(list.map((one) => one.id)).size === list.length, { message: "twice" });

/** What a form sends: `yes` or `no` for a question of that kind. */
export const givenAnswer = z.strictObject({ questionId: id, answer: prose(MAX_ANSWER) });
export const givenAnswers = z.array(givenAnswer).max(MAX_QUESTIONS);

/** An answer beside its question as that was asked, which is how it is kept. */
export const intakeAnswer = z.object({
  question: z.string(),
  kind: z.enum(QUESTION_KINDS),
  answer: z.string(),
});

export type Question = z.infer<typeof question>;
export type GivenAnswer = z.infer<typeof givenAnswer>;
export type IntakeAnswer = z.infer<typeof intakeAnswer>;

/**
 * What is kept of the answers to these questions, in their order, and which that must be answered are
 * not (ids). What is asked no longer is left out; what is neither yes nor no is no answer where that
 * is asked.
 */
export function intakeOf(
  asked: readonly Question[],
  given: readonly GivenAnswer[],
): { answers: IntakeAnswer[]; missing: string[] } {
  const byId = new Map(given.map(({ questionId, answer }) => [questionId, answer.trim()]));
  const answers: IntakeAnswer[] = [];
  const missing: string[] = [];
  for (const { id: questionId, label, kind, required } of asked) {
    const text = byId.get(questionId) ?? "";
    const answer = kind === "line" ? text.replace(/\s+/g, " ") : text;
    const counts = answer !== "" && (kind !== "yes_no" || answer === "yes" || answer === "no");
    if (counts) answers.push({ question: label, kind, answer });
    else if (required) missing.push(questionId);
  }
  return { answers, missing };
}
