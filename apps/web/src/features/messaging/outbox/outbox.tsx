"use client";

import { useTranslations } from "next-intl";
import { PageHeader } from "../../../ui/page-header.tsx";
import { Tabs } from "../../../ui/tabs.tsx";
import { LocalMailbox } from "./local-mailbox.tsx";
import { Phones } from "./phones.tsx";

interface Props {
  zone: string;
  now: string;
  tab: "mail" | "whatsapp";
}

/** Everything that left through the local drivers, as those it was for would see it. */
export function Outbox({ zone, now, tab }: Props) {
  const t = useTranslations("outbox");
  return (
    <>
      <PageHeader title={t("title")} text={t("text")} />
      <Tabs
        label={t("kinds")}
        defaultValue={tab}
        tabs={[
          { value: "mail", label: t("mails"), content: <LocalMailbox zone={zone} now={now} /> },
          { value: "whatsapp", label: t("whatsapp"), content: <Phones zone={zone} now={now} /> },
        ]}
      />
    </>
  );
}
