import type { Appointment } from "@odys/shared/booking/schema";
import { CircleCheck, UserX } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusPill } from "../../../ui/badge.tsx";

const LOOKS = {
  pending_confirmation: { tone: "waiting" },
  confirmed: { tone: "good" },
  rejected: { tone: "calm" },
  cancelled: { tone: "bad" },
  completed: { tone: "calm", icon: CircleCheck },
  no_show: { tone: "late", icon: UserX },
} as const;

/** How an appointment stands, by icon, word and colour. */
export function AppointmentStatusPill({
  status,
  className,
}: Pick<Appointment, "status"> & { className?: string }) {
  const t = useTranslations("dashboard.status");
  return (
    <StatusPill {...LOOKS[status]} className={className}>
      {t(status)}
    </StatusPill>
  );
}
