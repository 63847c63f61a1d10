"use client";

import type { Service } from "@odys/shared/booking/schema";
import type { Currency } from "@odys/shared/kernel/money";
import { Briefcase, ChevronRight, Plus, Zap } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { api } from "../../../trpc/client.tsx";
import { useSentence } from "../../accounts/problem.ts";
import { Button } from "../../../ui/button.tsx";
import { cn } from "../../../ui/cn.ts";
import { PageHeader } from "../../../ui/page-header.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { EmptyState, ErrorState } from "../../../ui/states.tsx";
import { SERVICE_EDGE } from "../agenda/service-color.ts";
import { priceText } from "../page/words.ts";
import { ServiceSheet } from "./service-sheet.tsx";
import { durationText } from "../../../ui/when.ts";

interface Props {
  currency: Currency;
  /** Whether the plan lets a booking be confirmed without anybody. */
  canAutomate: boolean;
}

/** On a phone the button floats above the tabs, where the thumb is. */
const BY_THE_THUMB =
  "max-md:fixed max-md:right-4 max-md:bottom-[calc(4.75rem+env(safe-area-inset-bottom))] max-md:z-20 max-md:shadow-float";

/** What can be booked, in the order of the booking page; archived services stand apart at the end. */
export function ServiceList({ currency, canAutomate }: Props) {
  const t = useTranslations("services");
  const common = useTranslations("common");
  const sentence = useSentence();
  const services = api.booking.listServices.useQuery({});
  const [editing, setEditing] = useState<Service | "new" | null>(null);

  const add = (className?: string) => (
    <Button onClick={() => setEditing("new")} className={className}>
      <Plus aria-hidden />
      {t("add")}
    </Button>
  );
  const all = services.data?.services ?? [];
  const active = all.filter((service) => service.active);
  const archived = all.filter((service) => !service.active);
  return (
    <>
      <PageHeader
        title={t("title")}
        text={t("text")}
        actions={active.length > 0 && add(BY_THE_THUMB)}
      />
      {services.isPending && <ListSkeleton />}
      {services.isError && (
        <ErrorState
          title={t("failed")}
          text={sentence(services.error)}
          action={<Button onClick={() => void services.refetch()}>{common("retry")}</Button>}
        />
      )}
      {services.isSuccess && active.length === 0 && (
        <EmptyState
          icon={<Briefcase />}
          title={t("empty")}
          text={t("emptyText")}
          action={add()}
          className="rounded-lg border border-dashed border-line-strong"
        />
      )}
      <Rows services={active} label={t("title")} onEdit={setEditing} />
      {archived.length > 0 && (
        <>
          <h2 className="mt-10 mb-3 text-lg font-semibold">{t("archived")}</h2>
          <Rows services={archived} label={t("archived")} onEdit={setEditing} />
        </>
      )}
      {editing !== null && (
        <ServiceSheet
          service={editing === "new" ? null : editing}
          currency={currency}
          canAutomate={canAutomate}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}

interface RowsProps {
  services: readonly Service[];
  label: string;
  onEdit: (service: Service) => void;
}

function Rows({ services, label, onEdit }: RowsProps) {
  const t = useTranslations("services");
  const places = useTranslations("services.place");
  const locale = useLocale();
  if (services.length === 0) return null;
  return (
    <ul aria-label={label} className="grid gap-2">
      {services.map((service) => (
        <li key={service.id}>
          <button
            type="button"
            onClick={() => onEdit(service)}
            className="flex min-h-18 w-full items-center gap-4 overflow-hidden rounded-lg border border-line bg-surface pr-3 text-left shadow-low hover:border-line-strong"
          >
            <span
              aria-hidden
              className={cn(
                "w-1 self-stretch",
                SERVICE_EDGE[service.color],
                !service.active && "opacity-40",
              )}
            />
            <span className="min-w-0 flex-1 py-3">
              <span className="block font-medium break-words">{service.name}</span>
              <span className="block text-sm text-ink-soft tabular-nums">
                {durationText(service.durationMinutes, locale)} · {places(service.place)}
              </span>
              {service.active && service.confirmation === "automatic" && (
                <span className="mt-0.5 flex items-center gap-1.5 text-sm text-ink-soft">
                  <Zap aria-hidden className="size-3.5" />
                  {t("automatic")}
                </span>
              )}
            </span>
            <span className="shrink-0 font-medium tabular-nums">
              {service.price.amount === 0 ? t("free") : priceText(service.price, locale)}
            </span>
            <ChevronRight aria-hidden className="size-5 shrink-0 text-ink-faint" />
          </button>
        </li>
      ))}
    </ul>
  );
}

function ListSkeleton() {
  return (
    <div className="grid gap-2" aria-hidden>
      <Skeleton className="h-18 rounded-lg" />
      <Skeleton className="h-18 rounded-lg" />
      <Skeleton className="h-18 rounded-lg" />
    </div>
  );
}
