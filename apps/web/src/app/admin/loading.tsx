import { useTranslations } from "next-intl";
import { Skeleton } from "../../ui/skeleton.tsx";
import { VisuallyHidden } from "../../ui/visually-hidden.tsx";

/** The shape of a list while it is fetched: a title, filters, rows. */
export default function AdminLoading() {
  const t = useTranslations("common");
  return (
    <output aria-busy className="block">
      <VisuallyHidden>{t("loading")}</VisuallyHidden>
      <Skeleton className="mb-6 h-8 w-48" />
      <div className="mb-5 flex flex-wrap gap-3">
        <Skeleton className="h-11 w-56 rounded-md" />
        <Skeleton className="h-11 w-40 rounded-md" />
      </div>
      <div className="rounded-lg border border-line bg-surface p-4">
        {["a", "b", "c", "d", "e", "f", "g", "h"].map((row) => (
          <div key={row} className="flex gap-6 py-2.5">
            <Skeleton className="w-1/4" />
            <Skeleton className="w-1/5" />
            <Skeleton className="ml-auto w-24" />
          </div>
        ))}
      </div>
    </output>
  );
}
