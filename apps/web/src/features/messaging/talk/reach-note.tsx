"use client";

import type { Conversation } from "@odys/shared/messaging/conversation-schema";
import { BellOff, Lock, Mail, MessageCircle, Smartphone } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonClass } from "../../../ui/button-class.ts";
import { DateText } from "../../../ui/when-text.tsx";
import type { TalkPlace } from "./talk-place.ts";

const ICONS = { app: Smartphone, whatsapp: MessageCircle, mail: Mail, none: BellOff };

interface Props {
  head: Conversation;
  place: TalkPlace;
  now: string;
}

/** Above the composer: how the other one gets what is written, what they refused, and when nothing can be written. */
export function ReachNote({ head, place, now }: Props) {
  const t = useTranslations("messages");
  const { name, reach, consent, zone, open } = head;
  const first = name.split(" ")[0] ?? name;
  if (!open)
    return place.side === "professional" ? (
      <Shut text={t("notInPlan")}>
        <Link href="/dashboard/settings" className={buttonClass({ size: "sm" })}>
          {t("toPlans")}
        </Link>
      </Shut>
    ) : (
      <Shut text={t("shutForClient", { name })} />
    );
  if (place.side === "client") return null;
  const Icon = ICONS[reach];
  const refused = consent?.granted === false ? consent : null;
  return (
    <div className="mx-auto w-full max-w-3xl px-4 pb-2 text-sm text-ink-soft">
      {refused && (
        <p className="flex items-start gap-2 text-late">
          <BellOff aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span>
            {t(refused.source === "client" ? "refusedByClient" : "refusedByPro", { name: first })} (
            <DateText at={refused.at} zone={zone} now={now} />)
          </span>
        </p>
      )}
      <p className="flex items-start gap-2">
        <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
        {t(`reach.${reach}`, { name: first })}
      </p>
    </div>
  );
}

function Shut({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <div className="m-3 flex flex-wrap items-center justify-between gap-3 rounded-lg border border-line bg-surface p-4 md:m-4">
      <p className="flex min-w-0 flex-1 basis-60 items-start gap-3">
        <Lock aria-hidden className="mt-0.5 size-5 shrink-0 text-ink-faint" />
        {text}
      </p>
      {children}
    </div>
  );
}
