"use client";

import type { Client } from "@odys/shared/clients/schema";
import {
  Archive,
  ArchiveRestore,
  CalendarPlus,
  ChevronLeft,
  MessageCircle,
  Pencil,
} from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { api } from "../../../trpc/client.tsx";
import { Avatar } from "../../../ui/avatar.tsx";
import { Badge } from "../../../ui/badge.tsx";
import { ButtonLink } from "../../../ui/button-link.tsx";
import { Button } from "../../../ui/button.tsx";
import { ErrorState } from "../../../ui/states.tsx";
import { useNotify } from "../../../ui/toast.tsx";
import { useSentence } from "../../accounts/problem.ts";
import { ClientConsent } from "./client-consent.tsx";
import { ClientContact } from "./client-contact.tsx";
import { ClientFigures } from "./client-figures.tsx";
import { ClientHistory } from "./client-history.tsx";
import { ClientSheet } from "./client-sheet.tsx";
import { MergedRows } from "./merged-rows.tsx";

interface Props {
  id: string;
  zone: string;
  now: string;
}

/** One client: how to reach them, how it has gone so far, and all that was ever agreed. */
export function ClientPage({ id, zone, now }: Props) {
  const t = useTranslations("clients");
  const common = useTranslations("common");
  const sentence = useSentence();
  const query = api.clients.get.useQuery({ id });
  const [editing, setEditing] = useState(false);
  const back = (
    <Link
      href="/dashboard/clients"
      className="-ml-2 inline-flex min-h-11 items-center gap-1 rounded-md px-2 text-ink-soft hover:text-ink"
    >
      <ChevronLeft aria-hidden className="size-5" />
      {t("title")}
    </Link>
  );
  if (query.isError)
    return (
      <>
        {back}
        <ErrorState
          heading="h1"
          title={t("failedOne")}
          text={sentence(query.error)}
          action={<Button onClick={() => void query.refetch()}>{common("retry")}</Button>}
        />
      </>
    );
  if (!query.data) return back;
  const client = query.data;
  return (
    <>
      {back}
      <header className="mt-2 mb-6 flex flex-wrap items-center gap-x-4 gap-y-4">
        <Avatar name={client.name} size="lg" />
        <div className="min-w-0 flex-1 basis-52">
          <h1 className="text-2xl font-semibold tracking-tight wrap-anywhere">{client.name}</h1>
          {client.archivedAt && <Badge className="mt-1">{t("isArchived")}</Badge>}
        </div>
        <div className="flex w-full flex-wrap gap-2 sm:w-auto">
          <ButtonLink href={`/dashboard/agenda?new=1&client=${id}`} className="max-sm:flex-1">
            <CalendarPlus aria-hidden />
            {t("book")}
          </ButtonLink>
          <ButtonLink href={`/dashboard/messages/${id}`} variant="secondary">
            <MessageCircle aria-hidden />
            {t("message")}
          </ButtonLink>
          <Button variant="secondary" onClick={() => setEditing(true)}>
            <Pencil aria-hidden />
            {t("edit")}
          </Button>
        </div>
      </header>
      <ClientContact client={client} />
      <ClientConsent clientId={id} zone={zone} now={now} />
      <ClientFigures client={client} zone={zone} now={now} />
      <ClientHistory clientId={id} zone={zone} now={now} />
      <MergedRows clientId={id} />
      <ArchiveButton client={client} />
      {editing && <ClientSheet client={client} onClose={() => setEditing(false)} />}
    </>
  );
}

function ArchiveButton({ client: { id, name, archivedAt } }: { client: Client }) {
  const t = useTranslations("clients");
  const notify = useNotify();
  const sentence = useSentence();
  const utils = api.useUtils();
  const archive = api.clients.archive.useMutation({
    onSuccess: (saved) =>
      notify.done(t(saved.archivedAt ? "archivedToast" : "restored", { name }), {
        undo: () => archive.mutate({ id, archived: !saved.archivedAt }),
      }),
    onError: (error) => notify.failed(sentence(error)),
    onSettled: () => utils.clients.invalidate(),
  });
  return (
    <div className="mt-10 border-t border-line pt-6">
      <Button
        variant="quiet"
        busy={archive.isPending && t("saving")}
        onClick={() => archive.mutate({ id, archived: !archivedAt })}
      >
        {archivedAt ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />}
        {archivedAt ? t("restore") : t("archive")}
      </Button>
      {!archivedAt && <p className="mt-1 px-4 text-sm text-ink-soft">{t("archiveHint")}</p>}
    </div>
  );
}
