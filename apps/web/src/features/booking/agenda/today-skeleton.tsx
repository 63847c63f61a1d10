import type { ReactNode } from "react";
import { PageHeader } from "../../../ui/page-header.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";

const ROWS = ["a", "b", "c", "d", "e"];

/** The shape of a day before it is known. */
export function TodaySkeleton({ title }: { title: ReactNode }) {
  return (
    <>
      <PageHeader title={title} text={<Skeleton className="h-5 w-56" />} />
      <div className="grid gap-2" aria-hidden>
        {ROWS.map((row) => (
          <div key={row} className="flex gap-3">
            <Skeleton className="my-3 h-5 w-12" />
            <Skeleton className="h-16 flex-1 rounded-lg" />
          </div>
        ))}
      </div>
    </>
  );
}
