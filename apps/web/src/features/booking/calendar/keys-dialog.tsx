"use client";

import { useTranslations } from "next-intl";
import { Dialog } from "../../../ui/dialog.tsx";
import { Kbd } from "../../../ui/kbd.tsx";

const KEYS = [
  ["step", ["←", "→"]],
  ["today", ["t"]],
  ["views", ["d", "w", "m"]],
  ["new", ["n"]],
  ["between", ["↑", "↓", "←", "→"]],
  ["open", ["Enter"]],
  ["escape", ["Esc"]],
  ["help", ["?"]],
] as const;

/** What the keyboard does here. */
export function KeysDialog({
  open,
  onOpenChange,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const t = useTranslations("calendar.keys");
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("title")}>
      <dl className="grid gap-3">
        {KEYS.map(([what, keys]) => (
          <div key={what} className="flex items-center justify-between gap-4">
            <dt>{t(what)}</dt>
            <dd className="flex gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
