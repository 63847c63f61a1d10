"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "../../../ui/button.tsx";

interface Props {
  list: {
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    isFetchNextPageError: boolean;
    fetchNextPage: () => Promise<unknown>;
  };
}

/** The end of a long list: goes on by itself when it comes near, and by a button for whoever does not scroll. */
export function MoreRows({ list }: Props) {
  const common = useTranslations("common");
  const end = useRef<HTMLDivElement>(null);
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = list;
  const waits = hasNextPage && !isFetchingNextPage && !isFetchNextPageError;
  useEffect(() => {
    if (!waits || !end.current) return;
    const watch = new IntersectionObserver(
      ([entry]) => void (entry?.isIntersecting && fetchNextPage()),
      { rootMargin: "600px" },
    );
    watch.observe(end.current);
    return () => watch.disconnect();
  }, [waits, fetchNextPage]);
  if (!hasNextPage) return null;
  return (
    <div ref={end} className="mt-6 flex justify-center">
      <Button
        variant="secondary"
        busy={isFetchingNextPage && common("loading")}
        onClick={() => void fetchNextPage()}
      >
        {isFetchNextPageError ? common("retry") : common("loadMore")}
      </Button>
    </div>
  );
}
