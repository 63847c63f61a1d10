import type { Agenda, AgendaItem } from "@odys/shared/booking/agenda-schema";
import { describe, expect, it } from "vitest";
import { isTaken, obstaclesOf, wishFor, withMoved } from "./conflict.ts";
import { firstMinute, placeDay, spanOf, summaryOf } from "./place.ts";

const at = (time: string) => `2026-11-25T${time}:00.000Z`;

function item(id: string, from: string, until: string, more: Partial<AgendaItem> = {}): AgendaItem {
  return {
    id,
    kind: "meeting",
    status: "confirmed",
    paymentStatus: "none",
    startsAt: at(from),
    endsAt: at(until),
    blockedFrom: at(from),
    blockedUntil: at(until),
    overrides: false,
    title: "Sessão",
    price: { amount: 0, currency: "BRL" },
    serviceId: id,
    color: "teal",
    client: { id, name: id },
    ...more,
  };
}

/** São Paulo, 25 November: from nine to twelve and from one to six there. */
function agenda(...items: AgendaItem[]): Agenda {
  const hours = [
    { startsAt: at("12:00"), endsAt: at("15:00") },
    { startsAt: at("16:00"), endsAt: at("21:00") },
  ];
  const day = {
    startsAt: at("03:00"),
    endsAt: "2026-11-26T03:00:00.000Z",
    source: "weekly" as const,
  };
  return {
    zone: "America/Sao_Paulo",
    slotStepMinutes: 30,
    days: [{ date: "2026-11-25", note: "", hours, ...day }],
    items,
  };
}
const NOW = Date.parse(at("10:00"));
const ms = (time: string) => Date.parse(at(time));

describe("what stands in the way", () => {
  const ana = item("ana", "12:00", "13:00", { blockedUntil: at("13:10") });
  const bia = item("bia", "14:00", "15:00");
  const names = (list: AgendaItem[]) => list.map(({ id }) => id);
  const ask = (from: string, until: string, ...others: AgendaItem[]) =>
    obstaclesOf(agenda(ana, bia, ...others), wishFor(ana, ms(from), ms(until)), NOW);

  it("nothing where it is free, and nobody in their own way", () => {
    expect(ask("12:30", "13:30")).toEqual({ over: [], near: [], outside: false, past: false });
  });

  it("meetings apart from buffers, both named", () => {
    expect(names(ask("13:30", "14:30").over)).toEqual(["bia"]);
    const close = ask("13:00", "13:55");
    expect([names(close.over), names(close.near)]).toEqual([[], ["bia"]]);
    expect(isTaken(close)).toBe(true);
    expect(isTaken(ask("12:50", "13:50"))).toBe(false);
  });

  it("not what was called off, but what lies over others", () => {
    const gone = item("gone", "17:00", "18:00", { status: "cancelled" });
    const over = item("over", "17:00", "18:00", { overrides: true });
    expect(isTaken(ask("17:00", "18:00", gone))).toBe(false);
    expect(isTaken(ask("17:00", "18:00", over))).toBe(true);
  });

  it("hours end where they end, and the past is past", () => {
    expect(ask("15:00", "16:00").outside).toBe(true);
    expect(ask("14:30", "16:30").outside).toBe(true);
    expect(ask("09:00", "09:30")).toMatchObject({ outside: true, past: true });
  });

  it("what is moved keeps its buffers and stands in order", () => {
    const moved = withMoved(agenda(ana, bia), "ana", ms("16:00"), ms("17:30"));
    expect(names(moved.items)).toEqual(["bia", "ana"]);
    expect(moved.items[1]).toMatchObject({
      startsAt: at("16:00"),
      endsAt: at("17:30"),
      blockedUntil: at("17:40"),
    });
  });
});

describe("a day's column", () => {
  const { days, zone } = agenda();
  const day = spanOf(days[0]!);

  it("items stand where their time is, clamped to the day, with their buffers", () => {
    const night = item("night", "01:00", "04:00", { blockedUntil: at("04:30") });
    const short = item("short", "12:00", "12:10");
    const placed = placeDay(day, zone, [night, short]);
    expect(placed.map(({ top, bottom, before, after }) => [top, bottom, before, after])).toEqual([
      [0, 60, true, false],
      [540, 564, false, false],
    ]);
    expect(placed[0]?.buffers).toEqual([{ top: 60, bottom: 90 }]);
  });

  it("counts who comes, and begins with the working hours", () => {
    const items = [
      item("a", "12:00", "13:00"),
      item("b", "13:00", "14:00", { status: "cancelled" }),
      item("c", "14:00", "15:00", { kind: "block", client: null }),
    ];
    const { count, shown } = summaryOf(day, items);
    expect([count, shown.length]).toEqual([1, 3]);
    expect(firstMinute(agenda())).toBe(540);
    expect(firstMinute({ ...agenda(), days: [] })).toBe(480);
  });
});
