import { describe, expect, it } from "vitest";
import { clientPolicy, linkExpired } from "./policy.ts";
import { APPOINTMENT_STATUSES } from "./status.ts";

const HOUR = 3_600_000;
const startsAt = Date.parse("2026-11-30T12:00:00.000Z");
const confirmed = {
  status: "confirmed" as const,
  startsAt,
  endsAt: startsAt + HOUR,
  noticeMinutes: 24 * 60,
};

describe("what a client may do by themselves", () => {
  it("what was confirmed: to the last millisecond of the notice, and not one longer", () => {
    const until = startsAt - 24 * HOUR;
    expect(clientPolicy(confirmed, until)).toEqual({
      until,
      canCancel: true,
      canReschedule: true,
      refusal: null,
    });
    expect(clientPolicy(confirmed, until + 1)).toEqual({
      until,
      canCancel: false,
      canReschedule: false,
      refusal: "CANCELLATION_TOO_LATE",
    });
  });

  it("a request until it begins, whatever the notice", () => {
    const request = { ...confirmed, status: "pending_confirmation" as const };
    expect(clientPolicy(request, startsAt - 1)).toMatchObject({ until: startsAt, canCancel: true });
    expect(clientPolicy(request, startsAt)).toMatchObject({ refusal: "INVALID_TRANSITION" });
  });

  it("a hold can be let go and not moved", () => {
    const held = { ...confirmed, status: "held" as const };
    expect(clientPolicy(held, startsAt - 1)).toMatchObject({
      canCancel: true,
      canReschedule: false,
    });
  });

  it("no notice at all: until it begins", () => {
    expect(clientPolicy({ ...confirmed, noticeMinutes: 0 }, startsAt - 1).canCancel).toBe(true);
    expect(clientPolicy({ ...confirmed, noticeMinutes: 0 }, startsAt).canCancel).toBe(false);
  });

  it.each(
    APPOINTMENT_STATUSES.filter(
      (status) => !["confirmed", "pending_confirmation", "held"].includes(status),
    ),
  )("nothing once it is %s", (status) => {
    expect(clientPolicy({ ...confirmed, status }, 0)).toMatchObject({
      canCancel: false,
      canReschedule: false,
      refusal: "INVALID_TRANSITION",
    });
  });
});

it("a link opens until thirty days after the end", () => {
  const end = confirmed.endsAt;
  expect(linkExpired(end, end + 30 * 24 * HOUR)).toBe(false);
  expect(linkExpired(end, end + 30 * 24 * HOUR + 1)).toBe(true);
});
