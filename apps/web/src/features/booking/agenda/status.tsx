import type { Appointment } from "@odys/shared/booking/schema";
import { CircleCheck, Hourglass, UserX } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusPill } from "../../../ui/badge.tsx";

const LOOKS = {
  pending_confirmation: { tone: "waiting" },
  confirmed: { tone: "good" },
  rejected: { tone: "calm" },
  cancelled: { tone: "bad" },
  completed: { tone: "calm", icon: CircleCheck },
  no_show: { tone: "late", icon: UserX },
  held: { tone: "waiting", icon: Hourglass },
  expired: { tone: "calm", icon: Hourglass },
} as const;

/** How an appointment stands, by icon, word and colour; the words are the professional's unless given. */
export function AppointmentStatusPill({
  status,
  label,
  className,
}: Pick<Appointment, "status"> & { label?: string | undefined; className?: string }) {
  const t = useTranslations("dashboard.status");
  return (
    <StatusPill {...LOOKS[status]} className={className}>
      {label ?? t(status)}
    </StatusPill>
  );
}
