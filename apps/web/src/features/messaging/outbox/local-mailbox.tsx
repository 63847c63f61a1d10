"use client";

import { Inbox } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { api } from "../../../trpc/client.tsx";
import { useSentence } from "../../accounts/problem.ts";
import { Button } from "../../../ui/button.tsx";
import { cn } from "../../../ui/cn.ts";
import { Field } from "../../../ui/field.tsx";
import { Input } from "../../../ui/input.tsx";
import { PageHeader } from "../../../ui/page-header.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { EmptyState, ErrorState } from "../../../ui/states.tsx";
import { WhenText } from "../../../ui/when-text.tsx";

const REFRESH_MS = 3000;

interface Props {
  zone: string;
  now: string;
}

/** The mails that left through the local driver, as their readers would see them. */
export function LocalMailbox({ zone, now }: Props) {
  const t = useTranslations("outbox");
  const common = useTranslations("common");
  const sentence = useSentence();
  const [recipient, setRecipient] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const list = api.messaging.listLocalMessages.useInfiniteQuery(
    {},
    { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined, refetchInterval: REFRESH_MS },
  );
  const all = list.data?.pages.flatMap((page) => page.items) ?? [];
  const items = all.filter((item) => item.recipient.includes(recipient.trim().toLowerCase()));
  const open = items.find(({ id }) => id === chosen) ?? items[0];
  return (
    <>
      <PageHeader title={t("title")} text={t("text")} />
      {list.isPending && <Skeleton className="h-96 rounded-lg" />}
      {list.isError && (
        <ErrorState
          title={t("failed")}
          text={sentence(list.error)}
          action={<Button onClick={() => void list.refetch()}>{common("retry")}</Button>}
        />
      )}
      {list.isSuccess && all.length === 0 && (
        <EmptyState icon={<Inbox />} title={t("empty")} text={t("emptyText")} />
      )}
      {all.length > 0 && (
        <div className="grid items-start gap-6 lg:grid-cols-[20rem_minmax(0,1fr)]">
          <div className="grid gap-3">
            <Field label={t("filter")} hideLabel>
              <Input
                type="search"
                placeholder={t("filter")}
                value={recipient}
                onChange={({ currentTarget }) => setRecipient(currentTarget.value)}
              />
            </Field>
            <ul aria-label={t("title")} className="grid max-h-[70dvh] gap-1 overflow-y-auto">
              {items.map((item) => (
                <li key={item.id}>
                  <button
                    type="button"
                    aria-current={item.id === open?.id}
                    onClick={() => setChosen(item.id)}
                    className={cn(
                      "block w-full rounded-md px-3 py-2.5 text-left hover:bg-sunken",
                      item.id === open?.id && "bg-action-soft",
                    )}
                  >
                    <span className="block truncate font-medium">{item.subject}</span>
                    <span className="flex justify-between gap-3 text-sm text-ink-soft">
                      <span className="truncate">{item.recipient}</span>
                      <span className="shrink-0">
                        <WhenText at={item.createdAt} zone={zone} now={now} />
                      </span>
                    </span>
                  </button>
                </li>
              ))}
            </ul>
            {list.hasNextPage && (
              <Button variant="secondary" onClick={() => void list.fetchNextPage()}>
                {common("loadMore")}
              </Button>
            )}
          </div>
          {open ? (
            <Letter
              subject={open.subject}
              recipient={open.recipient}
              text={open.text}
              label={t("letter")}
              to={t("to")}
            />
          ) : (
            <EmptyState title={t("noMatch")} />
          )}
        </div>
      )}
    </>
  );
}

interface LetterProps {
  subject: string;
  recipient: string;
  text: string;
  label: string;
  to: string;
}

/** The text of a mail with its links alive. Its HTML stays out: it is meant for mail programs. */
function Letter({ subject, recipient, text, label, to }: LetterProps) {
  return (
    <article
      aria-label={label}
      className="min-w-0 rounded-lg border border-line bg-surface p-6 shadow-low"
    >
      <h2 className="text-lg font-semibold">{subject}</h2>
      <p className="mt-1 text-sm break-all text-ink-soft">
        {to} {recipient}
      </p>
      <div className="mt-5 max-w-[70ch] leading-relaxed break-words whitespace-pre-line">
        {text.split(/(https?:\/\/\S+)/u).map((part, index) =>
          part.startsWith("http") ? (
            // oxlint-disable-next-line react/no-array-index-key -- parts of one text never change places
            <a key={index} className="text-action-ink underline" href={part}>
              {part}
            </a>
          ) : (
            part
          ),
        )}
      </div>
    </article>
  );
}
