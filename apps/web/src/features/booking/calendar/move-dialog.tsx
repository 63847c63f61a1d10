"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { TakenNote, useWhen } from "./taken-note.tsx";
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
  const when = useWhen(zone, now);
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const { item, start, overlaps, alternatives } = question;
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
      <TakenNote
        {...{ overlaps, alternatives, zone, now, reason, missing }}
        onReason={setReason}
        onPick={(at) => onAnswer({ start: at })}
      />
    </Dialog>
  );
}
