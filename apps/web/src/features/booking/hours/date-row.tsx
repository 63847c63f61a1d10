"use client";

import { Pencil, Trash2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { api } from "../../../trpc/client.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import { Switch } from "../../../ui/switch.tsx";
import { OFFICE_WEEK, openingSpans, spansOf } from "../../../ui/week-editor/week.ts";
import { dayText } from "../../../ui/when.ts";
import { type Exceptional, spansText, type SpecialDate } from "./dates.ts";
import { useExceptions } from "./use-exceptions.ts";

interface Props {
  line: SpecialDate;
  zone: string;
  today: string;
  onEdit: (exception: Exceptional) => void;
}

/** One thing that is special: a holiday to be worked on or not, or hours of one's own. */
export function DateRow({ line, onEdit, ...place }: Props) {
  return (
    <li className="px-4 py-2 sm:px-5">
      {line.kind === "holiday" ? (
        <Holiday line={line} onEdit={onEdit} {...place} />
      ) : (
        <Own line={line} onEdit={onEdit} {...place} />
      )}
    </li>
  );
}

type Of<Kind extends SpecialDate["kind"]> = Omit<Props, "line"> & {
  line: Extract<SpecialDate, { kind: Kind }>;
};

function Holiday({ line, zone, today, onEdit }: Of<"holiday">) {
  const t = useTranslations("hours.dates");
  const locale = useLocale();
  const { open, giveUp, pending } = useExceptions();
  const week = api.booking.getAvailability.useQuery({}).data?.windows ?? OFFICE_WEEK;
  const isOpen = line.windows.length > 0;
  const exception = { from: line.from, to: line.from, windows: line.windows, note: "" };
  const toggle = () => {
    if (isOpen) return giveUp(exception);
    const day = new Date(`${line.from}T12:00:00Z`).getUTCDay();
    const usual = spansOf(week, day);
    open(line.from, usual.length > 0 ? usual : openingSpans(week, day));
  };
  return (
    <div className="flex items-center gap-1">
      <Switch
        className="flex-1"
        label={
          <>
            <span className="tabular-nums">
              {dayText(line.from, locale, `${today}T12:00Z`, zone)}
            </span>
            {" · "}
            <span className="font-medium">{line.name}</span>
          </>
        }
        hint={isOpen ? t("openOn", { hours: spansText(line.windows) }) : t("holidayClosed")}
        checked={isOpen}
        disabled={pending}
        onChange={toggle}
      />
      {isOpen && (
        <IconButton
          label={t("editOf", { name: line.name })}
          icon={<Pencil aria-hidden />}
          onClick={() => onEdit(exception)}
        />
      )}
    </div>
  );
}

function Own({ line, zone, today, onEdit }: Of<"exception">) {
  const t = useTranslations("hours.dates");
  const locale = useLocale();
  const { giveUp, pending } = useExceptions();
  const { from, to, windows, note } = line;
  const day = (date: string) => dayText(date, locale, `${today}T12:00Z`, zone);
  const dates = from === to ? day(from) : t("range", { from: day(from), to: day(to) });
  return (
    <div className="flex min-h-11 items-center gap-1 py-2">
      <p className="min-w-0 flex-1">
        <span className="tabular-nums">{dates}</span>
        {note && (
          <>
            {" · "}
            <span className="font-medium break-words">{note}</span>
          </>
        )}
        <span className="block text-sm text-ink-soft tabular-nums">
          {windows.length === 0 ? t("closed") : t("openOn", { hours: spansText(windows) })}
        </span>
      </p>
      <IconButton
        label={t("editOf", { name: note || dates })}
        icon={<Pencil aria-hidden />}
        onClick={() => onEdit(line)}
      />
      <IconButton
        label={t("removeOf", { name: note || dates })}
        icon={<Trash2 aria-hidden />}
        disabled={pending}
        onClick={() => giveUp({ from, to, windows, note })}
      />
    </div>
  );
}
