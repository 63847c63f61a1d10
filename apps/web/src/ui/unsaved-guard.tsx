"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";

/**
 * Asks before a page with unsaved changes is left: by a link of the app with a dialog, by closing or
 * reloading the tab with the browser's own question.
 */
export function UnsavedGuard({ when }: { when: boolean }) {
  const router = useRouter();
  const [wanted, setWanted] = useState<string | null>(null);

  useEffect(() => {
    if (!when) return undefined;
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      const href = linkWithin(event);
      if (href === null) return;
      event.preventDefault();
      event.stopPropagation();
      setWanted(href);
    };
    window.addEventListener("beforeunload", onUnload);
    // Before the router hears of it.
    document.addEventListener("click", onClick, true);
    return () => {
      window.removeEventListener("beforeunload", onUnload);
      document.removeEventListener("click", onClick, true);
    };
  }, [when]);

  return (
    <LeaveDialog
      open={wanted !== null}
      onStay={() => setWanted(null)}
      onLeave={() => {
        if (wanted !== null) router.push(wanted);
        setWanted(null);
      }}
    />
  );
}

/** The address that a plain click on a link of this app leads to, when that is another page. */
function linkWithin(event: MouseEvent): string | null {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return null;
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || (link.target !== "" && link.target !== "_self"))
    return null;
  const to = new URL(link.href);
  if (to.origin !== location.origin || to.pathname === location.pathname) return null;
  return to.pathname + to.search + to.hash;
}

interface LeaveProps {
  open: boolean;
  onStay: () => void;
  onLeave: () => void;
}

/** The one question that cannot be an undo: what was typed would be gone. */
export function LeaveDialog({ open, onStay, onLeave }: LeaveProps) {
  const t = useTranslations("common.unsaved");
  return (
    <Dialog
      open={open}
      onOpenChange={onStay}
      title={t("title")}
      description={t("text")}
      footer={
        <>
          <Button variant="secondary" onClick={onLeave}>
            {t("leave")}
          </Button>
          <Button onClick={onStay}>{t("stay")}</Button>
        </>
      }
    />
  );
}
