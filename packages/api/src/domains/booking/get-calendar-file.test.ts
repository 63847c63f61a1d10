import { appointments } from "@odys/db/schema/booking";
import { newId } from "@odys/shared/kernel/ids";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { linkToken } from "../../kernel/links.ts";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintAppointment, mintClient, mintPractice } from "../../testing/fixtures.ts";

describe("booking.getCalendarFile", () => {
  let app: TestApp;
  let ana: Awaited<ReturnType<typeof mintPractice>>;
  beforeAll(async () => {
    app = await createTestApp();
    ana = await mintPractice(app);
  });
  afterAll(() => app.close());

  const tokenOf = (id: string, purpose: "manage" | "confirm" = "manage") =>
    linkToken(app.services.settings, purpose, id);
  const fileOf = async (id: string) =>
    (await app.anonymous().booking.getCalendarFile({ token: tokenOf(id) })).content;

  it("tells the bearer of the link when, with whom, where, and nothing of the client", async () => {
    const client = await mintClient(app, ana.professionalId, { email: "bia@example.com" });
    const { id } = await mintAppointment(app, ana, {
      clientId: client.id,
      status: "confirmed",
      placeDetail: "Rua A, 1",
    });
    const file = await fileOf(id);
    expect(file).toContain(`UID:${id}@odys\r\n`);
    expect(file).toContain("DTSTART;TZID=America/Sao_Paulo:20261130T090000\r\n");
    expect(file).toContain("DTEND;TZID=America/Sao_Paulo:20261130T095000\r\n");
    expect(file).toContain("SUMMARY:Sessão com Ana Teste\r\n");
    expect(file).toContain("LOCATION:Rua A\\, 1\r\n");
    expect(file).toContain("METHOD:PUBLISH\r\n");
    expect(file.replaceAll("\r\n ", "")).toContain(`URL:http://odys.test/m/${tokenOf(id)}\r\n`);
    expect(file).not.toMatch(/Bia Cliente|bia@example\.com/);
    expect(file).not.toContain(ana.actor.email);
  });

  it("a later file is the same entry with a greater number: what was confirmed, then cancelled", async () => {
    const { id } = await mintAppointment(app, ana, {
      startsAt: new Date("2026-12-01T12:00:00.000Z"),
    });
    expect(await fileOf(id)).toMatch(/SEQUENCE:0\r\n[^]*STATUS:TENTATIVE\r\n/);
    await ana.caller.booking.confirm({ id });
    await ana.caller.booking.confirm({ id });
    expect(await fileOf(id)).toMatch(/SEQUENCE:1\r\n[^]*STATUS:CONFIRMED\r\n/);
    await ana.caller.booking.cancel({ id });
    expect(await fileOf(id)).toMatch(/SEQUENCE:2\r\n[^]*STATUS:CANCELLED\r\n/);
  });

  it("what a calendar does not show changes no number", async () => {
    const { id } = await mintAppointment(app, ana, {
      startsAt: new Date("2026-12-02T12:00:00.000Z"),
    });
    await ana.caller.booking.reject({ id, reason: "" });
    await expect(ana.caller.booking.confirm({ id })).rejects.toThrow("INVALID_TRANSITION");
    const [row] = await app.db
      .select({ sequence: appointments.sequence })
      .from(appointments)
      .where(eq(appointments.id, id));
    expect(row?.sequence).toBe(1);
  });

  it("NOT_FOUND for a link of another purpose, a forged one, and one to nothing", async () => {
    const { id } = await mintAppointment(app, ana, {
      startsAt: new Date("2026-12-03T12:00:00.000Z"),
    });
    const forged = tokenOf(id).replace(/^./, (first) => (first === "A" ? "B" : "A"));
    for (const token of [tokenOf(id, "confirm"), forged, tokenOf(newId()), "x"])
      await expect(app.anonymous().booking.getCalendarFile({ token })).rejects.toThrow("NOT_FOUND");
  });
});
