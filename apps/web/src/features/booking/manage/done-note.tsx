import type { ManagedAppointment } from "@odys/shared/booking/life-schema";
import { CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { PlainLink } from "../../../ui/plain-link.tsx";
import { useWhen } from "./when.ts";

interface Props {
  /** What was just done, as the address says. */
  done: string | null;
  appointment: ManagedAppointment;
  zone: string;
  now: string;
}

/** Says what has just happened, where the appointment is as that would have it. */
export function DoneNote({ done, appointment, zone, now }: Props) {
  const t = useTranslations("manage.done");
  const { status, startsAt, professional, cancelledBy } = appointment;
  const { name } = professional;
  const when = useWhen(zone, now)(startsAt);
  const cancelled = done === "cancelled" && status === "cancelled" && cancelledBy === "client";
  const text =
    done === "booked" && (status === "confirmed" || status === "pending_confirmation")
      ? t("booked")
      : done === "moved" && status === "confirmed"
        ? t("moved", { when })
        : done === "moved" && status === "pending_confirmation"
          ? t("movedWaiting", { when, name })
          : cancelled
            ? t("cancelled", { name })
            : null;
  if (text === null) return null;
  const again = new URLSearchParams({ service: appointment.serviceId, slot: startsAt });
  return (
    <output className="flex items-start gap-3 rounded-md bg-good-soft px-4 py-3 text-good">
      <CircleCheck aria-hidden className="mt-0.5 size-5 shrink-0" />
      <span className="min-w-0 font-medium text-pretty">
        {text}
        {cancelled && startsAt > now && (
          <PlainLink
            href={`/p/${professional.slug}?${again}`}
            className="flex min-h-11 items-center font-semibold underline underline-offset-4"
          >
            {t("undo")}
          </PlainLink>
        )}
      </span>
    </output>
  );
}
