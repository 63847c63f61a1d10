"use client";

import type { FeedSide } from "@odys/shared/booking/calendar-schema";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { useNotify } from "../../../ui/toast.tsx";
import { useFeedWrites } from "./use-feed-writes.ts";

const WORDS = {
  renew: { title: "renewTitle", text: "renewText", busy: "renewing", done: "renewed" },
  close: { title: "closeTitle", text: "closeText", busy: "closing", done: "closed" },
} as const;

/** An address that is given up cannot come back, and calendars read it: so it is asked for. */
export function GiveUp({ side, how }: { side: FeedSide; how: keyof typeof WORDS }) {
  const t = useTranslations("calendarFeed");
  const common = useTranslations("common");
  const notify = useNotify();
  const [asking, setAsking] = useState(false);
  const { [how]: write } = useFeedWrites(side);
  const words = WORDS[how];
  const act = () =>
    void write.mutateAsync({ side }).then(
      () => {
        setAsking(false);
        notify.done(t(words.done));
      },
      () => undefined, // why is said where it was refused
    );
  return (
    <Dialog
      open={asking}
      onOpenChange={setAsking}
      trigger={
        <Button variant="quiet" size="sm">
          {t(how)}
        </Button>
      }
      title={t(words.title)}
      description={t(words.text)}
      footer={
        <>
          <Button variant="secondary" onClick={() => setAsking(false)}>
            {common("cancel")}
          </Button>
          <Button variant="danger" busy={write.isPending && t(words.busy)} onClick={act}>
            {t(how)}
          </Button>
        </>
      }
    />
  );
}
