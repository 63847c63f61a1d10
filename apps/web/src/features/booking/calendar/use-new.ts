"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { api } from "../../../trpc/client.tsx";
import { useNotify } from "../../../ui/toast.tsx";
import { clockText, localDay } from "../../../ui/when.ts";
import { instantOf } from "../explain/local-instant.ts";
import type { Whom } from "./client-choice.tsx";
import { refusalOf } from "./refusal.ts";
import { useWhen } from "./taken-note.tsx";

export interface NewOptions {
  /** Epoch ms. */
  start: number;
  /** Whom it is for, where one comes from their page. */
  client: string | null;
  /** Time of one's own is what is meant, until something else is chosen. */
  block: boolean;
  zone: string;
  now: string;
  onClose: () => void;
}

type Kind = "meeting" | "block";

/** What the form of something new holds, and how it is sent. */
export function useNew(options: NewOptions) {
  const { zone, now } = options;
  const { values, change, instant, pick } = useValues(options);
  const [missing, setMissing] = useState(false);
  const { whom, nobody, ...people } = useWhom(options.client);
  const { book, block } = useSending(zone, now, options.onClose);
  const services = api.booking.listServices.useQuery({});
  const offered = services.data?.services.filter(({ active }) => active) ?? [];
  const meeting = values.kind === "meeting";
  const error = meeting ? book.error : block.error;
  const refusal = error ? refusalOf(error) : null;
  const overlaps = refusal?.overlaps.map(({ id }) => id) ?? [];
  const reason = values.reason.trim();
  const override = overlaps.length > 0 ? { override: { reason, overlaps } } : {};
  const forget = () => {
    // What was in the way of another time is not in the way of this one.
    if (book.isError) book.reset();
    if (block.isError) block.reset();
    setMissing(false);
  };
  function bookNow(startsAt: string) {
    const serviceId = values.service || offered[0]?.id;
    if (!whom) return people.setNobody(true);
    const { name, phone } = values;
    const client = whom.id === null ? { name, phone } : { id: whom.id };
    if (serviceId) book.mutate({ client, serviceId, startsAt, ...override });
  }
  return {
    values,
    whom,
    nobody,
    offered,
    instant,
    error,
    refusal,
    missing,
    busy: book.isPending || block.isPending,
    set(next: Partial<typeof values>) {
      change(next);
      if (!("reason" in next)) forget();
    },
    choose(next: Whom) {
      people.choose(next);
      if (next?.id === null) change({ name: next.name });
    },
    pick(at: number) {
      pick(at);
      forget();
    },
    submit(event: FormEvent) {
      event.preventDefault();
      if (overlaps.length > 0 && !reason) return setMissing(true);
      const until = instantOf(values.date, values.until, zone);
      if (instant && meeting) bookNow(instant);
      else if (instant && until)
        block.mutate({ title: values.title, from: instant, until, ...override });
    },
  };
}

function useValues({ start, block, zone }: NewOptions) {
  const kind: Kind = block ? "block" : "meeting";
  const t = useTranslations("calendar.fresh");
  const [values, setValues] = useState({
    kind,
    name: "",
    phone: "",
    service: "",
    title: t("ownTitle"),
    date: localDay(start, zone),
    time: clockText(start, zone),
    until: clockText(start + 3_600_000, zone),
    reason: "",
  });
  const instant = instantOf(values.date, values.time, zone);
  const change = (next: Partial<typeof values>) => setValues((before) => ({ ...before, ...next }));
  return {
    values,
    instant,
    change,
    /** Another start; a block keeps its length. */
    pick(at: number) {
      const length =
        Date.parse(instantOf(values.date, values.until, zone) ?? "") - Date.parse(instant ?? "");
      const until = Number.isNaN(length) ? values.until : clockText(at + length, zone);
      change({ date: localDay(at, zone), time: clockText(at, zone), until });
    },
  };
}

/** Undefined until somebody chooses: so long it is whose page led here. */
function useWhom(client: string | null) {
  const [chosen, setChosen] = useState<Whom | undefined>();
  /** It was sent without anybody it is for. */
  const [nobody, setNobody] = useState(false);
  const known = api.clients.get.useQuery({ id: client ?? "" }, { enabled: client !== null });
  return {
    whom: chosen === undefined ? (known.data ?? null) : chosen,
    nobody,
    setNobody,
    choose(next: Whom) {
      setChosen(next);
      setNobody(false);
    },
  };
}

function useSending(zone: string, now: string, onClose: () => void) {
  const t = useTranslations("calendar.fresh");
  const notify = useNotify();
  const utils = api.useUtils();
  const when = useWhen(zone, now);
  const done = {
    onSuccess: ({ startsAt }: { startsAt: string }) => {
      notify.done(t("done", { when: when(startsAt) }));
      onClose();
    },
    onSettled: () => Promise.all([utils.booking.invalidate(), utils.clients.invalidate()]),
  };
  return {
    book: api.booking.bookForClient.useMutation(done),
    block: api.booking.blockTime.useMutation(done),
  };
}
