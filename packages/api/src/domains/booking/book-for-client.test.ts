import { clients } from "@odys/db/schema/clients";
import { newId } from "@odys/shared/kernel/ids";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { mintClient, mintPractice } from "../../testing/fixtures.ts";
import { at, createLinkBench, type LinkBench } from "../../testing/links.ts";

describe("booking.bookForClient", () => {
  let bench: LinkBench;
  beforeAll(async () => {
    bench = await createLinkBench();
  });
  beforeEach(() => bench.renew());
  afterAll(() => bench.app.close());
  const book = () => bench.practice.caller.booking;

  const someone = { name: "Caio Novo", phone: "+5511912345678", email: "caio@example.com" };
  const input = (overrides = {}) => ({
    client: someone,
    serviceId: bench.practice.serviceId,
    startsAt: at("12:00"),
    ...overrides,
  });

  it("is confirmed at once, as the service says, and the client hears of it", async () => {
    const booked = await book().bookForClient(input({ note: "Ligou" }));
    expect(booked).toMatchObject({
      status: "confirmed",
      source: "professional",
      durationMinutes: 50,
      price: { amount: 12_000, currency: "BRL" },
      message: "Ligou",
      client: { name: "Caio Novo", phone: "+5511912345678", email: "caio@example.com" },
      warning: null,
    });
    const row = await bench.rowOf(booked.id);
    expect(row).toMatchObject({ bookedEmail: null, blockedUntil: new Date(at("13:00")) });
    expect(await bench.eventsOf(booked.id)).toMatchObject([
      { from: null, to: "confirmed", by: "professional" },
    ]);
  });

  it("another length and price, at a time that no client could have, of which it warns", async () => {
    const price = { amount: 0, currency: "BRL" as const };
    const changed = { durationMinutes: 20, price, startsAt: at("23:00") };
    expect(await book().bookForClient(input(changed))).toMatchObject({
      endsAt: at("23:20"),
      price,
      warning: "outside_hours",
    });
  });

  it("somebody of the list; who has the number is who is meant, and comes back to the list", async () => {
    const { app, practice } = bench;
    const archivedAt = new Date();
    const bia = await mintClient(app, practice.professionalId, { archivedAt });
    const byId = await book().bookForClient(input({ client: { id: bia.id } }));
    const byPhone = await book().bookForClient(
      input({ client: { name: "Outra", phone: bia.phone }, startsAt: at("14:00") }),
    );
    expect([byId.client, byPhone.client]).toEqual([byId.client, byId.client]);
    expect(byId.client.name).toBe("Bia Cliente");
    const [row] = await app.db.select().from(clients).where(eq(clients.id, bia.id));
    expect(row?.archivedAt).toBeNull();
  });

  it("SLOT_TAKEN with what is in the way and what is free; an override by name", async () => {
    const taken = await bench.mint("12:00");
    await expect(book().bookForClient(input())).rejects.toMatchObject({
      message: "SLOT_TAKEN",
      cause: {
        details: {
          overlaps: [{ id: taken.id, clientName: "Bia Cliente" }],
          alternatives: [at("13:00"), at("13:30"), at("14:00")],
        },
      },
    });
    // Who was not booked is not in the list either.
    const own = eq(clients.phone, someone.phone);
    const before = await bench.app.db.$count(clients, own);
    await expect(
      book().bookForClient(input({ override: { reason: "Dupla", overlaps: [newId()] } })),
    ).rejects.toThrow("SLOT_TAKEN");
    expect(await bench.app.db.$count(clients, own)).toBe(before);
    const { id } = await book().bookForClient(
      input({ override: { reason: "Dupla", overlaps: [taken.id] } }),
    );
    expect((await bench.rowOf(id))?.overrideReason).toBe("Dupla");
  });

  it("PLAN_LIMIT_REACHED by clients and by the month", async () => {
    await bench.renew({ professional: { plan: "free" } });
    const day = (n: number) => new Date(Date.UTC(2026, 11, n, 12)).toISOString();
    for (let n = 1; n <= 10; n++)
      await book().bookForClient(
        input({ startsAt: day(n), client: { name: "x", phone: `+55119123400${10 + n}` } }),
      );
    const eleventh = input({ startsAt: day(11), client: { name: "x", phone: "+5511912340099" } });
    await expect(book().bookForClient(eleventh)).rejects.toThrow("PLAN_LIMIT_REACHED");
    const known = { name: "x", phone: "+5511912340011" };
    for (let n = 11; n <= 20; n++)
      await book().bookForClient(input({ startsAt: day(n), client: known }));
    await expect(book().bookForClient(input({ startsAt: day(21), client: known }))).rejects.toThrow(
      "PLAN_LIMIT_REACHED",
    );
  });

  it("VALIDATION_ERROR, NOT_BOOKABLE, and NOT_FOUND for what is another practice's", async () => {
    const other = await mintPractice(bench.app);
    const theirs = await mintClient(bench.app, other.professionalId);
    for (const [change, code] of [
      [{ price: { amount: 1, currency: "USD" } }, "VALIDATION_ERROR"],
      [{ startsAt: "2030-01-01T12:00:00.000Z" }, "VALIDATION_ERROR"],
      [{ serviceId: other.serviceId }, "NOT_FOUND"],
      [{ client: { id: theirs.id } }, "NOT_FOUND"],
    ] as const)
      await expect(book().bookForClient(input(change))).rejects.toThrow(code);
    await book().archiveService({ id: bench.practice.serviceId });
    await expect(book().bookForClient(input())).rejects.toThrow("NOT_BOOKABLE");
  });
});
