"use client";

import { useTranslations } from "next-intl";
import { api } from "../../../trpc/client.tsx";
import { Button } from "../../../ui/button.tsx";
import { maskPhone } from "../../../ui/phone-mask.ts";
import { useMerge } from "./use-merge.ts";

/** Who was merged into this client, and the way to take them apart again. */
export function MergedRows({ clientId }: { clientId: string }) {
  const t = useTranslations("clients.duplicates");
  const { data } = api.clients.listMerges.useQuery({ clientId });
  const { undo, pending } = useMerge();
  if (!data || data.items.length === 0) return null;
  return (
    <section aria-label={t("mergedTitle")} className="mt-10 border-t border-line pt-6">
      <h2 className="mb-2 text-lg font-semibold">{t("mergedTitle")}</h2>
      <ul className="divide-y divide-line">
        {data.items.map(({ id, name, phone }) => (
          <li key={id} className="flex min-h-14 items-center justify-between gap-4">
            <span className="min-w-0 wrap-anywhere">
              {name} <span className="text-ink-soft">{maskPhone(phone)}</span>
            </span>
            <Button variant="quiet" disabled={pending} onClick={() => undo(id)}>
              {t("undo")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
