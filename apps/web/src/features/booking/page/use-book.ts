"use client";

import { ERROR_CODES } from "@odys/shared/kernel/errors";
import type { BookInput, Booking } from "@odys/shared/booking/schema";
import { useMutation } from "@tanstack/react-query";
import { useMemo, useRef } from "react";
import { api } from "../../../trpc/client.tsx";
import { problemOf, type Problem } from "./problem.ts";

/** Random enough to be nobody else's; `crypto.randomUUID` is missing where a page is not https. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}

/**
 * Books. The same wish sent again, because no answer came, carries the same key and so happens
 * once; another wish has another key.
 */
export function useBook(onBooked: (booking: Booking) => void) {
  const utils = api.useUtils();
  const attempt = useRef({ body: "", key: "" });
  const mutation = useMutation({
    mutationFn: (input: BookInput): Promise<Booking> => {
      const body = JSON.stringify(input);
      if (attempt.current.body !== body) attempt.current = { body, key: newKey() };
      return utils.client.booking.book.mutate(input, {
        context: { idempotencyKey: attempt.current.key },
      });
    },
    onSuccess: (booking) => {
      attempt.current = { body: "", key: "" };
      onBooked(booking);
    },
    // Booked or refused: what was shown as free is no longer the truth.
    onSettled: () => void utils.booking.listSlots.invalidate(),
  });
  const { error } = mutation;
  const problem = useMemo<Problem | null>(
    () => (error ? problemOf(error, ERROR_CODES) : null),
    [error],
  );
  return { book: mutation.mutate, busy: mutation.isPending, problem, forget: mutation.reset };
}
