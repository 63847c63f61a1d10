"use client";

import { FileText, Paperclip } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import { useSentence } from "../../accounts/problem.ts";
import { sizeText } from "./file-size.ts";
import { uploadFile } from "./send-file.ts";
import type { Outgoing } from "./use-thread.ts";

interface Props {
  clientId: string;
  deliver: Outgoing["deliver"];
}

/** Chooses a picture or a PDF, shows it, and sends it when that is confirmed. */
export function FilePicker({ clientId, deliver }: Props) {
  const t = useTranslations("messages");
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  return (
    <>
      <IconButton
        label={t("attach")}
        icon={<Paperclip aria-hidden />}
        onClick={() => input.current?.click()}
      />
      <input
        ref={input}
        type="file"
        hidden
        accept="image/jpeg,image/png,image/webp,application/pdf"
        onChange={({ target }) => {
          setFile(target.files?.[0] ?? null);
          target.value = "";
        }}
      />
      {file && (
        <Preview file={file} clientId={clientId} deliver={deliver} onClose={() => setFile(null)} />
      )}
    </>
  );
}

function Preview({
  file,
  clientId,
  deliver,
  onClose,
}: Props & { file: File; onClose: () => void }) {
  const t = useTranslations("messages");
  const common = useTranslations("common");
  const { percent, problem, send } = useSending(file, clientId, deliver, onClose);
  const picture = usePicture(file);
  const busy = percent !== null;
  return (
    <Dialog
      open
      onOpenChange={(open) => open || busy || onClose()}
      title={t("sendFile")}
      footer={
        <>
          <Button variant="secondary" disabled={busy} onClick={onClose}>
            {common("cancel")}
          </Button>
          <Button
            busy={busy && t("sending", { percent: percent ?? 0 })}
            onClick={() => void send()}
          >
            {problem ? common("retry") : t("send")}
          </Button>
        </>
      }
    >
      {picture ? (
        // oxlint-disable-next-line next/no-img-element -- a file of this device: there is nothing to optimise
        <img
          src={picture}
          alt=""
          className="mx-auto max-h-80 rounded-lg bg-sunken object-contain"
        />
      ) : (
        <FileText aria-hidden className="mx-auto my-6 size-14 text-action-ink" />
      )}
      <p className="mt-3 text-center wrap-anywhere">
        {file.name} <span className="text-ink-soft">({sizeText(file.size)})</span>
      </p>
      {busy && (
        <progress
          value={percent ?? 0}
          max={100}
          aria-label={t("sendFile")}
          className="mt-3 h-1.5 w-full accent-action"
        />
      )}
      {problem && (
        <p role="alert" className="mt-3 text-center text-bad">
          {problem}
        </p>
      )}
    </Dialog>
  );
}

function useSending(file: File, clientId: string, deliver: Props["deliver"], onDone: () => void) {
  const t = useTranslations("messages.fileProblem");
  const sentence = useSentence();
  const [percent, setPercent] = useState<number | null>(null);
  const [problem, setProblem] = useState("");
  // What has been taken is not sent again because a message failed.
  const taken = useRef<string | null>(null);
  const [key] = useState(() => crypto.randomUUID());
  const send = async () => {
    setProblem("");
    setPercent(0);
    try {
      if (taken.current === null) {
        const answer = await uploadFile(file, clientId, setPercent);
        if ("problem" in answer) {
          const { problem: why } = answer;
          setProblem(why.kind === "other" ? sentence(why.error ?? {}) : t(why.kind));
          return;
        }
        taken.current = answer.id;
      }
      await deliver(key, { file: { id: taken.current, name: nameOf(file) } });
      onDone();
    } catch (error) {
      setProblem(sentence(error));
    } finally {
      setPercent(null);
    }
  };
  return { percent, problem, send };
}

/** As the server takes it: one line, not too long, its end kept. */
function nameOf({ name }: File): string {
  const line = name.replaceAll(/[\p{Cc}\p{Cf}]/gu, "").trim();
  return line.length > 120 ? line.slice(-120).trim() : line || "file";
}

/** An address of a picture of this device, for as long as it is shown. */
function usePicture(file: File): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!file.type.startsWith("image/")) return undefined;
    const made = URL.createObjectURL(file);
    let gone = false;
    queueMicrotask(() => void (gone || setUrl(made)));
    return () => {
      gone = true;
      URL.revokeObjectURL(made);
    };
  }, [file]);
  return url;
}
