"use client";

import { useEffect, useRef } from "react";
import { useTranslations } from "../../../i18n/slim.tsx";
import { buttonClass } from "../../../ui/button-class.ts";
import { ProblemNote } from "../page/problem-note.tsx";
import type { Problem } from "../page/problem.ts";
import { StepLink } from "../page/step-link.tsx";
import { Fact, Facts, MeetingTime } from "../page/summary.tsx";
import { useWish } from "../page/use-choice.ts";
import type { FirstSlots } from "../page/use-slots.ts";
import { WhenStep } from "../page/when-step.tsx";
import { useViewerZone } from "../page/zone-choice.tsx";

interface Props {
  token: string;
  /** The professional's. */
  name: string;
  homeZone: string;
  startsAt: string;
  durationMinutes: number;
  horizonDays: number;
  /** When the page was made. */
  now: string;
  first: FirstSlots | null;
  /** Why the last attempt came to nothing, and which slot it was. */
  refused: { slot: string | undefined; problem: Problem | null };
  formKey: string;
}

/** Another time for an appointment: chosen as when it was booked, and read once more before it counts. */
export function MoveStep(props: Props) {
  const { token, name, homeZone, startsAt, durationMinutes, refused } = props;
  const t = useTranslations("manage.move");
  const { wish, step } = useWish();
  const viewerZone = useViewerZone();
  const zone = wish.zone ?? homeZone;
  const heading = useRef<HTMLHeadingElement>(null);
  const review = wish.slot !== undefined;
  const before = useRef(review);
  useEffect(() => {
    if (before.current !== review) heading.current?.focus();
    before.current = review;
  }, [review]);

  const otherTime = step({ act: "move" });
  return (
    <section aria-labelledby="move">
      <h2 id="move" ref={heading} tabIndex={-1} className="mb-4 text-lg font-semibold outline-none">
        {t(review ? "review" : "title")}
      </h2>
      {wish.slot === undefined ? (
        <WhenStep
          of={{ token }}
          {...{ name, homeZone, zone, viewerZone, wish }}
          horizonDays={props.horizonDays}
          now={props.now}
          first={props.first}
          stepTo={(next) => step({ act: "move", ...next }, next.slot ? "push" : "replace")}
        />
      ) : (
        <form
          method="post"
          action="/api/forms/reschedule"
          className="grid gap-5 rounded-lg border border-line bg-surface p-5 shadow-low"
        >
          {Object.entries({ token, startsAt: wish.slot, zone, key: props.formKey }).map(
            ([field, value]) => (
              <input key={field} type="hidden" name={field} value={value} />
            ),
          )}
          <Facts>
            <Fact label={t("from")}>
              <span className="block font-normal text-ink-soft line-through">
                <MeetingTime {...{ startsAt, zone }} minutes={durationMinutes} />
              </span>
            </Fact>
            <Fact label={t("to")}>
              <MeetingTime startsAt={wish.slot} zone={zone} minutes={durationMinutes} />
            </Fact>
          </Facts>
          <ProblemNote
            problem={refused.slot === wish.slot ? refused.problem : null}
            {...{ name, zone, otherTime }}
            toSlot={(slot) => step({ act: "move", slot }, "replace")}
          />
          <div className="grid gap-2">
            <button type="submit" className={buttonClass({ size: "lg", wide: true })}>
              {t("submit")}
            </button>
            <StepLink step={otherTime} className={buttonClass({ variant: "quiet", wide: true })}>
              {t("other")}
            </StepLink>
          </div>
          <p className="text-sm text-pretty text-ink-soft">{t("note", { name })}</p>
        </form>
      )}
    </section>
  );
}
