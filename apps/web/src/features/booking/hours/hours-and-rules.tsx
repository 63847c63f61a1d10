"use client";

import { CircleHelp } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useId, useState } from "react";
import { Button } from "../../../ui/button.tsx";
import { PageHeader } from "../../../ui/page-header.tsx";
import { ExplainSheet } from "../explain/explain-sheet.tsx";
import { HoursForm } from "./hours-form.tsx";
import { Limits } from "./limits.tsx";
import { SpecialDates } from "./special-dates.tsx";

interface Props {
  zone: string;
  /** The zone in words. */
  zoneName: string;
  /** The practice's local date. */
  today: string;
}

/** When people may book: the week, the dates that are different, the limits; and why they cannot. */
export function HoursAndRules({ zone, zoneName, today }: Props) {
  const t = useTranslations("hours");
  const explain = useTranslations("explain");
  const [asking, setAsking] = useState(false);
  return (
    <>
      <PageHeader
        title={t("title")}
        text={t("text", { zone: zoneName })}
        actions={
          <Button variant="secondary" onClick={() => setAsking(true)}>
            <CircleHelp aria-hidden />
            {explain("open")}
          </Button>
        }
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-12">
        <Section id="week" title={t("week.title")} text={t("week.text")}>
          <HoursForm />
        </Section>
        <Section id="dates" title={t("dates.title")} text={t("dates.text")}>
          <SpecialDates zone={zone} today={today} />
        </Section>
        <Section id="limits" title={t("limits.title")} text={t("limits.text")}>
          <Limits />
        </Section>
      </div>
      {asking && <ExplainSheet zone={zone} onClose={() => setAsking(false)} />}
    </>
  );
}

interface SectionProps {
  /** What other pages link to. */
  id: string;
  title: string;
  text: string;
  children: ReactNode;
}

function Section({ id, title, text, children }: SectionProps) {
  const headingId = useId();
  return (
    <section id={id} aria-labelledby={headingId} className="scroll-mt-6">
      <h2 id={headingId} className="text-lg font-semibold">
        {title}
      </h2>
      <p className="mt-0.5 mb-4 max-w-[65ch] text-ink-soft">{text}</p>
      {children}
    </section>
  );
}
