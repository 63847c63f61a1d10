"use client";

import type { Booking } from "@odys/shared/booking/schema";
import { useEffect, useState } from "react";
import type { Guest } from "./guest.ts";

/** What the confirmation shows: the booking as the server answered it, and who it is for. */
export interface Booked {
  booking: Omit<Booking, "manageToken">;
  guest: Omit<Guest, "message">;
}

const KEY = "odys.booked";

function isBooked(value: unknown, id: string): value is Booked {
  if (typeof value !== "object" || value === null) return false;
  if (!("booking" in value && "guest" in value)) return false;
  const { booking } = value;
  return (
    typeof booking === "object" &&
    booking !== null &&
    "appointmentId" in booking &&
    booking.appointmentId === id
  );
}

/** The confirmation survives a reload of its tab, and is gone with the tab. The manage secret is not kept. */
export function useBooked(id: string | undefined) {
  const [booked, setBooked] = useState<Booked | null>(null);
  const shown = booked?.booking.appointmentId === id ? booked : null;
  useEffect(() => {
    if (!id || shown) return;
    try {
      const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
      if (isBooked(kept, id)) setBooked(kept);
    } catch {
      // Without storage there is no confirmation to come back to; the booking stands all the same.
    }
  }, [id, shown]);
  return {
    booked: shown,
    setBooked: ({ booking, guest }: { booking: Booking; guest: Booked["guest"] }) => {
      const { manageToken: _, ...rest } = booking;
      const next = { booking: rest, guest };
      setBooked(next);
      try {
        sessionStorage.setItem(KEY, JSON.stringify(next));
      } catch {
        // As above.
      }
    },
  };
}
