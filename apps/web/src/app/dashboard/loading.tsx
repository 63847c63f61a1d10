import { useTranslations } from "next-intl";
import { Skeleton } from "../../ui/skeleton.tsx";
import { VisuallyHidden } from "../../ui/visually-hidden.tsx";

/** The shape of a room while it is fetched: a title and a list. */
export default function DashboardLoading() {
  const t = useTranslations("common");
  return (
    <output aria-busy className="block">
      <VisuallyHidden>{t("loading")}</VisuallyHidden>
      <Skeleton className="h-8 w-40" />
      <Skeleton className="mt-2 mb-6 h-5 w-56" />
      <div className="grid gap-3">
        {["first", "second", "third", "fourth"].map((row) => (
          <div
            key={row}
            className="flex items-center gap-4 rounded-lg border border-line bg-surface p-5"
          >
            <Skeleton className="w-12" />
            <Skeleton className="w-2/5" />
            <Skeleton className="ml-auto h-6 w-24 rounded-full" />
          </div>
        ))}
      </div>
    </output>
  );
}
