import type { Fixture } from "./fixtures.ts";

/** Of what happens to an appointment after it was booked, and of the professional's own time. */
export const LIFE_FIXTURES: Record<string, Fixture> = {
  // Ana's link: whoever holds it is let in, whoever they are.
  "booking.getByManageToken": { rung: "public", input: ({ anaLink }) => ({ token: anaLink }) },
  "booking.listSlotsByToken": {
    rung: "public",
    input: ({ anaLink }) => ({ token: anaLink, from: "2026-12-01", to: "2026-12-03" }),
  },
  "booking.readCalendarFeed": { rung: "public", input: ({ anaFeed }) => ({ token: anaFeed }) },
  "booking.getCalendarFeed": { rung: "user", input: () => ({ side: "client" }) },
  "booking.renewCalendarFeed": { rung: "user", input: () => ({ side: "client" }) },
  "booking.closeCalendarFeed": { rung: "user", input: () => ({ side: "client" }) },
  "booking.listOwnAppointments": { rung: "client", input: () => ({}) },
  "booking.rescheduleByToken": {
    rung: "public",
    input: ({ anaLink }) => ({ token: anaLink, startsAt: "2026-12-03T12:00:00.000Z" }),
  },
  "booking.cancelByToken": {
    rung: "public",
    input: ({ anaOtherLink }) => ({ token: anaOtherLink }),
  },
  "booking.reschedule": {
    rung: "professional",
    input: ({ rui }) => ({ id: rui.movableId, startsAt: "2026-12-04T12:00:00.000Z" }),
    foreign: true,
  },
  "booking.complete": {
    rung: "professional",
    input: ({ rui }) => ({ id: rui.begunId }),
    foreign: true,
  },
  "booking.markNoShow": {
    rung: "professional",
    input: ({ rui }) => ({ id: rui.missedId }),
    foreign: true,
  },
  "booking.reopen": {
    rung: "professional",
    input: ({ rui }) => ({ id: rui.missedId }),
    foreign: true,
  },
  "booking.markPaid": {
    rung: "professional",
    input: ({ rui }) => ({ id: rui.begunId }),
    foreign: true,
  },
  "booking.getHistory": {
    rung: "professional",
    input: ({ rui }) => ({ id: rui.pendingId }),
    foreign: true,
  },
  "booking.bookForClient": {
    rung: "professional",
    input: ({ rui }) => ({
      client: { id: rui.clientId },
      serviceId: rui.serviceId,
      startsAt: "2026-12-05T12:00:00.000Z",
    }),
    foreign: true,
  },
  "booking.blockTime": {
    rung: "professional",
    input: () => ({
      title: "Férias",
      from: "2026-12-06T12:00:00.000Z",
      until: "2026-12-07T12:00:00.000Z",
    }),
  },
  "booking.unblock": {
    rung: "professional",
    input: ({ rui }) => ({ id: rui.blockId }),
    foreign: true,
  },
};
