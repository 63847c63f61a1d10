"use client";

import type { LocalMessagePage } from "@odys/shared/messaging/schema";
import { useTranslations } from "next-intl";
import { Attachment } from "./attachment.tsx";
import { WhenText } from "../../../ui/when-text.tsx";

export type LocalMessage = LocalMessagePage["items"][number];

interface Props {
  mail: LocalMessage;
  zone: string;
  now: string;
}

/** The text of a mail with its links alive. Its HTML stays out: it is meant for mail programs. */
export function Letter({ mail, zone, now }: Props) {
  const t = useTranslations("outbox");
  return (
    <article
      aria-label={t("letter")}
      className="min-w-0 rounded-lg border border-line bg-surface p-5 shadow-low md:p-7"
    >
      <h2 className="text-lg font-semibold text-balance">{mail.subject}</h2>
      <dl className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 text-sm text-ink-soft">
        <dt>{t("to")}</dt>
        <dd className="break-all">{mail.recipient}</dd>
        <dt>{t("sent")}</dt>
        <dd>
          <WhenText at={mail.createdAt} zone={zone} now={now} />
        </dd>
      </dl>
      <div className="mt-5 max-w-[70ch] border-t border-line pt-5 leading-relaxed break-words whitespace-pre-line">
        {mail.text.split(/(https?:\/\/\S+)/u).map((part, index) =>
          part.startsWith("http") ? (
            <a key={index} className="break-all text-action-ink underline" href={part}>
              {part}
            </a>
          ) : (
            part
          ),
        )}
      </div>
      {mail.attachments.length > 0 && (
        <ul aria-label={t("attachments")} className="mt-5 grid gap-2 border-t border-line pt-5">
          {mail.attachments.map((file) => (
            <li key={file.filename}>
              <Attachment file={file} />
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}
