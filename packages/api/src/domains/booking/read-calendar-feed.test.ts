import { newId } from "@odys/shared/kernel/ids";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { linkToken } from "../../kernel/links.ts";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import {
  mintAppointment,
  mintBlock,
  mintClient,
  mintPractice,
  mintUser,
} from "../../testing/fixtures.ts";

describe("booking.readCalendarFeed", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  type Caller = ReturnType<TestApp["as"]>;
  const feedOf = async (caller: Caller, side: "professional" | "client") => {
    const { url } = await caller.booking.renewCalendarFeed({ side });
    const token = /([\w-]{43})\.ics$/.exec(url ?? "")?.[1] ?? "";
    const read = async () =>
      (await app.anonymous().booking.readCalendarFeed({ token })).content.replaceAll("\r\n ", "");
    return { token, read };
  };
  const entries = (file: string) => file.split("BEGIN:VEVENT").slice(1);
  const on = (day: number) => new Date(Date.UTC(2026, 11, day, 12));

  it("a practice's: who comes, its blocks, what waits, and what was called off as cancelled", async () => {
    const ana = await mintPractice(app);
    const { id: clientId } = await mintClient(app, ana.professionalId, { name: "Bia Lima" });
    const mint = (day: number, more: Parameters<typeof mintAppointment>[2]) =>
      mintAppointment(app, ana, { clientId, startsAt: on(day), ...more });
    const confirmed = await mint(1, { status: "confirmed", placeDetail: "Rua A, 1" });
    const pending = await mint(2, { status: "pending_confirmation" });
    const cancelled = await mint(3, { status: "cancelled" });
    const expired = await mint(4, { status: "expired" });
    const ranOut = await mint(5, { status: "held", heldUntil: new Date(app.clock.now()) });
    const old = await mint(6, {
      startsAt: new Date(Date.UTC(2026, 5, 1, 12)),
      status: "completed",
    });
    const block = await mintBlock(app, ana, { startsAt: on(7), serviceName: "Dentista" });
    const other = await mintPractice(app);
    const foreign = await mintAppointment(app, other, { startsAt: on(8), status: "confirmed" });

    const { read } = await feedOf(ana.caller, "professional");
    const file = await read();
    expect(file).toContain("X-WR-CALNAME:Agenda de Ana Teste\r\n");
    const told = entries(file);
    expect(told).toHaveLength(4);
    const about = (id: string) => told.find((entry) => entry.includes(`UID:${id}@odys\r\n`)) ?? "";
    expect(about(confirmed.id)).toContain("SUMMARY:Sessão: Bia Lima\r\n");
    expect(about(confirmed.id)).toContain("STATUS:CONFIRMED\r\n");
    expect(about(confirmed.id)).toContain("DTSTART;TZID=America/Sao_Paulo:20261201T090000\r\n");
    expect(about(confirmed.id)).toContain("LOCATION:Rua A\\, 1\r\n");
    expect(about(confirmed.id)).toContain(
      "URL:http://odys.test/dashboard/agenda?view=day&date=2026-12-01\r\n",
    );
    expect(about(pending.id)).toContain("STATUS:TENTATIVE\r\n");
    expect(about(cancelled.id)).toContain("STATUS:CANCELLED\r\n");
    expect(about(block.id)).toContain("SUMMARY:Dentista\r\n");
    for (const { id } of [expired, ranOut, old, foreign]) expect(file).not.toContain(id);
  });

  it("is the same octets until something changes, and then the same entry with a greater number", async () => {
    const ana = await mintPractice(app);
    const { id } = await mintAppointment(app, ana, { startsAt: on(1) });
    const { read } = await feedOf(ana.caller, "professional");
    const before = await read();
    app.clock.advance(60_000);
    expect(await read()).toBe(before);
    await ana.caller.booking.confirm({ id });
    expect(await read()).toMatch(/SEQUENCE:1\r\n[^]*STATUS:CONFIRMED\r\n/);
    await ana.caller.booking.cancel({ id });
    expect(await read()).toMatch(/SEQUENCE:2\r\n[^]*STATUS:CANCELLED\r\n/);
  });

  it("a client's: at every practice what their own address booked, and what was booked for them", async () => {
    const [ana, rui] = [await mintPractice(app), await mintPractice(app)];
    const bia = await mintUser(app, { name: "Bia" });
    const mine = { userId: bia.userId };
    const atAna = await mintClient(app, ana.professionalId, { ...mine, phone: "+5511987650001" });
    const atRui = await mintClient(app, rui.professionalId, { ...mine, phone: "+5511987650001" });
    const booked = { status: "confirmed" as const };
    const own = await mintAppointment(app, ana, {
      ...booked,
      clientId: atAna.id,
      startsAt: on(1),
      bookedEmail: bia.email,
    });
    const forThem = await mintAppointment(app, rui, {
      ...booked,
      clientId: atRui.id,
      startsAt: on(2),
    });
    // Somebody who typed Bia's number, with another address: it shows itself to that one alone.
    const another = await mintAppointment(app, ana, {
      ...booked,
      clientId: atAna.id,
      startsAt: on(3),
      bookedEmail: "outra@example.com",
    });
    const { read } = await feedOf(app.as(bia), "client");
    const file = await read();
    expect(entries(file)).toHaveLength(2);
    expect(file).toContain(`UID:${own.id}@odys`);
    expect(file).toContain(`UID:${forThem.id}@odys`);
    expect(file).not.toContain(another.id);
    expect(file).toContain("SUMMARY:Sessão com Ana Teste\r\n");
    const link = linkToken(app.services.settings, "manage", own.id);
    expect(file).toContain(`URL:http://odys.test/m/${link}\r\n`);
    expect(file).not.toContain(ana.actor.email);
  });

  it("speaks the language of whose it is", async () => {
    const ana = await mintPractice(app, { actor: { locale: "en" } });
    const { read } = await feedOf(ana.caller, "professional");
    expect(await read()).toContain("NAME:Agenda of Ana Teste\r\n");
  });

  it("NOT_FOUND for an address of another purpose, and for one to nothing", async () => {
    const { settings } = app.services;
    for (const token of [
      linkToken(settings, "feed", newId()),
      linkToken(settings, "manage", newId()),
      "x",
    ])
      await expect(app.anonymous().booking.readCalendarFeed({ token })).rejects.toThrow(
        "NOT_FOUND",
      );
  });
});
