"use client";

import type { DeviceDto } from "@odys/shared/accounts/schema";
import { Laptop, Smartphone } from "lucide-react";
import { useTranslations } from "next-intl";
import { api } from "../../../trpc/client.tsx";
import { Badge } from "../../../ui/badge.tsx";
import { Button } from "../../../ui/button.tsx";
import { useNotify } from "../../../ui/toast.tsx";
import { WhenText } from "../../../ui/when-text.tsx";
import { isProblem, useSentence } from "../problem.ts";
import { deviceName } from "./device-name.ts";

/** One device: what it is, when and from where it was seen, and a way to end its session. */
export function DeviceRow({ device, now, zone }: { device: DeviceDto; now: number; zone: string }) {
  const t = useTranslations("settings.devices");
  const { browser, system, isPhone } = deviceName(device.userAgent);
  const name =
    browser && system ? t("onSystem", { browser, system }) : (browser ?? system ?? t("unknown"));
  const Icon = isPhone ? Smartphone : Laptop;
  return (
    <li className="flex items-center gap-4 px-4 py-3">
      <Icon aria-hidden className="size-6 shrink-0 text-ink-soft" strokeWidth={1.6} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
          {name}
          {device.current && <Badge tone="good">{t("current")}</Badge>}
        </p>
        <p className="text-sm text-ink-soft">
          {t.rich("lastSeen", {
            when: () => <WhenText at={device.lastSeenAt} now={now} zone={zone} />,
          })}
          {device.ipAddress && (
            <span className="tabular-nums"> · {t("address", { ip: device.ipAddress })}</span>
          )}
        </p>
      </div>
      {!device.current && <EndSession id={device.id} name={name} />}
    </li>
  );
}

function EndSession({ id, name }: { id: string; name: string }) {
  const t = useTranslations("settings.devices");
  const sentence = useSentence();
  const notify = useNotify();
  const utils = api.useUtils();
  const gone = async () => {
    notify.done(t("revoked", { device: name }));
    await utils.accounts.listDevices.invalidate();
  };
  const end = api.accounts.revokeDevice.useMutation({
    onSuccess: gone,
    // Already ended elsewhere: what was asked for is so.
    onError: (error) => (isProblem(error, "NOT_FOUND") ? gone() : notify.failed(sentence(error))),
  });
  return (
    <Button
      variant="secondary"
      size="sm"
      aria-label={t("revokeOf", { device: name })}
      busy={end.isPending && t("revoking")}
      onClick={() => end.mutate({ id })}
    >
      {t("revoke")}
    </Button>
  );
}
