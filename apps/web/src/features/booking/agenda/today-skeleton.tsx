import { Skeleton } from "../../../ui/skeleton.tsx";
import { DayHeader, type DayHeaderProps } from "./day-header.tsx";

const ROWS = ["a", "b", "c", "d", "e"];

/** The shape of a day before it is known. */
export function TodaySkeleton(header: DayHeaderProps) {
  return (
    <>
      <DayHeader {...header} />
      <div className="grid gap-2 lg:max-w-lg" aria-hidden>
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
