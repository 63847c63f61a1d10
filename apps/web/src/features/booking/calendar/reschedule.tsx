"use client";

import type { Agenda, AgendaItem } from "@odys/shared/booking/agenda-schema";
import { CalendarClock, CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { api } from "../../../trpc/client.tsx";
import { Button } from "../../../ui/button.tsx";
import { cn } from "../../../ui/cn.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import { Field } from "../../../ui/field.tsx";
import { Input } from "../../../ui/input.tsx";
import { clockText, localDay } from "../../../ui/when.ts";
import { instantOf } from "../explain/local-instant.ts";
import { MINUTE_MS } from "./clock.ts";
import { isTaken, obstaclesOf, wishFor } from "./conflict.ts";
import { MoveDialog } from "./move-dialog.tsx";
import { minutesOf } from "./place.ts";
import { useMove } from "./use-move.ts";
import { useObstacleWords } from "./use-obstacle-words.ts";

interface Props {
  id: string;
  /** ISO instant. */
  startsAt: string;
  zone: string;
  now: string;
}

/** Another day, time or length, for those who do not drag. */
export function Reschedule({ id, startsAt, zone, now }: Props) {
  const t = useTranslations("calendar.reschedule");
  const [open, setOpen] = useState(false);
  const move = useMove(zone);
  const day = localDay(startsAt, zone);
  const own = api.booking.listAgenda.useQuery({ from: day, to: day }, { enabled: open });
  const item = own.data?.items.find((one) => one.id === id);
  return (
    <>
      <Button variant="secondary" onClick={() => setOpen(true)}>
        <CalendarClock aria-hidden />
        {t("button")}
      </Button>
      {open && item && (
        <RescheduleDialog
          item={item}
          zone={zone}
          now={now}
          onClose={() => setOpen(false)}
          onMove={(agenda, start, end) => {
            setOpen(false);
            move.drop(agenda, { item, start, end }, Date.parse(now));
          }}
        />
      )}
      <MoveDialog question={move.question} zone={zone} now={now} onAnswer={move.answer} />
    </>
  );
}

interface DialogProps {
  item: AgendaItem;
  zone: string;
  now: string;
  onClose: () => void;
  onMove: (agenda: Agenda, start: number, end: number) => void;
}

function RescheduleDialog({ item, zone, now, onClose, onMove }: DialogProps) {
  const t = useTranslations("calendar.reschedule");
  const common = useTranslations("common");
  const formId = useId();
  const [date, setDate] = useState(localDay(item.startsAt, zone));
  const [time, setTime] = useState(clockText(item.startsAt, zone));
  const [minutes, setMinutes] = useState(String(minutesOf(item)));
  const instant = instantOf(date, time, zone);
  const day = instant ? localDay(instant, zone) : localDay(item.startsAt, zone);
  const agenda = api.booking.listAgenda.useQuery(
    { from: day, to: day },
    { placeholderData: (before) => before },
  );
  const start = instant ? Date.parse(instant) : null;
  const end = start === null ? null : start + Number(minutes) * MINUTE_MS;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (agenda.data && start !== null && end !== null) onMove(agenda.data, start, end);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t("title", { name: item.client?.name ?? item.title })}
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            {common("back")}
          </Button>
          <Button type="submit" form={formId}>
            {t("send")}
          </Button>
        </>
      }
    >
      <form id={formId} className="grid grid-cols-2 gap-3 sm:grid-cols-3" onSubmit={submit}>
        <Field label={t("date")} className="max-sm:col-span-2">
          <Input
            type="date"
            required
            value={date}
            onChange={({ currentTarget }) => setDate(currentTarget.value)}
          />
        </Field>
        <Field label={t("time")}>
          <Input
            type="time"
            required
            value={time}
            onChange={({ currentTarget }) => setTime(currentTarget.value)}
          />
        </Field>
        <Field label={t("minutes")}>
          <Input
            type="number"
            inputMode="numeric"
            required
            min={5}
            max={item.kind === "block" ? 20_160 : 1440}
            value={minutes}
            onChange={({ currentTarget }) => setMinutes(currentTarget.value)}
          />
        </Field>
      </form>
      {agenda.data && start !== null && end !== null && (
        <InTheWay agenda={agenda.data} {...{ item, start, end, now, zone }} />
      )}
    </Dialog>
  );
}

interface InTheWayProps {
  agenda: Agenda;
  item: AgendaItem;
  start: number;
  end: number;
  now: string;
  zone: string;
}

/** Said while one writes, before anything is sent. */
function InTheWay({ agenda, item, start, end, now, zone }: InTheWayProps) {
  const words = useObstacleWords(zone);
  const unchanged = start === Date.parse(item.startsAt) && end === Date.parse(item.endsAt);
  const obstacles = obstaclesOf(agenda, wishFor(item, start, end), Date.parse(now));
  return (
    <div aria-live="polite" className="mt-3 grid gap-1">
      {!unchanged &&
        words(obstacles).map((sentence) => (
          <p
            key={sentence}
            className={cn(
              "flex items-start gap-1.5 text-sm font-medium",
              isTaken(obstacles) ? "text-bad" : "text-waiting",
            )}
          >
            <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            {sentence}
          </p>
        ))}
    </div>
  );
}
