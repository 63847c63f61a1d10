import type { GuestCheck } from "@odys/shared/booking/guest-schema";
import { CircleAlert, Clock, MailCheck, TimerOff } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { Button } from "../../../ui/button.tsx";
import { buttonClass } from "../../../ui/button-class.ts";
import { PlainLink } from "../../../ui/plain-link.tsx";
import { timeText } from "../../../ui/when.ts";
import { PriceText } from "../page/service-list.tsx";
import { Fact, Facts, MeetingTime } from "../page/summary.tsx";

interface Props {
  token: string;
  check: GuestCheck;
  /** Why it did not work just now: an error's code. */
  problem: string | undefined;
}

/** What is about to be confirmed, and the one button that does it; works without scripts. */
export function ConfirmGuest({ token, check, problem }: Props) {
  const t = useTranslations("guest");
  const { state, professional, startsAt, durationMinutes, zone, price, serviceName } = check;
  const name = professional.name;
  const Icon = state === "expired" ? TimerOff : MailCheck;
  return (
    <article className="rise mx-auto w-full max-w-md py-6" data-state={state}>
      <div className="overflow-hidden rounded-xl border border-line bg-surface shadow-raised">
        <div className="grid gap-3 border-b border-dashed border-line-strong px-5 py-5">
          <span
            aria-hidden
            className={`flex size-12 items-center justify-center rounded-full ${
              state === "confirmed" ? "bg-good-soft text-good" : "bg-waiting-soft text-waiting"
            }`}
          >
            <Icon className="size-6" />
          </span>
          <h1 className="font-display text-2xl leading-tight font-bold tracking-tight text-balance">
            {t(`${state}.title`)}
          </h1>
          <p className="text-pretty text-ink-soft">{t(`${state}.text`, { name })}</p>
        </div>
        <div className="px-5 py-5">
          <Facts>
            <Fact label={t("what")}>{t("with", { service: serviceName, name })}</Fact>
            <Fact label={t("when")}>
              <MeetingTime {...{ startsAt, zone }} minutes={durationMinutes} />
            </Fact>
            <Fact label={t("price")}>
              <PriceText price={price} />
            </Fact>
          </Facts>
        </div>
        <div className="grid gap-3 bg-sunken px-5 py-5">
          {state !== "expired" && <Problem problem={problem} name={name} />}
          <WayOn {...{ token, check }} />
        </div>
      </div>
      {state === "waiting" && (
        <p className="mt-4 text-center text-sm text-pretty text-ink-soft">{t("notYou")}</p>
      )}
    </article>
  );
}

function WayOn({ token, check }: Pick<Props, "token" | "check">) {
  const t = useTranslations("guest");
  const locale = useLocale();
  const { state, professional, heldUntil, zone } = check;
  if (state === "expired")
    return (
      <PlainLink
        href={`/p/${professional.slug}`}
        className={buttonClass({ size: "lg", wide: true })}
      >
        {t("expired.again")}
      </PlainLink>
    );
  return (
    <form method="post" action="/api/forms/confirm" className="grid gap-3">
      <input type="hidden" name="token" value={token} />
      {state === "waiting" && (
        <p className="flex items-center gap-2 text-sm text-ink-soft">
          <Clock aria-hidden className="size-4 shrink-0" />
          {t("waiting.until", { time: timeText(heldUntil, zone, locale) })}
        </p>
      )}
      <Button type="submit" size="lg" wide>
        {t(`${state}.action`)}
      </Button>
    </form>
  );
}

const KNOWN = ["TOO_MANY_PENDING", "PLAN_LIMIT_REACHED", "RATE_LIMITED"] as const;

/** Its own sentence for what can be helped; for all else, that it was not their fault. */
function Problem({ problem, name }: { problem: string | undefined; name: string }) {
  const t = useTranslations("guest.problem");
  if (!problem) return null;
  const code = KNOWN.find((known) => known === problem);
  return (
    <p
      role="alert"
      className="flex items-start gap-2.5 rounded-md bg-bad-soft p-4 text-[0.9375rem] text-bad"
    >
      <CircleAlert aria-hidden className="mt-0.5 size-5 shrink-0" />
      {t(code ?? "other", { name })}
    </p>
  );
}
