"use client";

import { LOCAL_CHANNELS } from "@odys/shared/messaging/delivery";
import { ArrowUpDown, Mail, MessageCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "../../../ui/button.tsx";
import { Switch } from "../../../ui/switch.tsx";

type Way = (typeof LOCAL_CHANNELS)[number];
const ICONS = { whatsapp: MessageCircle, mail: Mail };

interface Props<C extends string> {
  value: readonly C[];
  onChange: (channels: (C | Way)[]) => void;
}

/** By which ways clients hear of their appointments; the first is tried first. One at least. */
export function ChannelOrder<C extends string>({ value, onChange }: Props<C>) {
  const t = useTranslations("messageSettings.channels");
  const on = (way: Way) => value.some((one) => one === way);
  const shown = LOCAL_CHANNELS.toSorted((a, b) => place(value, a) - place(value, b));
  const toggle = (way: Way) =>
    onChange(on(way) ? value.filter((one) => one !== way) : [...value, way]);
  return (
    <>
      <ol className="divide-y divide-line rounded-lg border border-line bg-surface px-4 shadow-low">
        {shown.map((way) => {
          const Icon = ICONS[way];
          const rank = place(value, way) + 1;
          return (
            <li key={way} className="flex items-center gap-3 py-1">
              <Icon aria-hidden className="size-5 shrink-0 text-ink-soft" />
              <Switch
                className="flex-1"
                label={t(way)}
                hint={on(way) ? t(rank === 1 ? "first" : "then") : t("off")}
                checked={on(way)}
                disabled={on(way) && value.length === 1}
                onChange={() => toggle(way)}
              />
            </li>
          );
        })}
      </ol>
      {value.length > 1 && (
        <Button variant="quiet" className="mt-2" onClick={() => onChange([...value].toReversed())}>
          <ArrowUpDown aria-hidden className="size-4" />
          {t("swap")}
        </Button>
      )}
    </>
  );
}

function place(value: readonly string[], way: Way): number {
  const found = value.indexOf(way);
  return found === -1 ? value.length + LOCAL_CHANNELS.indexOf(way) : found;
}
