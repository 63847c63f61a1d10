"use client";

import type { FeedSide } from "@odys/shared/booking/calendar-schema";
import { CalendarPlus, CalendarSync } from "lucide-react";
import { useTranslations } from "next-intl";
import { api } from "../../../trpc/client.tsx";
import { useSentence } from "../../accounts/problem.ts";
import { Button } from "../../../ui/button.tsx";
import { buttonClass } from "../../../ui/button-class.ts";
import { CopyLink } from "../../../ui/copy-link.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { ErrorState } from "../../../ui/states.tsx";
import { useNotify } from "../../../ui/toast.tsx";
import { GiveUp } from "./give-up.tsx";
import { useFeedWrites } from "./use-feed-writes.ts";

/** The secret address that a calendar of one's own subscribes to: made, copied, changed, given up. */
export function CalendarFeed({ side }: { side: FeedSide }) {
  const t = useTranslations("calendarFeed");
  const common = useTranslations("common");
  const sentence = useSentence();
  const feed = api.booking.getCalendarFeed.useQuery({ side });
  if (feed.isPending) return <Skeleton aria-busy className="h-24" />;
  if (feed.isError)
    return (
      <ErrorState
        title={t("failed")}
        text={sentence(feed.error)}
        action={
          <Button variant="secondary" onClick={() => void feed.refetch()}>
            {common("retry")}
          </Button>
        }
      />
    );
  const { url } = feed.data;
  return url === null ? <Make side={side} /> : <Address side={side} url={url} />;
}

function Make({ side }: { side: FeedSide }) {
  const t = useTranslations("calendarFeed");
  const notify = useNotify();
  const { renew } = useFeedWrites(side);
  const make = () =>
    void renew.mutateAsync({ side }).then(
      () => notify.done(t("created")),
      () => undefined, // why is said where it was refused
    );
  return (
    <>
      <p className="mb-4 text-ink-soft">{t("none")}</p>
      <Button variant="secondary" busy={renew.isPending && t("creating")} onClick={make}>
        <CalendarPlus aria-hidden />
        {t("create")}
      </Button>
    </>
  );
}

function Address({ side, url }: { side: FeedSide; url: string }) {
  const t = useTranslations("calendarFeed");
  return (
    <div className="rounded-md border border-line bg-surface p-4 shadow-low">
      <p className="text-sm text-ink-soft">{t("label")}</p>
      <p className="mb-3 text-sm font-medium wrap-anywhere select-all">{url}</p>
      <div className="flex flex-wrap gap-2">
        <CopyLink url={url} />
        <a href={url.replace(/^https?:/, "webcal:")} className={buttonClass({ variant: "quiet" })}>
          <CalendarSync aria-hidden />
          {t("subscribe")}
        </a>
      </div>
      <p className="mt-3 text-sm text-ink-soft">{t("google")}</p>
      <p className="mt-3 border-t border-line pt-3 text-sm text-ink-soft">
        {side === "client" ? t("secretClient") : t("secretProfessional")}
      </p>
      <div className="mt-1 -ml-3 flex flex-wrap gap-1">
        <GiveUp side={side} how="renew" />
        <GiveUp side={side} how="close" />
      </div>
    </div>
  );
}
