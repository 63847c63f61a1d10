"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { api } from "../../../trpc/client.tsx";
import { useSentence } from "../../accounts/problem.ts";
import { Button } from "../../../ui/button.tsx";
import { Sheet } from "../../../ui/dialog.tsx";
import { Field } from "../../../ui/field.tsx";
import { FormError } from "../../../ui/form/form-error.tsx";
import { Input } from "../../../ui/input.tsx";
import { RadioCards } from "../../../ui/radio-cards.tsx";
import { useNotify } from "../../../ui/toast.tsx";
import { problemOf } from "../../../ui/week-editor/week.ts";
import { type Exceptional, leftOver, plusDays } from "./dates.ts";
import { ExceptionSpans } from "./exception-spans.tsx";
import { OutsideNote } from "./outside-note.tsx";

interface Props {
  /** Null for new dates. */
  exception: Exceptional | null;
  zone: string;
  today: string;
  onClose: () => void;
}

const USUAL = [{ startTime: "09:00", endTime: "12:00" }];

/** A day off, a vacation, or other hours on some dates; says what is booked there before it is saved. */
export function ExceptionSheet({ exception, zone, today, onClose }: Props) {
  const t = useTranslations("hours.dates");
  const common = useTranslations("common");
  const formId = useId();
  const [from, setFrom] = useState(exception?.from ?? plusDays(today, 1));
  const [to, setTo] = useState(exception?.to ?? plusDays(today, 1));
  const [kind, setKind] = useState(exception && exception.windows.length > 0 ? "hours" : "closed");
  const [spans, setSpans] = useState(exception?.windows.length ? exception.windows : USUAL);
  const [note, setNote] = useState(exception?.note ?? "");
  const [tried, setTried] = useState(false);
  const windows = kind === "hours" ? spans : [];
  const problem = problemOf(windows);
  const order = from !== "" && to !== "" && from <= to;
  const tooLong = order && plusDays(from, 365) < to;
  const sound = order && !tooLong && problem === null;
  const { save, saving, failure } = useSave(exception, onClose);
  return (
    <Sheet
      open
      onOpenChange={(open) => open || onClose()}
      title={exception ? t("edit") : t("add")}
      footer={
        <Button type="submit" form={formId} busy={saving && common("saving")}>
          {common("save")}
        </Button>
      }
    >
      <form
        id={formId}
        noValidate
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (sound) void save({ from, to, windows, note: note.trim() });
        }}
      >
        <div className="grid grid-cols-2 gap-4">
          <Field label={t("from")}>
            <Input
              type="date"
              value={from}
              min={today}
              onChange={({ currentTarget: { value } }) => {
                setFrom(value);
                if (value > to) setTo(value);
              }}
            />
          </Field>
          <Field
            label={t("to")}
            error={tried && !order ? t("order") : tooLong ? t("tooLong") : undefined}
          >
            <Input
              type="date"
              value={to}
              min={from}
              onChange={(event) => setTo(event.currentTarget.value)}
            />
          </Field>
        </div>
        <Field label={t("kind")} group>
          <RadioCards
            name={`${formId}-kind`}
            value={kind}
            onValueChange={setKind}
            options={[
              { value: "closed", label: t("kindClosed"), detail: t("kindClosedDetail") },
              { value: "hours", label: t("kindHours"), detail: t("kindHoursDetail") },
            ]}
          />
        </Field>
        {kind === "hours" && (
          <ExceptionSpans value={spans} onValueChange={setSpans} problem={tried ? problem : null} />
        )}
        <Field label={t("note")} hint={t("noteHint")} optional>
          <Input
            value={note}
            maxLength={120}
            autoComplete="off"
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        </Field>
        {sound && <OutsideNote range={{ from, to, windows }} zone={zone} />}
        <FormError>{failure}</FormError>
      </form>
    </Sheet>
  );
}

/** Sets the new dates first and gives up what the old ones had besides: a failure between them loses nothing. */
function useSave(old: Exceptional | null, onDone: () => void) {
  const t = useTranslations("hours.dates");
  const sentence = useSentence();
  const notify = useNotify();
  const utils = api.useUtils();
  const set = api.booking.setException.useMutation();
  const remove = api.booking.deleteException.useMutation();
  const save = async (next: Exceptional) => {
    try {
      await set.mutateAsync(next);
      for (const range of old ? leftOver(old, next) : []) await remove.mutateAsync(range);
      notify.done(t("saved"));
      onDone();
    } catch {
      // Said in the form, from the mutation's own state.
    } finally {
      await utils.booking.listExceptions.invalidate();
    }
  };
  return {
    save,
    saving: set.isPending || remove.isPending,
    failure: sentence(set.error ?? remove.error),
  };
}
