"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { inOrder, isWeekSound, OFFICE_WEEK } from "../../../ui/week-editor/week.ts";
import { WeekEditor } from "../../../ui/week-editor/week-editor.tsx";
import { useSentence } from "../problem.ts";
import { PageActions } from "./page-frame.tsx";
import type { Wizard } from "./use-wizard.ts";

/** The usual week. */
export function HoursPage({ wizard }: { wizard: Wizard }) {
  const t = useTranslations("onboarding");
  const sentence = useSentence();
  const [tried, setTried] = useState(false);
  const week = wizard.typed.hours ?? wizard.draft.windows ?? OFFICE_WEEK;
  const problem =
    week.length === 0 ? t("hours.empty") : isWeekSound(week) ? undefined : t("hours.problem");
  return (
    <form
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!problem && !wizard.saving) wizard.save({ windows: inOrder(week) });
      }}
    >
      <WeekEditor
        label={t("hours.label")}
        value={week}
        onValueChange={(hours) => wizard.keep({ hours })}
      />
      <PageActions
        submit={t("continue")}
        busy={wizard.saving && t("saving")}
        problem={(tried && problem) || sentence(wizard.failure)}
        onBack={() => wizard.go("service")}
      />
    </form>
  );
}
