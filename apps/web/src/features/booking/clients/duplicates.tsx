"use client";

import type { Duplicate } from "@odys/shared/clients/merge-schema";
import { Merge, UsersRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { api } from "../../../trpc/client.tsx";
import { Button } from "../../../ui/button.tsx";
import { Sheet } from "../../../ui/dialog.tsx";
import { Field } from "../../../ui/field.tsx";
import { maskPhone } from "../../../ui/phone-mask.ts";
import { RadioCards } from "../../../ui/radio-cards.tsx";
import { useMerge } from "./use-merge.ts";

/** A quiet word that some clients may be one person, and the way to make them one. */
export function Duplicates() {
  const t = useTranslations("clients.duplicates");
  const [open, setOpen] = useState(false);
  const { data } = api.clients.listDuplicates.useQuery({});
  const items = data?.items ?? [];
  if (items.length === 0 && !open) return null;
  return (
    <>
      <Button variant="quiet" className="-mt-3 mb-3" onClick={() => setOpen(true)}>
        <UsersRound aria-hidden />
        {t("hint", { count: items.length })}
      </Button>
      <Sheet open={open} onOpenChange={setOpen} title={t("title")} description={t("text")}>
        {items.length === 0 ? (
          <p className="text-ink-soft">{t("none")}</p>
        ) : (
          <ul className="grid gap-5">
            {items.map((pair) => (
              <Pair key={pair.clients.map(({ id }) => id).join(" ")} pair={pair} />
            ))}
          </ul>
        )}
      </Sheet>
    </>
  );
}

/** Two beside each other; who is kept is chosen, the older unless told. */
function Pair({ pair: { reason, clients } }: { pair: Duplicate }) {
  const t = useTranslations("clients.duplicates");
  const name = useId();
  const [kept, setKept] = useState(clients[0].id);
  const { merge, pending } = useMerge();
  const other = clients.find(({ id }) => id !== kept);
  return (
    <li className="rounded-lg border border-line p-4">
      <p className="mb-3 text-sm text-ink-soft">{t(reason)}</p>
      <Field label={t("keep")} group>
        <RadioCards
          name={name}
          value={kept}
          onValueChange={setKept}
          options={clients.map(({ id, name: called, phone, email }) => ({
            value: id,
            label: called,
            detail: [maskPhone(phone), email].filter(Boolean).join(" · "),
          }))}
        />
      </Field>
      {other && (
        <Button
          variant="secondary"
          className="mt-3"
          busy={pending && t("merging")}
          onClick={() => merge({ keptId: kept, mergedId: other.id })}
        >
          <Merge aria-hidden />
          {t("merge")}
        </Button>
      )}
    </li>
  );
}
