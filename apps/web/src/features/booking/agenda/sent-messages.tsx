"use client";

import {
  Check,
  CheckCheck,
  CircleAlert,
  CircleHelp,
  Clock,
  type LucideIcon,
  X,
} from "lucide-react";
import { useTranslations } from "next-intl";
import { api } from "../../../trpc/client.tsx";
import type { Outputs } from "../../../trpc/slim.ts";
import { Button } from "../../../ui/button.tsx";
import { cn } from "../../../ui/cn.ts";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { useNotify } from "../../../ui/toast.tsx";
import { WhenText } from "../../../ui/when-text.tsx";
import { useSentence } from "../../accounts/problem.ts";

type Delivery = Outputs["messaging"]["listDeliveries"]["items"][number];

interface Props {
  /** Of the appointment. */
  id: string;
  zone: string;
  now: string;
}

/** As people know it from their phone; the word beside it says the same. */
const LOOKS: Record<Delivery["state"], { icon: LucideIcon; tone: string }> = {
  queued: { icon: Clock, tone: "text-ink-soft" },
  sending: { icon: Clock, tone: "text-ink-soft" },
  unknown: { icon: CircleHelp, tone: "text-warn" },
  accepted: { icon: Check, tone: "text-ink-soft" },
  sent: { icon: Check, tone: "text-ink-soft" },
  delivered: { icon: CheckCheck, tone: "text-ink-soft" },
  read: { icon: CheckCheck, tone: "text-good" },
  failed: { icon: CircleAlert, tone: "text-bad" },
  dropped: { icon: X, tone: "text-ink-soft" },
  expired: { icon: X, tone: "text-ink-soft" },
};

/** What Odys wrote about an appointment: planned, arrived, read, or why not, and whether they said they come. */
export function SentMessages({ id, zone, now }: Props) {
  const t = useTranslations("dashboard.sent");
  const common = useTranslations("common");
  const sentence = useSentence();
  const sent = api.messaging.listDeliveries.useQuery({ id });
  if (sent.isError) return <p className="text-ink-soft">{sentence(sent.error)}</p>;
  if (!sent.data)
    return (
      <output aria-label={common("loading")} className="grid gap-2">
        <Skeleton className="h-5 w-3/4" />
        <Skeleton className="h-5 w-1/2" />
      </output>
    );
  const { items, attendanceConfirmedAt } = sent.data;
  return (
    <>
      {attendanceConfirmedAt && (
        <p className="mb-3 flex items-center gap-2 rounded-md bg-good-soft px-3 py-2 text-good">
          <CheckCheck aria-hidden className="size-4 shrink-0" />
          <span>
            {t("coming")}, <WhenText at={attendanceConfirmedAt} zone={zone} now={now} />
          </span>
        </p>
      )}
      {items.length === 0 ? (
        <p className="text-ink-soft">{t("none")}</p>
      ) : (
        <ol className="grid gap-3">
          {items.map((item) => (
            <SentMessage key={item.id} item={item} appointment={id} zone={zone} now={now} />
          ))}
        </ol>
      )}
    </>
  );
}

function SentMessage({
  item,
  appointment,
  zone,
  now,
}: Omit<Props, "id"> & { item: Delivery; appointment: string }) {
  const t = useTranslations("dashboard.sent");
  const { icon: Icon, tone } = LOOKS[item.state];
  const last = item.attempts.at(-1);
  const at =
    last?.readAt ?? last?.deliveredAt ?? last?.failedAt ?? last?.acceptedAt ?? last?.startedAt;
  const way = item.channel && t(`channel.${item.channel}`);
  return (
    <li className="flex gap-2">
      <Icon aria-hidden className={cn("mt-1 size-4 shrink-0", tone)} />
      <div className="min-w-0 flex-1">
        <span className="block">
          {t(`template.${item.template}`)}
          {item.audience === "professional" && (
            <span className="text-ink-soft"> · {t("toYou")}</span>
          )}
        </span>
        <span className="block text-sm text-ink-soft">
          {way && `${way} · `}
          {t(`state.${item.state}`)}
          {", "}
          <WhenText at={at ?? item.notBefore} zone={zone} now={now} />
        </span>
        {item.attempts.slice(0, -1).map((earlier) => (
          <span key={earlier.startedAt} className="block text-sm text-ink-soft">
            {t("before", {
              way: t(`channel.${earlier.channel}`),
              why: earlier.reason ? t(`reason.${earlier.reason}`) : t(`state.${earlier.state}`),
            })}
          </span>
        ))}
        {item.reason && (
          <span className="block text-sm text-ink-soft">{t(`reason.${item.reason}`)}</span>
        )}
        {item.canSendAgain && <Again id={item.id} appointment={appointment} />}
      </div>
    </li>
  );
}

function Again({ id, appointment }: { id: string; appointment: string }) {
  const t = useTranslations("dashboard.sent");
  const notify = useNotify();
  const sentence = useSentence();
  const utils = api.useUtils();
  const again = api.messaging.sendAgain.useMutation({
    onSuccess: () => notify.done(t("willSend")),
    onError: (error) => notify.failed(sentence(error)),
    onSettled: () => utils.messaging.listDeliveries.invalidate({ id: appointment }),
  });
  return (
    <Button
      variant="secondary"
      size="sm"
      className="mt-2"
      busy={again.isPending && t("sending")}
      onClick={() => again.mutate({ id })}
    >
      {t("again")}
    </Button>
  );
}
