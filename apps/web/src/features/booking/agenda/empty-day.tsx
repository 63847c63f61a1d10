import { CalendarDays } from "lucide-react";
import { useTranslations } from "next-intl";
import { EmptyState } from "../../../ui/states.tsx";

/** Nobody comes that day. */
export function EmptyDay({ isToday }: { isToday: boolean }) {
  const t = useTranslations("dashboard");
  return (
    <EmptyState
      icon={<CalendarDays />}
      title={t(isToday ? "empty" : "emptyOther")}
      text={t(isToday ? "emptyText" : "emptyOtherText")}
      className="rounded-lg border border-dashed border-line-strong py-8"
    />
  );
}
