"use client";

import { MAX_MESSAGE_LENGTH } from "@odys/shared/messaging/conversation-schema";
import { SendHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { cn } from "../../../ui/cn.ts";
import { controlClass } from "../../../ui/control-class.ts";
import { FilePicker } from "./file-picker.tsx";
import type { Outgoing } from "./use-thread.ts";

interface Props {
  clientId: string;
  /** Whom one writes to. */
  name: string;
  outgoing: Outgoing;
}

/** From so many characters on it is said how many are left. */
const NEARLY = MAX_MESSAGE_LENGTH - 200;

/** Where one writes. Enter sends where there is a keyboard; on a phone it breaks the line, and the button sends. */
export function Composer({ clientId, name, outgoing }: Props) {
  const t = useTranslations("messages");
  const field = useRef<HTMLTextAreaElement>(null);
  const { draft, setDraft, send } = outgoing;
  const left = MAX_MESSAGE_LENGTH - draft.length;
  useEffect(() => {
    if (matchMedia("(pointer: fine)").matches) field.current?.focus({ preventScroll: true });
  }, [clientId]);
  const press = (event: KeyboardEvent) => {
    const plain = event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing;
    if (!plain || !matchMedia("(pointer: fine)").matches) return;
    event.preventDefault();
    send();
  };
  return (
    <form
      className="flex items-end gap-1 px-2 pb-2 md:px-4 md:pb-4"
      onSubmit={(event) => {
        event.preventDefault();
        send();
        field.current?.focus();
      }}
    >
      <FilePicker clientId={clientId} deliver={outgoing.deliver} />
      <div className="min-w-0 flex-1">
        <textarea
          ref={field}
          rows={1}
          value={draft}
          maxLength={MAX_MESSAGE_LENGTH}
          onChange={({ target }) => setDraft(target.value)}
          onKeyDown={press}
          aria-label={t("writeTo", { name })}
          placeholder={t("placeholder")}
          enterKeyHint="send"
          className={cn(
            controlClass,
            "field-sizing-content max-h-[30dvh] min-h-11 resize-none py-2.5",
          )}
        />
        {draft.length > NEARLY && (
          <p className="mt-1 text-right text-xs text-ink-soft tabular-nums">
            {t("left", { left })}
          </p>
        )}
      </div>
      <button
        type="submit"
        aria-label={t("send")}
        title={t("send")}
        disabled={draft.trim() === ""}
        className="inline-flex size-11 shrink-0 items-center justify-center rounded-md bg-action text-on-action transition-colors duration-100 hover:bg-action-hover disabled:bg-sunken disabled:text-ink-faint"
      >
        <SendHorizontal aria-hidden className="size-5" />
      </button>
    </form>
  );
}
