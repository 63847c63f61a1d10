"use client";

import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { api } from "../../../trpc/client.tsx";
import { Button } from "../../../ui/button.tsx";
import { Sheet } from "../../../ui/dialog.tsx";
import { Field } from "../../../ui/field.tsx";
import { FormError } from "../../../ui/form/form-error.tsx";
import { Input } from "../../../ui/input.tsx";
import { PhoneInput } from "../../../ui/phone-input.tsx";
import { Select } from "../../../ui/select.tsx";
import { useNotify } from "../../../ui/toast.tsx";
import { clockText, dayText, localDay, timeText } from "../../../ui/when.ts";
import { useSentence } from "../../accounts/problem.ts";
import { instantOf } from "../explain/local-instant.ts";

interface Props {
  /** Epoch ms. */
  start: number;
  zone: string;
  now: string;
  onExplain: (instant: string) => void;
  onClose: () => void;
}

type Kind = "meeting" | "block";
const SOMEBODY_NEW = "";

/** A free time was tapped: an appointment for somebody, time of one's own, or why nobody can book it. */
export function NewSheet({ start, zone, now, onExplain, onClose }: Props) {
  const t = useTranslations("calendar.fresh");
  const common = useTranslations("common");
  const sentence = useSentence();
  const formId = useId();
  const form = useNew(start, zone, now, onClose);
  const { values, set, clients, services, error, busy } = form;
  return (
    <Sheet
      open
      onOpenChange={(open) => open || onClose()}
      title={t("title")}
      footer={
        <>
          {form.instant && (
            <Button variant="quiet" onClick={() => onExplain(form.instant ?? "")}>
              {t("why")}
            </Button>
          )}
          <Button type="submit" form={formId} busy={busy && common("saving")}>
            {t(values.kind === "meeting" ? "book" : "block")}
          </Button>
        </>
      }
    >
      <form id={formId} className="grid gap-4" onSubmit={form.submit}>
        <Field label={t("kind")}>
          <Select
            value={values.kind}
            onChange={({ currentTarget }) =>
              set({ kind: currentTarget.value === "block" ? "block" : "meeting" })
            }
          >
            <option value="meeting">{t("meeting")}</option>
            <option value="block">{t("own")}</option>
          </Select>
        </Field>
        {values.kind === "meeting" ? (
          <>
            <Field label={t("client")}>
              <Select
                value={values.client}
                onChange={({ currentTarget }) => set({ client: currentTarget.value })}
              >
                <option value={SOMEBODY_NEW}>{t("newClient")}</option>
                {clients.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </Select>
            </Field>
            {values.client === SOMEBODY_NEW && (
              <>
                <Field label={t("name")}>
                  <Input
                    required
                    maxLength={120}
                    value={values.name}
                    onChange={({ currentTarget }) => set({ name: currentTarget.value })}
                  />
                </Field>
                <Field label="WhatsApp">
                  <PhoneInput
                    required
                    value={values.phone}
                    onValueChange={(phone) => set({ phone })}
                  />
                </Field>
              </>
            )}
            <ServiceChoice values={values} set={set} services={services} />
          </>
        ) : (
          <Field label={t("what")}>
            <Input
              required
              maxLength={120}
              value={values.title}
              onChange={({ currentTarget }) => set({ title: currentTarget.value })}
            />
          </Field>
        )}
        <When values={values} set={set} />
        <FormError>{error !== null && sentence(error)}</FormError>
      </form>
    </Sheet>
  );
}

type Form = ReturnType<typeof useNew>;

function ServiceChoice({ values, set, services }: Pick<Form, "values" | "set" | "services">) {
  const t = useTranslations("calendar.fresh");
  return (
    <Field label={t("service")}>
      <Select
        value={values.service || services[0]?.id}
        onChange={({ currentTarget }) => set({ service: currentTarget.value })}
      >
        {services.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function When({ values, set }: Pick<Form, "values" | "set">) {
  const t = useTranslations("calendar.fresh");
  const field = (name: "date" | "time" | "until", type: "date" | "time") => (
    <Field label={t(name)}>
      <Input
        type={type}
        required
        value={values[name]}
        onChange={({ currentTarget }) => set({ [name]: currentTarget.value })}
      />
    </Field>
  );
  return (
    <div className="grid grid-cols-2 gap-3">
      {field("date", "date")}
      {field("time", "time")}
      {values.kind === "block" && field("until", "time")}
    </div>
  );
}

function useNew(start: number, zone: string, now: string, onClose: () => void) {
  const t = useTranslations("calendar.fresh");
  const locale = useLocale();
  const notify = useNotify();
  const utils = api.useUtils();
  const [values, setValues] = useState({
    kind: "meeting" as Kind,
    client: SOMEBODY_NEW,
    name: "",
    phone: "",
    service: "",
    title: t("ownTitle"),
    date: localDay(start, zone),
    time: clockText(start, zone),
    until: clockText(start + 3_600_000, zone),
  });
  const clients = api.clients.list.useQuery({ limit: 100 });
  const services = api.booking.listServices.useQuery({});
  const offered = services.data?.services.filter(({ active }) => active) ?? [];
  const done = {
    onSuccess: ({ startsAt }: { startsAt: string }) => {
      const day = dayText(localDay(startsAt, zone), locale, now, zone);
      notify.done(t("done", { when: `${day}, ${timeText(startsAt, zone, locale)}` }));
      onClose();
    },
    onSettled: () => Promise.all([utils.booking.invalidate(), utils.clients.invalidate()]),
  };
  const book = api.booking.bookForClient.useMutation(done);
  const block = api.booking.blockTime.useMutation(done);
  const instant = instantOf(values.date, values.time, zone);
  return {
    values,
    set: (next: Partial<typeof values>) => setValues({ ...values, ...next }),
    clients: clients.data?.items ?? [],
    services: offered,
    instant,
    error: values.kind === "meeting" ? book.error : block.error,
    busy: book.isPending || block.isPending,
    submit(event: FormEvent) {
      event.preventDefault();
      const until = instantOf(values.date, values.until, zone);
      const { client, name, phone, title } = values;
      const serviceId = values.service || offered[0]?.id;
      if (values.kind === "block") {
        if (instant && until) block.mutate({ title, from: instant, until });
      } else if (instant && serviceId) {
        const whom = client === SOMEBODY_NEW ? { name, phone } : { id: client };
        book.mutate({ client: whom, serviceId, startsAt: instant });
      }
    },
  };
}
