"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import * as Radix from "radix-ui/dialog";
import { useEffect, useRef, type ReactNode } from "react";
import { cn } from "./cn.ts";
import { iconButtonClass } from "./icon-button.tsx";
import { provideStyleNonce } from "./style-nonce.ts";

interface Props {
  /** Uncontrolled when left out: then `trigger` opens it. */
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  trigger?: ReactNode;
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons, the main one last. */
  footer?: ReactNode;
  className?: string;
}

// On a phone both rise from the thumb's edge; on a desktop a dialog stands in the middle, a sheet at the side.
const PANEL =
  "rise fixed z-50 flex flex-col bg-surface shadow-float outline-none inset-x-0 bottom-0 max-h-[92dvh] rounded-t-xl pb-[env(safe-area-inset-bottom)]";
const MIDDLE =
  "md:inset-x-auto md:bottom-auto md:top-1/2 md:left-1/2 md:w-[min(32rem,calc(100vw-4rem))] md:-translate-x-1/2 md:-translate-y-1/2 md:rounded-xl";
const SIDE =
  "md:inset-y-0 md:right-0 md:left-auto md:h-dvh md:max-h-none md:w-[min(28rem,90vw)] md:rounded-none md:rounded-l-xl";

function Panel({ where, ...props }: Props & { where: string }) {
  const { open, onOpenChange, trigger, title, description, children, footer, className } = props;
  const t = useTranslations("common");
  const focus = useFocusBack();
  useEffect(provideStyleNonce, []);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className="appear fixed inset-0 z-50 bg-scrim" />
        <Radix.Content
          className={cn(PANEL, where, className)}
          {...(trigger ? {} : focus)}
          {...(description ? {} : { "aria-describedby": undefined })}
        >
          <div className="flex items-start gap-4 p-5 pb-3">
            <div className="min-w-0 flex-1">
              <Radix.Title className="text-lg leading-7 font-semibold break-words">
                {title}
              </Radix.Title>
              {description && (
                <Radix.Description className="mt-1 text-ink-soft">{description}</Radix.Description>
              )}
            </div>
            <Radix.Close className={cn(iconButtonClass, "-mt-2 -mr-2")} aria-label={t("close")}>
              <X aria-hidden />
            </Radix.Close>
          </div>
          {children && <div className="min-h-0 flex-1 overflow-y-auto px-5 pb-5">{children}</div>}
          {footer && (
            <div className="flex flex-col-reverse gap-2 border-t border-line p-4 sm:flex-row sm:justify-end">
              {footer}
            </div>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Back to where one was. By itself Radix knows the way to a trigger only, and most panels are opened without. */
function useFocusBack() {
  const before = useRef<Element | null>(null);
  return {
    onOpenAutoFocus: () => {
      before.current = document.activeElement;
    },
    onCloseAutoFocus: (event: Event) => {
      if (!(before.current instanceof HTMLElement) || !before.current.isConnected) return;
      event.preventDefault();
      before.current.focus();
    },
  };
}

/** A question that has to be answered before going on. */
export function Dialog(props: Props) {
  return <Panel {...props} where={MIDDLE} />;
}

/** More about one thing, beside the list that it came from. */
export function Sheet(props: Props) {
  return <Panel {...props} where={SIDE} />;
}

export const DialogClose = Radix.Close;
