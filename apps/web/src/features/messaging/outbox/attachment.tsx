"use client";

import { Download, Paperclip } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "../../../ui/button.tsx";
import type { LocalMessage } from "./letter.tsx";

type File = LocalMessage["attachments"][number];

/** A file that came with a mail: to be kept as a mail program would, or looked into. */
export function Attachment({ file }: { file: File }) {
  const t = useTranslations("outbox");
  return (
    <div className="rounded-md border border-line">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1 pr-1 pl-3">
        <Paperclip aria-hidden className="size-4 shrink-0 text-ink-soft" />
        <span className="min-w-0 grow truncate font-medium">{file.filename}</span>
        <Button variant="quiet" onClick={() => save(file)}>
          <Download aria-hidden />
          {t("download")}
        </Button>
      </div>
      <details className="border-t border-line text-sm">
        <summary className="flex min-h-11 cursor-pointer items-center px-3 text-ink-soft">
          {t("showContent")}
        </summary>
        <pre className="px-3 pb-3 break-all whitespace-pre-wrap">{file.content}</pre>
      </details>
    </div>
  );
}

function save({ filename, contentType, content }: File): void {
  const url = URL.createObjectURL(new Blob([content], { type: contentType }));
  const link = document.createElement("a");
  link.href = url;
  link.download = filename;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
