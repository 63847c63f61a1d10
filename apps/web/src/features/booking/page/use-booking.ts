"use client";

import type { BookInput, Booking } from "@odys/shared/booking/schema";
import { ERROR_CODES } from "@odys/shared/kernel/errors";
import { useRef, useState } from "react";
import { tell } from "../../../trpc/slim.ts";
import type { Booked } from "./booked.ts";
import { useDevice } from "./device.ts";
import { type Guest, guestOf, NOBODY, readRemembered, remember, type Sent } from "./guest.ts";
import { problemOf, type Problem } from "./problem.ts";
import { outdate } from "./slots-store.ts";
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
export function useBooking(
  sent: Sent | null,
  onBooked: (booking: Booking, guest: Booked["guest"]) => void,
) {
  const attempt = useRef({ body: "", key: "" });
  const { guest, setGuest, keep, setKeep } = useGuest(sent);
  const [problem, setProblem] = useState<Problem | null>(sent?.problem ?? null);
  const [busy, setBusy] = useState(false);
  const { proofFor, needsEmail, setNeedsEmail } = useProof();

  async function book(wish: BookInput, anew: boolean): Promise<Booking> {
    const proof = await proofFor(wish, anew);
    const input = { ...wish, ...(proof !== undefined && { proof }) };
    const body = JSON.stringify(input);
    if (attempt.current.body !== body) attempt.current = { body, key: newKey() };
    return tell("booking", "book", input, attempt.current.key);
  }

  /** What was worked out may be too old or too little by now: nothing that a person should hear of. */
  function bookAgain(wish: BookInput, error: unknown): Promise<Booking> {
    const { need } = problemOf(error, ERROR_CODES);
    if (need === "email") setNeedsEmail(true);
    if (need === "proof") return book(wish, true);
    throw error;
  }

  async function send(
    wish: Pick<BookInput, "slug" | "serviceId" | "startsAt" | "answers" | "website">,
  ) {
    if (busy) return;
    const { name, phone, message } = guest;
    const email = guest.email.trim();
    const input = { ...wish, name, phone, message, ...(email && { email }) };
    setBusy(true);
    setProblem(null);
    try {
      const booking = await book(input, false).catch((error: unknown) => bookAgain(input, error));
      attempt.current = { body: "", key: "" };
      remember(keep ? guest : null);
      setGuest({ ...guest, message: "", answers: {} });
      onBooked(booking, { name: name.trim(), phone, email });
    } catch (error) {
      setProblem(problemOf(error, ERROR_CODES));
    }
    setBusy(false);
    outdate();
  }

  return {
    guest,
    setGuest,
    keep,
    setKeep,
    problem,
    busy,
    /** The mailbox has to confirm, so there has to be one. */
    needsEmail,
    /** To be called as soon as a slot is chosen: its proof is then ready before the form is. */
    prepare: proofFor,
    /** Takes the last refusal off the screen. */
    forget: () => setProblem(null),
    send: (wish: Parameters<typeof send>[0]) => void send(wish),
  };
}

/** Filled in from the device for whoever asked for that, until they type something else. */
function useGuest(sent: Sent | null) {
  const known = useDevice(readRemembered);
  const [typed, setGuest] = useState<Guest | null>(sent?.guest ?? null);
  const [wanted, setKeep] = useState<boolean | null>(null);
  return {
    guest: typed ?? (known === null ? NOBODY : guestOf(known)),
    setGuest,
    keep: wanted ?? known !== null,
    setKeep,
  };
}
