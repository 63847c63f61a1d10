"use client";

import type { Question } from "@odys/shared/booking/intake";
import { useTranslations } from "../../../i18n/slim.tsx";
import { Field } from "../../../ui/field.tsx";
import { answerField } from "./guest.ts";
import { MessageInput, TextInput } from "./inputs.tsx";

interface Props {
  questions: readonly Question[];
  answers: Readonly<Record<string, string>>;
  onAnswer: (id: string, answer: string) => void;
  /** What is wrong with the answer to a question. */
  errorOf: (id: string) => string | undefined;
}

/** What the professional wants to know before somebody comes. */
export function IntakeFields({ questions, answers, onAnswer, errorOf }: Props) {
  return questions.map(({ id, label, kind, required }) => (
    <Field
      key={id}
      label={label}
      optional={!required}
      group={kind === "yes_no"}
      error={errorOf(id)}
    >
      <Answer
        {...{ kind, required }}
        name={answerField(id)}
        value={answers[id] ?? ""}
        onText={(text) => onAnswer(id, text)}
      />
    </Field>
  ));
}

interface AnswerProps extends Pick<Question, "kind" | "required"> {
  name: string;
  value: string;
  onText: (text: string) => void;
}

function Answer({ kind, required, name, value, onText }: AnswerProps) {
  const text = { required, name, value, onText };
  if (kind === "yes_no") return <YesOrNo {...text} />;
  return kind === "text" ? <MessageInput {...text} /> : <TextInput {...text} maxLength={300} />;
}

function YesOrNo({ required, name, value, onText }: Omit<AnswerProps, "kind">) {
  const t = useTranslations("common");
  return (
    <div className="grid grid-cols-2 gap-2">
      {(["yes", "no"] as const).map((answer) => (
        <label
          key={answer}
          className="flex min-h-11 items-center gap-2.5 rounded-md border border-line-strong bg-surface px-3 has-checked:border-action has-checked:bg-action-soft has-focus-visible:outline-2 has-focus-visible:outline-focus"
        >
          <input
            type="radio"
            {...{ name, required }}
            value={answer}
            checked={value === answer}
            onChange={() => onText(answer)}
            className="size-4 accent-action"
          />
          {t(answer)}
        </label>
      ))}
    </div>
  );
}
