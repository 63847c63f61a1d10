import { describe, expect, it } from "vitest";
import { intakeOf, type Question, questions } from "./intake.ts";

const ask = (n: number, more: Partial<Question> = {}): Question => ({
  id: `0190b1d2-0000-7000-8000-00000000000${n}`,
  label: `Pergunta ${n}`,
  kind: "line",
  required: false,
  ...more,
});
const say = (n: number, answer: string) => ({ questionId: ask(n).id, answer });

describe("answers to what a service asks", () => {
  it("are kept beside the question as it was asked, in its order, in one line where that is asked", () => {
    const asked = [ask(1), ask(2, { kind: "text" })];
    expect(intakeOf(asked, [say(2, " a\nb "), say(1, "c\n d")])).toEqual({
      answers: [
        { question: "Pergunta 1", kind: "line", answer: "c d" },
        { question: "Pergunta 2", kind: "text", answer: "a\nb" },
      ],
      missing: [],
    });
  });

  it("to nothing that is asked are left out, and so are blank ones", () => {
    expect(intakeOf([ask(1)], [say(1, "  "), say(9, "x")])).toEqual({ answers: [], missing: [] });
  });

  it("are missed only where they must be there", () => {
    const asked = [ask(1, { required: true }), ask(2), ask(3, { required: true, kind: "yes_no" })];
    expect(intakeOf(asked, [say(3, "talvez")]).missing).toEqual([ask(1).id, ask(3).id]);
    expect(intakeOf(asked, [say(1, "x"), say(3, "no")])).toMatchObject({
      answers: [{ answer: "x" }, { kind: "yes_no", answer: "no" }],
      missing: [],
    });
  });

  it("one question does not stand twice on a list", () => {
    expect(questions.safeParse([ask(1), ask(1)]).success).toBe(false);
    expect(questions.safeParse([ask(1), ask(2)]).success).toBe(true);
  });
});
