"use client";

import type { Locale } from "@odys/shared/kernel/wire";
import { useTranslations } from "next-intl";
import { api } from "../../../trpc/client.tsx";
import { Section } from "../../accounts/settings/section.tsx";
import { Budget } from "./budget.tsx";
import { ChannelOrder } from "./channel-order.tsx";
import { QuietHours } from "./quiet-hours.tsx";
import { ReminderChips } from "../../booking/services/reminder-chips.tsx";
import { useSetSettings } from "./use-set-settings.ts";
import { Wording } from "./wording.tsx";
import type { Sender } from "./wording-editor.tsx";

/** When, by which ways and in which words a practice writes to its clients. Saved as it is chosen. */
export function MessageSettings({ sender, language }: { sender: Sender; language: Locale }) {
  const t = useTranslations("messageSettings");
  const [settings] = api.messaging.getSettings.useSuspenseQuery({});
  const set = useSetSettings(settings);
  const { quietFrom, quietUntil, monthlyBudget, spent } = settings;
  return (
    <>
      <Section id="channels" title={t("channels.title")} lead={t("channels.lead")}>
        <ChannelOrder
          value={settings.clientChannels}
          onChange={(clientChannels) => set({ clientChannels })}
        />
      </Section>
      <Section id="reminders" title={t("reminders.title")} lead={t("reminders.lead")}>
        <ReminderChips
          value={settings.reminderMinutes}
          onChange={(reminderMinutes) => set({ reminderMinutes })}
        />
      </Section>
      <Section id="quiet" title={t("quiet.title")} lead={t("quiet.lead")}>
        <QuietHours value={{ quietFrom, quietUntil }} onChange={set} />
      </Section>
      <Section id="budget" title={t("budget.title")} lead={t("budget.lead")}>
        <Budget
          budget={monthlyBudget}
          spent={spent}
          onChange={(budget) => set({ monthlyBudget: budget })}
        />
      </Section>
      <section aria-labelledby="wording-title" className="border-t border-line pt-8">
        <h2 id="wording-title" className="text-lg font-semibold">
          {t("wording.title")}
        </h2>
        <p className="mt-1 mb-5 max-w-[65ch] text-[0.9375rem] text-ink-soft">{t("wording.lead")}</p>
        <Wording sender={sender} language={language} />
      </section>
    </>
  );
}
