import { formatMoney } from "@odys/shared/kernel/money";
import { useLocale, useNow, useTranslations } from "next-intl";
import { DEFAULT_ZONE } from "../../../i18n/locales.ts";
import { Avatar } from "../../../ui/avatar.tsx";
import { buttonClass } from "../../../ui/button-class.ts";
import { cn } from "../../../ui/cn.ts";
import { dayText, localDay, timeText } from "../../../ui/when.ts";

const DAY = 86_400_000;
const FREE = [true, true, false, true, true];
const CHOSEN_DAY = 1;
const MORNING = ["09:00", "10:00", "11:00"];
const AFTERNOON = ["14:00", "15:30", "17:00"];
const CHOSEN_TIME = "14:00";

/** The next five working days as local dates. */
function nextDays(now: Date): string[] {
  return Array.from({ length: 7 }, (_, index) =>
    localDay(now.getTime() + (index + 1) * DAY, DEFAULT_ZONE),
  )
    .filter((day) => ![0, 6].includes(new Date(day).getUTCDay()))
    .slice(0, FREE.length);
}

/** A drawing of the booking page with the real primitives: read aloud as one picture. */
export function BookingPreview() {
  const t = useTranslations("landing.preview");
  return (
    <figure className="mx-auto w-full max-w-md lg:max-w-none">
      <figcaption className="sr-only">{t("label")}</figcaption>
      <div
        aria-hidden
        className="rounded-xl border border-line bg-surface p-5 pb-16 shadow-float sm:px-6 sm:pt-6"
      >
        <div className="flex items-center gap-3">
          <Avatar name="Ana Souza" />
          <div>
            <p className="font-semibold">Ana Souza</p>
            <p className="text-sm text-ink-soft">{t("profession")}</p>
          </div>
        </div>
        <Services />
        <Days />
        <Times label={t("morning")} times={MORNING} />
        <Times label={t("afternoon")} times={AFTERNOON} />
        <span className={cn(buttonClass({ wide: true }), "mt-5")}>{t("button")}</span>
      </div>
      <YourSide />
    </figure>
  );
}

/** What the professional sees of it. */
function YourSide() {
  const t = useTranslations("landing.preview");
  const locale = useLocale();
  const now = useNow();
  const day = nextDays(now)[CHOSEN_DAY] ?? "";
  const at = `${day}T17:00:00Z`;
  return (
    <div
      aria-hidden
      className="relative mx-3 -mt-10 rounded-lg border border-line bg-surface p-4 shadow-float sm:mx-0 sm:mr-6 sm:-ml-10"
    >
      <p className="text-sm text-ink-soft">{t("yourSide")}</p>
      <div className="mt-2 flex items-center gap-3">
        <Avatar name="Marina Lopes" />
        <div className="min-w-0 flex-1">
          <p className="truncate font-semibold">Marina Lopes</p>
          <p className="truncate text-sm text-ink-soft">
            {dayText(day, locale, now, DEFAULT_ZONE)}, {timeText(at, DEFAULT_ZONE, locale)}
          </p>
        </div>
        <span className={buttonClass({ size: "md" })}>{t("confirm")}</span>
      </div>
    </div>
  );
}

function Services() {
  const t = useTranslations("landing.preview");
  const locale = useLocale();
  const price = formatMoney({ amount: 18_000, currency: "BRL" }, locale);
  const services = [
    { name: t("service"), detail: t("serviceDetail"), price, chosen: true },
    { name: t("first"), detail: t("firstDetail"), price: t("free"), chosen: false },
  ];
  return (
    <div className="mt-5 grid gap-2">
      {services.map(({ name, detail, price: cost, chosen }) => (
        <div
          key={name}
          className={cn(
            "flex items-center gap-3 rounded-md border px-4 py-2.5",
            chosen ? "border-action bg-action-soft" : "border-line",
          )}
        >
          <span
            className={cn(
              "size-4.5 shrink-0 rounded-full border bg-surface",
              chosen ? "border-[5px] border-action" : "border-line-strong",
            )}
          />
          <span className="flex-1">
            <span className="block text-[0.9375rem] font-medium">{name}</span>
            <span className="block text-sm text-ink-soft">{detail}</span>
          </span>
          <span className="text-sm tabular-nums">{cost}</span>
        </div>
      ))}
    </div>
  );
}

function Days() {
  const locale = useLocale();
  const now = useNow();
  return (
    <div className="mt-5 grid grid-cols-5 gap-1.5">
      {nextDays(now).map((day, index) => {
        const free = FREE[index];
        const [name] = dayText(day, locale, now, DEFAULT_ZONE).split(" ");
        const chosen = index === CHOSEN_DAY;
        return (
          <div
            key={day}
            className={cn(
              "flex flex-col items-center rounded-md py-1.5",
              chosen ? "bg-action text-on-action" : free ? "text-ink" : "text-ink-faint",
            )}
          >
            <span className="text-xs">{name}</span>
            <span className={cn("text-lg leading-6 tabular-nums", free && "font-semibold")}>
              {Number(day.slice(-2))}
            </span>
            <span
              className={cn(
                "mt-0.5 size-1.5 rounded-full",
                free && (chosen ? "bg-on-action" : "bg-action"),
              )}
            />
          </div>
        );
      })}
    </div>
  );
}

function Times({ label, times }: { label: string; times: readonly string[] }) {
  return (
    <div className="mt-4">
      <p className="text-sm text-ink-soft">{label}</p>
      <div className="mt-1.5 grid grid-cols-3 gap-1.5">
        {times.map((time) => (
          <span
            key={time}
            className={cn(
              "rounded-md border py-2 text-center text-[0.9375rem] tabular-nums",
              time === CHOSEN_TIME
                ? "border-action bg-action-soft font-semibold text-action-ink"
                : "border-line",
            )}
          >
            {time}
          </span>
        ))}
      </div>
    </div>
  );
}
