"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { api } from "../../../trpc/client.tsx";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { ErrorState } from "../../../ui/states.tsx";
import { useNotify } from "../../../ui/toast.tsx";
import { useSentence } from "../problem.ts";
import { DeviceRow } from "./device-row.tsx";

/** How many devices are listed before somebody asks for more. */
const FEW = 5;

/** Where the account is open, this device first, and how to close it elsewhere. */
export function Devices({ now, zone }: { now: number; zone: string }) {
  const t = useTranslations("settings.devices");
  const common = useTranslations("common");
  const sentence = useSentence();
  const [all, setAll] = useState(false);
  const list = api.accounts.listDevices.useQuery();
  if (list.isPending)
    return (
      <div aria-busy className="grid gap-5">
        {[0, 1].map((row) => (
          <div key={row} className="grid gap-2">
            <Skeleton className="h-5 w-44" />
            <Skeleton className="h-4 w-64" />
          </div>
        ))}
      </div>
    );
  if (list.isError)
    return (
      <ErrorState
        title={t("failed")}
        text={sentence(list.error)}
        action={
          <Button variant="secondary" onClick={() => void list.refetch()}>
            {common("retry")}
          </Button>
        }
      />
    );
  const items = list.data.items.toSorted(
    (a, b) => Number(b.current) - Number(a.current) || b.lastSeenAt.localeCompare(a.lastSeenAt),
  );
  return (
    <>
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface shadow-low">
        {items.slice(0, all ? undefined : FEW).map((device) => (
          <DeviceRow key={device.id} device={device} now={now} zone={zone} />
        ))}
      </ul>
      <div className="mt-4 flex flex-wrap gap-2">
        {!all && items.length > FEW && (
          <Button variant="secondary" onClick={() => setAll(true)}>
            {t("all", { count: items.length })}
          </Button>
        )}
        {items.length > 1 ? <EndOthers /> : <p className="text-ink-soft">{t("alone")}</p>}
      </div>
    </>
  );
}

function EndOthers() {
  const t = useTranslations("settings.devices");
  const common = useTranslations("common");
  const sentence = useSentence();
  const notify = useNotify();
  const utils = api.useUtils();
  const [asking, setAsking] = useState(false);
  const end = api.accounts.revokeOtherDevices.useMutation({
    onSuccess: async () => {
      setAsking(false);
      notify.done(t("othersDone"));
      await utils.accounts.listDevices.invalidate();
    },
    onError: (error) => notify.failed(sentence(error)),
  });
  return (
    <Dialog
      open={asking}
      onOpenChange={setAsking}
      trigger={<Button variant="danger">{t("others")}</Button>}
      title={t("othersTitle")}
      description={t("othersText")}
      footer={
        <>
          <Button variant="secondary" onClick={() => setAsking(false)}>
            {common("cancel")}
          </Button>
          <Button
            variant="danger"
            busy={end.isPending && t("revoking")}
            onClick={() => end.mutate({})}
          >
            {t("others")}
          </Button>
        </>
      }
    />
  );
}
