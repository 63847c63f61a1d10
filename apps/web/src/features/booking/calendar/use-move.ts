"use client";

import type { Agenda, AgendaItem } from "@odys/shared/booking/agenda-schema";
import { useQueryClient } from "@tanstack/react-query";
import { getQueryKey } from "@trpc/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { api } from "../../../trpc/client.tsx";
import { useNotify } from "../../../ui/toast.tsx";
import { dayText, localDay, timeText } from "../../../ui/when.ts";
import { useSentence } from "../../accounts/problem.ts";
import { isTaken, type Obstacles, obstaclesOf, wishFor, withMoved } from "./conflict.ts";
import { refusalOf } from "./refusal.ts";

/** Another time for an item. Epoch ms. */
export interface Move {
  item: AgendaItem;
  start: number;
  end: number;
}

/** A move that would lie over something, and what: to be wanted by name, or not at all. */
export interface MoveQuestion extends Move {
  overlaps: { id: string; name: string; from: number; to: number }[];
  /** The nearest free starts, as the server says them. Epoch ms. */
  alternatives: number[];
}

/** Gives things another time: shown at once, undone in one tap, taken back when the server says no. */
export function useMove(zone: string) {
  const [question, setQuestion] = useState<MoveQuestion | null>(null);
  const send = useSend(zone, (move, refusal) => setQuestion({ ...move, ...refusal }));
  return {
    question,
    /** What was dropped is moved; over something else it is asked for first. */
    drop(agenda: Agenda, { item, start, end }: Move, now: number): void {
      if (start === Date.parse(item.startsAt) && end === Date.parse(item.endsAt)) return;
      const obstacles = obstaclesOf(agenda, wishFor(item, start, end), now);
      const move = { item, start, end };
      if (!isTaken(obstacles)) return void send(move);
      setQuestion({ ...move, overlaps: namesOf(obstacles), alternatives: [] });
    },
    answer(answer: { reason: string } | { start: number } | null): void {
      setQuestion(null);
      if (!question || !answer) return;
      const { item, start, end } = question;
      if ("reason" in answer) {
        const overlaps = question.overlaps.map(({ id }) => id);
        void send({ item, start, end }, { reason: answer.reason, overlaps });
      } else void send({ item, start: answer.start, end: answer.start + (end - start) });
    },
  };
}

function namesOf({ over, near }: Obstacles): MoveQuestion["overlaps"] {
  return [...over, ...near].map(({ id, client, title, startsAt, endsAt }) => ({
    id,
    name: client?.name ?? title,
    from: Date.parse(startsAt),
    to: Date.parse(endsAt),
  }));
}

type OnRefused = (move: Move, refusal: Omit<MoveQuestion, keyof Move>) => void;

/** Sends a move, and says what came of it. */
function useSend(zone: string, onRefused: OnRefused) {
  const t = useTranslations("calendar");
  const locale = useLocale();
  const notify = useNotify();
  const sentence = useSentence();
  const agendas = useAgendas();
  const utils = api.useUtils();
  const reschedule = api.booking.reschedule.useMutation({
    onSettled: () => utils.booking.invalidate(),
  });
  const said = (at: number) =>
    `${dayText(localDay(at, zone), locale, Date.now(), zone)}, ${timeText(at, zone, locale)}`;

  async function send(
    move: Move,
    override?: { reason: string; overlaps: string[] },
    undone = false,
  ) {
    const { item, start, end } = move;
    const putBack = await agendas.show(move);
    const durationMinutes = (end - start) / 60_000;
    const startsAt = new Date(start).toISOString();
    try {
      const { warning } = await reschedule.mutateAsync({
        id: item.id,
        startsAt,
        durationMinutes,
        ...(override && { override }),
      });
      const name = item.client?.name ?? item.title;
      const text = t(undone ? "movedBack" : "moved", { name, when: said(start) });
      const before = { item, start: Date.parse(item.startsAt), end: Date.parse(item.endsAt) };
      notify.done(
        warning ? `${text} ${t(`warning.${warning}`)}` : text,
        undone ? {} : { undo: () => void send(before, undefined, true) },
      );
    } catch (error) {
      putBack();
      const refusal = refusalOf(error);
      if (refusal) onRefused(move, refusal);
      else notify.failed(sentence(error));
    }
  }
  return send;
}

/** Every range of the agenda that this page keeps. */
function useAgendas() {
  const client = useQueryClient();
  const queryKey = getQueryKey(api.booking.listAgenda);
  return {
    /** Shows the move in all of them. Answers what takes it back. */
    async show({ item, start, end }: Move): Promise<() => void> {
      await client.cancelQueries({ queryKey });
      const before = client.getQueriesData<Agenda>({ queryKey });
      client.setQueriesData<Agenda>({ queryKey }, (agenda) =>
        agenda ? withMoved(agenda, item.id, start, end) : agenda,
      );
      return () => {
        for (const [key, agenda] of before) client.setQueryData(key, agenda);
      };
    },
  };
}
