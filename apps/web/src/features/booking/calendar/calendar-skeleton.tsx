import { Skeleton } from "../../../ui/skeleton.tsx";

/** The columns while nobody knows what stands in them. */
export function GridSkeleton({ columns }: { columns: number }) {
  return (
    <div
      aria-hidden
      className="min-h-0 flex-1 overflow-hidden border-t border-line bg-surface md:rounded-lg md:border"
    >
      <div
        className="grid h-16 items-center border-b border-line pl-[3.25rem]"
        style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
      >
        {Array.from({ length: columns }, (_, index) => (
          <Skeleton key={index} className="mx-auto h-8 w-8 rounded-full" />
        ))}
      </div>
      <div
        className="relative grid h-full pl-[3.25rem]"
        style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
      >
        {Array.from({ length: columns }, (_, index) => (
          <div key={index} className="border-l border-line p-1">
            <div style={{ height: `${((index * 3) % 5) * 2 + 2}rem` }} />
            <Skeleton className="h-12" />
            <div style={{ height: `${((index * 2) % 4) * 2 + 1}rem` }} />
            <Skeleton className="h-16" />
          </div>
        ))}
      </div>
    </div>
  );
}
