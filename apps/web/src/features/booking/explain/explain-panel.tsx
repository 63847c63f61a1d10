"use client";

import { keepPreviousData } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { api } from "../../../trpc/client.tsx";
import { useSentence } from "../../accounts/problem.ts";
import { Button } from "../../../ui/button.tsx";
import { Field } from "../../../ui/field.tsx";
import { Input } from "../../../ui/input.tsx";
import { Select } from "../../../ui/select.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { ErrorState } from "../../../ui/states.tsx";
import { clockText, localDay } from "../../../ui/when.ts";
import { plusDays } from "../hours/dates.ts";
import { ExplainAnswer } from "./explain-answer.tsx";
import { instantOf } from "./local-instant.ts";

interface Props {
  /** The practice's zone: dates and times are meant there. */
  zone: string;
  /** Which time is asked about, ISO 8601; left out: tomorrow at ten. */
  instant?: string;
  /** The first service that is offered when left out. */
  serviceId?: string;
  /** The way to the rule was taken. */
  onLeave?: () => void;
}

/** "Why can't they book at ten?": a service, a day and a time, and the answer. */
export function ExplainPanel({ zone, instant, serviceId, onLeave }: Props) {
  const t = useTranslations("explain");
  const common = useTranslations("common");
  const sentence = useSentence();
  const [service, setService] = useState(serviceId);
  const [date, setDate] = useState(() =>
    instant ? localDay(instant, zone) : plusDays(localDay(Date.now(), zone), 1),
  );
  const [time, setTime] = useState(() => (instant ? clockText(instant, zone) : "10:00"));
  const list = api.booking.listServices.useQuery({});
  const services = list.data?.services ?? [];
  const chosen = service ?? (services.find(({ active }) => active) ?? services[0])?.id;
  const startsAt = instantOf(date, time, zone);
  const explained = api.booking.explainSlot.useQuery(
    { serviceId: chosen ?? "", startsAt: startsAt ?? "" },
    { enabled: chosen !== undefined && startsAt !== null, placeholderData: keepPreviousData },
  );
  const ask = (at: string) => {
    setDate(localDay(at, zone));
    setTime(clockText(at, zone));
  };
  const failed = list.error ?? explained.error;
  return (
    <div className="grid gap-5">
      <div className="grid gap-4">
        <Field label={t("service")}>
          <Select value={chosen ?? ""} onChange={(event) => setService(event.currentTarget.value)}>
            {services.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <div className="grid grid-cols-2 gap-4">
          <Field label={t("date")}>
            <Input
              type="date"
              value={date}
              onChange={(event) => setDate(event.currentTarget.value)}
            />
          </Field>
          <Field label={t("time")}>
            <Input
              type="time"
              step={300}
              value={time}
              onChange={(event) => setTime(event.currentTarget.value)}
            />
          </Field>
        </div>
      </div>
      <div aria-live="polite">
        {failed ? (
          <ErrorState
            title={t("failed")}
            text={sentence(failed)}
            action={
              <Button onClick={() => void (list.error ? list : explained).refetch()}>
                {common("retry")}
              </Button>
            }
          />
        ) : explained.data ? (
          <ExplainAnswer
            explained={explained.data}
            now={explained.dataUpdatedAt}
            onChoose={ask}
            onLeave={onLeave}
          />
        ) : list.isSuccess && services.length === 0 ? (
          <p className="text-ink-soft">{t("noService")}</p>
        ) : (
          <Skeleton className="h-32 rounded-lg" />
        )}
      </div>
    </div>
  );
}
