"use client";

import { ChevronLeft, ChevronRight, Ellipsis, Plus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "../../../ui/button.tsx";
import { cn } from "../../../ui/cn.ts";
import { DropdownMenu, MenuItem } from "../../../ui/dropdown-menu.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import { type View, VIEWS } from "./range.ts";
import { titleOf } from "./titles.ts";

export interface CalendarHeaderProps {
  view: View;
  day: string;
  today: string;
  first: number;
  cancelled: boolean;
  onView: (view: View) => void;
  onStep: (by: 1 | -1) => void;
  onToday: () => void;
  onNew: () => void;
  onKeys: () => void;
  onCancelled: (shown: boolean) => void;
}

/** What is shown, in words, and the ways to everything else. */
export function CalendarHeader(props: CalendarHeaderProps) {
  const { view, day, today, first, onStep, onToday, onNew } = props;
  const t = useTranslations("calendar");
  const locale = useLocale();
  const title = titleOf(view, day, locale, first);
  return (
    <header className="flex flex-wrap items-center gap-x-2 gap-y-1 px-3 pb-2 md:px-0 md:pb-3">
      <h1
        aria-live="polite"
        className="min-w-0 flex-1 truncate text-lg font-semibold tracking-tight first-letter:uppercase md:text-2xl"
      >
        {title}
      </h1>
      <div className="flex items-center">
        <ToToday {...{ day, today, onToday }} className="max-md:hidden" />
        <IconButton
          label={t("previous", { view })}
          icon={<ChevronLeft aria-hidden />}
          onClick={() => onStep(-1)}
        />
        <IconButton
          label={t("next", { view })}
          icon={<ChevronRight aria-hidden />}
          onClick={() => onStep(1)}
        />
      </div>
      <div className="flex items-center gap-2 max-md:w-full max-md:justify-between">
        <ViewSwitch view={view} onView={props.onView} />
        <div className="flex items-center">
          <ToToday {...{ day, today, onToday }} className="md:hidden" />
          <More {...props} />
          <Button className="ml-1 max-md:hidden" onClick={onNew} aria-keyshortcuts="n">
            <Plus aria-hidden />
            {t("new")}
          </Button>
          <button
            type="button"
            aria-label={t("new")}
            onClick={onNew}
            className="fixed right-4 bottom-[calc(4.75rem+env(safe-area-inset-bottom))] z-30 flex size-14 items-center justify-center rounded-full bg-action text-on-action shadow-float hover:bg-action-hover md:hidden"
          >
            <Plus aria-hidden className="size-6" />
          </button>
        </div>
      </div>
    </header>
  );
}

function ToToday({
  day,
  today,
  onToday,
  className,
}: Pick<CalendarHeaderProps, "day" | "today" | "onToday"> & { className: string }) {
  const t = useTranslations("calendar");
  return (
    <Button
      variant="quiet"
      className={cn("px-3", className)}
      aria-current={day === today ? "date" : undefined}
      onClick={onToday}
    >
      {t("today")}
    </Button>
  );
}

function ViewSwitch({ view, onView }: Pick<CalendarHeaderProps, "view" | "onView">) {
  const t = useTranslations("calendar");
  return (
    <fieldset
      aria-label={t("view")}
      className="grid min-w-0 auto-cols-fr grid-flow-col rounded-md border border-line-strong bg-surface p-0.5"
    >
      {VIEWS.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={one === view}
          onClick={() => onView(one)}
          className={cn(
            "min-h-10 rounded-[8px] px-3 text-[0.9375rem] font-medium",
            one === view ? "bg-action-soft text-action-ink" : "text-ink-soft hover:text-ink",
          )}
        >
          {t(`views.${one}`)}
        </button>
      ))}
    </fieldset>
  );
}

function More({ cancelled, onCancelled, onKeys }: CalendarHeaderProps) {
  const t = useTranslations("calendar");
  return (
    <DropdownMenu
      trigger={<IconButton label={t("more_actions")} icon={<Ellipsis aria-hidden />} />}
    >
      <MenuItem onSelect={() => onCancelled(!cancelled)}>
        {t(cancelled ? "hideCancelled" : "showCancelled")}
      </MenuItem>
      <MenuItem className="max-md:hidden" onSelect={onKeys}>
        {t("keys.title")}
      </MenuItem>
    </DropdownMenu>
  );
}
