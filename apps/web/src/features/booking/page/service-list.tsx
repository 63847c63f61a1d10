"use client";

import type { BookingPage } from "@odys/shared/booking/schema";
import { ChevronRight } from "lucide-react";
import { useLocale, useTranslations } from "../../../i18n/slim.tsx";
import { StepLink } from "./step-link.tsx";
import type { Step } from "./use-choice.ts";
import { priceText } from "./words.ts";
import { durationText } from "../../../ui/when.ts";

type Service = BookingPage["services"][number];

const EDGE: Record<Service["color"], string> = {
  teal: "bg-service-teal",
  amber: "bg-service-amber",
  rose: "bg-service-rose",
  indigo: "bg-service-indigo",
  olive: "bg-service-olive",
  slate: "bg-service-slate",
};

/** "R$ 180,00", or "Grátis" where nothing is to be paid. */
export function PriceText({ price }: { price: Service["price"] }) {
  const t = useTranslations("booking.price");
  const locale = useLocale();
  return <>{price.amount === 0 ? t("free") : priceText(price, locale)}</>;
}

/** What can be booked: one tap chooses. */
export function ServiceList({
  services,
  stepTo,
  onIntent,
}: {
  services: readonly Service[];
  stepTo: (id: string) => Step;
  /** Somebody is about to choose it. */
  onIntent: (id: string) => void;
}) {
  const t = useTranslations("booking.place");
  const locale = useLocale();
  return (
    <ul className="grid gap-3">
      {services.map(({ id, name, description, durationMinutes, price, place, color }) => (
        <li key={id}>
          <StepLink
            step={stepTo(id)}
            onPointerEnter={() => onIntent(id)}
            onFocus={() => onIntent(id)}
            className="group relative flex w-full items-center gap-3 overflow-hidden rounded-lg border border-line bg-surface py-4 pr-3 pl-6 text-left shadow-low transition-colors duration-100 hover:border-action"
          >
            <span aria-hidden className={`absolute inset-y-0 left-0 w-1.5 ${EDGE[color]}`} />
            <span className="min-w-0 flex-1">
              <span className="flex flex-wrap items-baseline justify-between gap-x-4">
                <span className="text-base font-semibold">{name}</span>
                <span className="font-medium tabular-nums">
                  <PriceText price={price} />
                </span>
              </span>
              <span className="block text-sm text-ink-soft">
                {durationText(durationMinutes, locale)} · {t(place)}
              </span>
              {description && (
                <span className="mt-1.5 block text-sm text-pretty text-ink-soft">
                  {description}
                </span>
              )}
            </span>
            <ChevronRight
              aria-hidden
              className="size-5 shrink-0 text-ink-faint group-hover:text-action-ink"
            />
          </StepLink>
        </li>
      ))}
    </ul>
  );
}
