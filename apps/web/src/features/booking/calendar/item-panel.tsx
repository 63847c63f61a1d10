"use client";

import type { AgendaItem } from "@odys/shared/booking/agenda-schema";
import { useLocale, useTranslations } from "next-intl";
import { api } from "../../../trpc/client.tsx";
import { useSentence } from "../../accounts/problem.ts";
import { Button } from "../../../ui/button.tsx";
import { Sheet } from "../../../ui/dialog.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { ErrorState } from "../../../ui/states.tsx";
import { useNotify } from "../../../ui/toast.tsx";
import { clockText, dayText, localDay } from "../../../ui/when.ts";
import { AppointmentActions, AppointmentBody, canAct } from "../agenda/appointment-sheet.tsx";
import { AppointmentStatusPill } from "../agenda/status.tsx";
import { AppointmentHistory } from "./history.tsx";
import { Reschedule } from "./reschedule.tsx";

interface Props {
  id: string;
  /** As the calendar has it: what can be said before the rest has come. */
  item: AgendaItem | undefined;
  zone: string;
  now: string;
  onClose: () => void;
}

/**
 * Everything about what was tapped. One sheet from the first moment on: were it another one once all has
 * come, nobody would know where the focus goes when it closes.
 */
export function ItemPanel({ id, item, zone, now, onClose }: Props) {
  const common = useTranslations("common");
  const sentence = useSentence();
  const block = item?.kind === "block";
  const appointment = api.booking.getAppointment.useQuery({ id }, { enabled: !block });
  if (block) return <BlockPanel item={item} zone={zone} now={now} onClose={onClose} />;
  const { data } = appointment;
  const shown = data && { appointment: data, zone, now };
  const status = data?.status ?? item?.status;
  return (
    <Sheet
      open
      onOpenChange={(open) => open || onClose()}
      title={data?.client.name ?? item?.client?.name ?? item?.title ?? common("loading")}
      description={status && <AppointmentStatusPill status={status} />}
      footer={shown && canAct(shown.appointment.status) && <AppointmentActions {...shown} />}
    >
      {shown ? (
        <AppointmentBody {...shown} />
      ) : appointment.isError ? (
        <ErrorState
          title={sentence(appointment.error)}
          action={<Button onClick={() => void appointment.refetch()}>{common("retry")}</Button>}
        />
      ) : (
        <output className="grid gap-4" aria-label={common("loading")}>
          <Skeleton className="h-11" />
          <Skeleton className="h-16" />
          <Skeleton className="h-10 w-2/3" />
          <Skeleton className="h-10 w-1/2" />
        </output>
      )}
    </Sheet>
  );
}

/** Time of one's own, and how to give it back. */
function BlockPanel({
  item,
  zone,
  now,
  onClose,
}: {
  item: AgendaItem;
  zone: string;
  now: string;
  onClose: () => void;
}) {
  const t = useTranslations("calendar.blocked");
  const sheet = useTranslations("dashboard.sheet");
  const notify = useNotify();
  const sentence = useSentence();
  const utils = api.useUtils();
  const day = dayText(localDay(item.startsAt, zone), useLocale(), now, zone);
  const unblock = api.booking.unblock.useMutation({
    onSuccess: () => {
      notify.done(t("freed"));
      onClose();
    },
    onError: (error) => notify.failed(sentence(error)),
    onSettled: () => utils.booking.invalidate(),
  });
  return (
    <Sheet
      open
      onOpenChange={(open) => open || onClose()}
      title={item.title}
      description={`${day}, ${clockText(item.startsAt, zone)}–${clockText(item.endsAt, zone)}`}
      footer={
        <>
          <Button
            variant="danger"
            busy={unblock.isPending && t("freeing")}
            onClick={() => unblock.mutate({ id: item.id })}
          >
            {t("free")}
          </Button>
          <Reschedule id={item.id} startsAt={item.startsAt} zone={zone} now={now} />
        </>
      }
    >
      <p className="mb-5 text-ink-soft">{t("text")}</p>
      <h3 className="mb-2 font-semibold">{sheet("history")}</h3>
      <AppointmentHistory id={item.id} zone={zone} now={now} />
    </Sheet>
  );
}
