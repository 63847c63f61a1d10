"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense, useEffect, useMemo } from "react";
import { isFree, keyHelp, useKeyGroup } from "../../../ui/keys/registry.ts";
import type { Place } from "./commands.tsx";
import { palette } from "./open.ts";
import { useCommandKey } from "./palette-button.tsx";

// Most visits need neither: they come when they are asked for.
const PalettePanel = lazy(() => import("./palette-panel.tsx"));
const KeysDialog = lazy(() => import("../../../ui/keys/keys-dialog.tsx"));

/** Listens for the keys of the whole dashboard, and shows what they open. */
export function PaletteHost(place: Place) {
  const t = useTranslations("palette.keys");
  const command = useCommandKey();
  const searching = palette.useOpen();
  const helping = keyHelp.useOpen();
  const group = useMemo(
    () => ({
      title: t("everywhere"),
      keys: [
        { what: t("search"), keys: [command, "K"] },
        { what: t("close"), keys: ["Esc"] },
        { what: t("help"), keys: ["?"] },
      ],
    }),
    [t, command],
  );
  useKeyGroup(group);
  useEffect(() => {
    document.addEventListener("keydown", press);
    return () => {
      document.removeEventListener("keydown", press);
      palette.set(false);
      keyHelp.set(false);
    };
  }, []);
  return (
    <Suspense>
      {searching && <PalettePanel place={place} onClose={() => palette.set(false)} />}
      {helping && <KeysDialog title={t("title")} onClose={() => keyHelp.set(false)} />}
    </Suspense>
  );
}

function press(event: KeyboardEvent): void {
  const command = (event.metaKey || event.ctrlKey) && !event.altKey && !event.shiftKey;
  if (command && event.key.toLowerCase() === "k") {
    event.preventDefault();
    // Over a dialog it would hide what that asks; over itself it is the way back.
    if (document.querySelector("[role=alertdialog], [role=dialog]")) palette.set(false);
    else palette.set(true);
  } else if (event.key === "?" && isFree(event)) {
    event.preventDefault();
    keyHelp.set(true);
  }
}
