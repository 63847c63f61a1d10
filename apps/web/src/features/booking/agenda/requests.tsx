"use client";

import type { Appointment } from "@odys/shared/booking/schema";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { Button } from "../../../ui/button.tsx";
import { cn } from "../../../ui/cn.ts";
import { RequestCard } from "./request-card.tsx";

interface Props {
  appointments: readonly Appointment[];
  zone: string;
  now: string;
}

/** How many stand there at once: on a phone the day below must not leave the screen. */
const FIRST = { phone: 2, desk: 4 };

/** Who asks, soonest first. */
export function Requests({ appointments, zone, now }: Props) {
  const t = useTranslations("dashboard");
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [all, setAll] = useState(false);
  const count = appointments.filter(({ status }) => status === "pending_confirmation").length;

  // An answered request leaves with the button that was pressed: the keyboard stays in this list.
  const length = useRef(appointments.length);
  useEffect(() => {
    if (appointments.length < length.current && document.activeElement === document.body)
      heading.current?.focus();
    length.current = appointments.length;
  }, [appointments.length]);

  if (appointments.length === 0) return null;
  // One more takes no more room than the button that would show it.
  const shownOf = (first: number) => (appointments.length === first + 1 ? first + 1 : first);
  const more = (first: number, className: string) =>
    !all &&
    appointments.length > shownOf(first) && (
      <Button variant="quiet" wide className={cn("mt-2", className)} onClick={() => setAll(true)}>
        {t("moreRequests", { count: appointments.length - first })}
      </Button>
    );
  return (
    <section aria-labelledby={headingId} className="min-w-0">
      <h2
        id={headingId}
        ref={heading}
        tabIndex={-1}
        className="mb-3 text-lg font-semibold outline-none"
      >
        {t("waiting", { count })}
      </h2>
      <ul className="grid gap-3">
        {appointments.map((item, index) => (
          <li
            key={item.id}
            className={cn(
              "min-w-0",
              !all && index >= shownOf(FIRST.phone) && "max-lg:hidden",
              !all && index >= shownOf(FIRST.desk) && "lg:hidden",
            )}
          >
            <RequestCard appointment={item} zone={zone} now={now} />
          </li>
        ))}
      </ul>
      {more(FIRST.phone, "lg:hidden")}
      {more(FIRST.desk, "max-lg:hidden")}
    </section>
  );
}
