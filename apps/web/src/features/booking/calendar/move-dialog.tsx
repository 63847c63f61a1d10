"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Field } from "../../../ui/field.tsx";
import { Input } from "../../../ui/input.tsx";
import { clockText, dayText, localDay, timeText } from "../../../ui/when.ts";
import type { MoveQuestion } from "./use-move.ts";

interface Props {
  question: MoveQuestion | null;
  zone: string;
  now: string;
  onAnswer: (answer: { reason: string } | { start: number } | null) => void;
}

/** The time is taken: with whom, and whether to lie over it all the same, by name and with a reason. */
export function MoveDialog({ question, ...rest }: Props) {
  if (!question) return null;
  return <Question key={`${question.item.id} ${question.start}`} question={question} {...rest} />;
}

function Question({ question, zone, now, onAnswer }: Props & { question: MoveQuestion }) {
  const t = useTranslations("calendar");
  const common = useTranslations("common");
  const locale = useLocale();
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const { item, start, overlaps, alternatives } = question;
  const when = (at: number) =>
    `${dayText(localDay(at, zone), locale, now, zone)}, ${timeText(at, zone, locale)}`;
  const send = () => (reason.trim() ? onAnswer({ reason: reason.trim() }) : setMissing(true));
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onAnswer(null)}
      title={t("taken.title", { when: when(start) })}
      description={t("taken.text", { name: item.client?.name ?? item.title })}
      footer={
        <>
          <Button variant="secondary" onClick={() => onAnswer(null)}>
            {common("back")}
          </Button>
          {overlaps.length > 0 && (
            <Button variant="danger" onClick={send}>
              {t("taken.button")}
            </Button>
          )}
        </>
      }
    >
      <ul className="mb-4 grid gap-1">
        {overlaps.map(({ id, name, from, to }) => (
          <li key={id} className="rounded-md bg-bad-soft px-3 py-2 text-bad">
            <span className="font-medium">{name}</span>{" "}
            <span className="tabular-nums">
              {clockText(from, zone)}–{clockText(to, zone)}
            </span>
          </li>
        ))}
      </ul>
      {alternatives.length > 0 && (
        <Field group label={t("taken.alternatives")} className="mb-4">
          <div className="flex flex-wrap gap-2">
            {alternatives.map((at) => (
              <Button key={at} variant="secondary" onClick={() => onAnswer({ start: at })}>
                {when(at)}
              </Button>
            ))}
          </div>
        </Field>
      )}
      {overlaps.length > 0 && (
        <Field
          label={t("taken.reason")}
          hint={t("taken.hint")}
          error={missing && !reason.trim() ? common("validation.required") : undefined}
        >
          <Input
            maxLength={200}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
        </Field>
      )}
    </Dialog>
  );
}
