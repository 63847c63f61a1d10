"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Sheet } from "../../../ui/dialog.tsx";
import { ExplainPanel } from "./explain-panel.tsx";

interface Props extends Omit<ComponentProps<typeof ExplainPanel>, "onLeave"> {
  onClose: () => void;
}

/** The panel beside whatever the question came from: the hours, or an empty time of the agenda. */
export function ExplainSheet({ onClose, ...asked }: Props) {
  const t = useTranslations("explain");
  return (
    <Sheet
      open
      onOpenChange={(open) => open || onClose()}
      title={t("title")}
      description={t("text")}
    >
      <ExplainPanel {...asked} onLeave={onClose} />
    </Sheet>
  );
}
