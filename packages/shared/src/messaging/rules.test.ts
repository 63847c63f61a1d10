import { describe, expect, it } from "vitest";
import { APPOINTMENT_STATUSES } from "../booking/status.ts";
import { noticesOf, noticesOfMove } from "./rules.ts";

const told = (...change: Parameters<typeof noticesOf>) =>
  noticesOf(...change).map(({ to, notification, mail }) => [to, notification, mail]);

describe("who hears of a change", () => {
  it("a request: the professional, and the client has it in writing", () => {
    expect(told({ from: null, to: "pending_confirmation", by: "client" })).toEqual([
      ["professional", "booking_requested", "bookingRequest"],
      ["client", null, "requestReceived"],
    ]);
    expect(told({ from: null, to: "pending_confirmation", by: "professional" })).toEqual([
      ["client", null, "requestReceived"],
    ]);
  });

  it("a booking that needs no confirmation: both", () => {
    expect(told({ from: null, to: "confirmed", by: "client" })).toEqual([
      ["client", null, "bookingConfirmed"],
      ["professional", "booking_confirmed", "bookingConfirmedToPro"],
    ]);
  });

  it("what the professional decided: the client", () => {
    const from = "pending_confirmation";
    const by = "professional";
    expect(told({ from, to: "confirmed", by })).toEqual([
      ["client", "booking_confirmed", "bookingConfirmed"],
    ]);
    expect(told({ from, to: "rejected", by })).toEqual([
      ["client", "booking_rejected", "bookingRejected"],
    ]);
    expect(told({ from: "confirmed", to: "cancelled", by })).toEqual([
      ["client", "booking_cancelled", "cancelledByProToClient"],
    ]);
  });

  it("what the client cancelled: the professional, and the client has it in writing", () => {
    expect(told({ from: "confirmed", to: "cancelled", by: "client" })).toEqual([
      ["professional", "booking_cancelled", "cancelledByClientToPro"],
      ["client", null, "bookingCancelled"],
    ]);
  });

  it("another time: the other side, and the client has it in writing", () => {
    expect(
      noticesOfMove({ by: "client" }).map(({ to, notification, mail }) => [to, notification, mail]),
    ).toEqual([
      ["professional", "booking_moved", "appointmentMovedToPro"],
      ["client", null, "appointmentMovedToClient"],
    ]);
    expect(
      noticesOfMove({ by: "professional" }).map(({ to, notification, mail }) => [
        to,
        notification,
        mail,
      ]),
    ).toEqual([["client", "booking_moved", "appointmentMovedToClient"]]);
    // What was agreed on and moved is a request again, and told once.
    expect(told({ from: "confirmed", to: "pending_confirmation", by: "client" })).toEqual([]);
  });

  it.each(APPOINTMENT_STATUSES)("nobody when it stays %s", (status) => {
    expect(noticesOf({ from: status, to: status, by: "client" })).toEqual([]);
  });

  it.each(["completed", "no_show"] as const)(
    "nobody when it was %s and that is taken back",
    (from) => {
      expect(noticesOf({ from, to: "confirmed", by: "professional" })).toEqual([]);
    },
  );

  it.each(["completed", "no_show"] as const)("nobody yet when it is %s", (to) => {
    expect(noticesOf({ from: "confirmed", to, by: "professional" })).toEqual([]);
  });
});
