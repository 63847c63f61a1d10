"use client";

import { useEffect } from "react";
import { api } from "../../../trpc/client.tsx";
import { agendaInput, type AgendaOptions } from "./agenda-input.ts";
import { step } from "./range.ts";

/** Should the stream of changes be cut off, the calendar is asked for again by the clock. */
const REFRESH_MS = 60_000;

/** The days that are shown, and those a step away before they are asked for. */
export function useAgenda(options: AgendaOptions) {
  const { view, day, first, cancelled } = options;
  const utils = api.useUtils();
  const agenda = api.booking.listAgenda.useQuery(agendaInput(options), {
    refetchInterval: REFRESH_MS,
  });
  const there = agenda.isSuccess;
  useEffect(() => {
    if (!there) return undefined;
    // After what is looked at has been drawn.
    const timer = setTimeout(() => {
      for (const by of [1, -1] as const) {
        const beside = step(view === "day" ? "week" : view, day, by);
        void utils.booking.listAgenda.prefetch(
          agendaInput({ view, day: beside, first, cancelled }),
        );
      }
    }, 400);
    return () => clearTimeout(timer);
  }, [there, view, day, first, cancelled, utils]);
  return agenda;
}
