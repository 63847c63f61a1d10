"use client";

import type { Booking } from "@odys/shared/booking/schema";
import { useState } from "react";
import { fieldsOf, keep, readKept, useDevice } from "./device.ts";
import type { Guest } from "./guest.ts";

/** What the confirmation shows: the booking as the server answered it, and who it is for. */
export interface Booked {
  booking: Booking;
  guest: Pick<Guest, "name" | "phone" | "email">;
}

const KEY = "odys.booked";
const readBooked = () => readKept("sessionStorage", KEY);

function isBooked(value: unknown): value is Booked {
  return typeof value === "object" && value !== null && "booking" in value && "guest" in value;
}

/** The confirmation survives a reload of its tab, and is gone with the tab, the secret of its link with it. */
export function useBooked(id: string | undefined) {
  const [latest, setLatest] = useState<Booked | null>(null);
  const kept: unknown = fieldsOf(useDevice(readBooked));
  const booked = [latest, isBooked(kept) ? kept : null].find(
    (one) => id !== undefined && one?.booking.appointmentId === id,
  );
  return {
    booked,
    setBooked: (next: Booked) => {
      setLatest(next);
      keep("sessionStorage", KEY, JSON.stringify(next));
    },
  };
}
