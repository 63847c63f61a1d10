"use client";

import { ERROR_CODES } from "@odys/shared/kernel/errors";
import type { BookInput, Booking } from "@odys/shared/booking/schema";
import { useMutation } from "@tanstack/react-query";
import { useMemo, useRef, useState } from "react";
import { api } from "../../../trpc/client.tsx";
import type { Booked } from "./booked.ts";
import { useDevice } from "./device.ts";
import { type Guest, guestOf, NOBODY, readRemembered, remember } from "./guest.ts";
import { problemOf, type Problem } from "./problem.ts";
import { useProof } from "./use-proof.ts";

/** Random enough to be nobody else's; `crypto.randomUUID` is missing where a page is not https. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}

/**
 * Who books and the booking itself. What is typed outlives every change of step and every refusal.
 * The same wish sent again, because no answer came, carries the same key and so happens once.
 */
export function useBooking(onBooked: (booking: Booking, guest: Booked["guest"]) => void) {
  const utils = api.useUtils();
  const attempt = useRef({ body: "", key: "" });
  const { guest, setGuest, keep, setKeep } = useGuest();
  const { proofFor, needsEmail, setNeedsEmail } = useProof();
  const book = async (wish: BookInput, anew: boolean): Promise<Booking> => {
    const proof = await proofFor(wish, anew);
    const input = { ...wish, ...(proof !== undefined && { proof }) };
    const body = JSON.stringify(input);
    if (attempt.current.body !== body) attempt.current = { body, key: newKey() };
    return utils.client.booking.book.mutate(input, {
      context: { idempotencyKey: attempt.current.key },
    });
  };
  const mutation = useMutation({
    mutationFn: (wish: BookInput): Promise<Booking> =>
      book(wish, false).catch((error: unknown) => {
        const { need } = problemOf(error, ERROR_CODES);
        if (need === "email") setNeedsEmail(true);
        // What was worked out is too old or too little by now: nothing that a person should hear of.
        if (need === "proof") return book(wish, true);
        throw error;
      }),
    onSuccess: (booking) => {
      attempt.current = { body: "", key: "" };
      remember(keep ? guest : null);
      setGuest({ ...guest, message: "" });
      const { name, phone, email } = guest;
      onBooked(booking, { name: name.trim(), phone, email: email.trim() });
    },
    // Booked or refused: what was shown as free is no longer the truth.
    onSettled: () => void utils.booking.listSlots.invalidate(),
  });
  const { error } = mutation;
  const problem = useMemo<Problem | null>(
    () => (error ? problemOf(error, ERROR_CODES) : null),
    [error],
  );
  return {
    guest,
    setGuest,
    keep,
    setKeep,
    problem,
    busy: mutation.isPending,
    /** The mailbox has to confirm, so there has to be one. */
    needsEmail,
    /** To be called as soon as a slot is chosen: its proof is then ready before the form is. */
    prepare: proofFor,
    /** Takes the last refusal off the screen. */
    forget: mutation.reset,
    send: (wish: Pick<BookInput, "slug" | "serviceId" | "startsAt" | "website">) => {
      const { name, phone, message } = guest;
      const email = guest.email.trim();
      mutation.mutate({ ...wish, name, phone, message, ...(email && { email }) });
    },
  };
}

/** Filled in from the device for whoever asked for that, until they type something else. */
function useGuest() {
  const known = useDevice(readRemembered);
  const [typed, setGuest] = useState<Guest | null>(null);
  const [wanted, setKeep] = useState<boolean | null>(null);
  return {
    guest: typed ?? (known === null ? NOBODY : guestOf(known)),
    setGuest,
    keep: wanted ?? known !== null,
    setKeep,
  };
}
