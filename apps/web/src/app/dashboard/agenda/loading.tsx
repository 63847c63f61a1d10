import { useTranslations } from "next-intl";
import { GridSkeleton } from "../../../features/booking/calendar/calendar-skeleton.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { VisuallyHidden } from "../../../ui/visually-hidden.tsx";

/** The shape of the calendar while it is fetched. */
export default function AgendaLoading() {
  const t = useTranslations("common");
  return (
    <output
      aria-busy
      data-wide
      className="flex h-[calc(100dvh-7.25rem-env(safe-area-inset-bottom))] flex-col md:h-dvh md:p-5 md:pt-6"
    >
      <VisuallyHidden>{t("loading")}</VisuallyHidden>
      <Skeleton className="mx-3 mt-1 mb-4 h-8 w-64 md:mx-0" />
      <GridSkeleton columns={7} />
    </output>
  );
}
