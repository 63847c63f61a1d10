import type { ConversationMessage } from "@odys/shared/messaging/conversation-schema";
import { Download, FileText } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "../../../ui/cn.ts";
import { clockText } from "../../../ui/when.ts";
import { sizeText } from "./file-size.ts";
import { Ticks, wayOf } from "./ticks.tsx";

interface BubbleProps {
  own: boolean;
  /** Right after another of the same author. */
  follows: boolean;
  foot: ReactNode;
  failed?: boolean;
  children: ReactNode;
}

/** What one said, at one's own side. */
export function Bubble({ own, follows, foot, failed, children }: BubbleProps) {
  return (
    <div
      className={cn(
        "w-fit max-w-[min(32rem,85%)] rounded-lg px-3.5 py-2",
        follows ? "mt-1" : "mt-3",
        own ? "ml-auto bg-action-soft" : "border border-line bg-surface",
        own && !follows && "rounded-tr-sm",
        !own && !follows && "rounded-tl-sm",
        failed && "border border-bad bg-surface",
      )}
    >
      <div className="whitespace-pre-wrap wrap-anywhere">{children}</div>
      <div className="mt-0.5 flex items-center justify-end gap-1.5 text-xs text-ink-soft tabular-nums">
        {foot}
      </div>
    </div>
  );
}

interface Props {
  message: ConversationMessage & { follows: boolean };
  side: "professional" | "client";
  zone: string;
  /** Whose name is read before a message, for those who do not see its side. */
  authorName: string;
}

/** One message as it is there. */
export function MessageBubble({ message, side, zone, authorName }: Props) {
  const t = useTranslations("messages");
  const reasons = useTranslations("messages.reason");
  const { author, createdAt, delivery, way } = message;
  const own = author === side;
  const failed = own && wayOf(message) === "failed";
  return (
    <Bubble
      own={own}
      follows={message.follows}
      failed={failed}
      foot={
        <>
          {failed && delivery && (
            <span className="text-bad">
              {reasons(
                delivery.reason === "opted_out" || delivery.reason === "no_whatsapp"
                  ? delivery.reason
                  : "other",
              )}
            </span>
          )}
          {way === "whatsapp" && <span>{t("byWhatsApp")}</span>}
          <time dateTime={createdAt}>{clockText(createdAt, zone)}</time>
          {own && <Ticks way={wayOf(message)} />}
        </>
      }
    >
      <span className="sr-only">{authorName}: </span>
      <Content message={message} />
    </Bubble>
  );
}

function Content({ message: { kind, text, file } }: Pick<Props, "message">) {
  const t = useTranslations("messages");
  if (kind === "link")
    return (
      <a
        href={text}
        target="_blank"
        rel="noopener noreferrer nofollow ugc"
        className="text-action-ink underline underline-offset-3"
      >
        {text}
      </a>
    );
  if (kind === "text") return text;
  if (!file) return <span className="text-ink-soft italic">{t("fileGone")}</span>;
  if (file.contentType.startsWith("image/"))
    return (
      <a href={file.url} target="_blank" rel="noreferrer" className="-mx-1.5 block">
        {/* oxlint-disable-next-line next/no-img-element -- only who is signed in may read it: nothing to optimise in between */}
        <img
          src={file.url}
          alt={file.name}
          loading="lazy"
          className="my-1 max-h-72 min-h-16 w-full min-w-32 rounded-lg bg-sunken object-cover"
        />
      </a>
    );
  return (
    <a
      href={file.url}
      download={file.name}
      className="flex min-h-11 items-center gap-3 rounded-md hover:underline"
    >
      <FileText aria-hidden className="size-7 shrink-0 text-action-ink" />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{file.name}</span>
        <span className="block text-xs text-ink-soft">PDF · {sizeText(file.size)}</span>
      </span>
      <Download aria-hidden className="size-4.5 shrink-0 text-ink-soft" />
    </a>
  );
}
