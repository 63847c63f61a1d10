import { newId } from "@odys/shared/kernel/ids";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { linkToken } from "../../kernel/links.ts";
import { mintAppointment, mintClient } from "../../testing/fixtures.ts";
import { at, MONDAY_9, createLinkBench, type LinkBench } from "../../testing/links.ts";

describe("booking.getByManageToken", () => {
  let bench: LinkBench;
  beforeAll(async () => {
    bench = await createLinkBench();
  });
  beforeEach(() => bench.renew());
  afterAll(() => bench.app.close());

  it("shows when, where, what it costs and what may still be done, and nobody's address", async () => {
    const client = await mintClient(bench.app, bench.practice.professionalId, {
      name: "Bia Segredo",
      email: "bia@segredo.test",
    });
    const { id, token } = await bench.mint("12:00", {
      clientId: client.id,
      place: "online",
      placeDetail: "https://meet.test/1",
      message: "Segredo",
    });
    const answer = await bench.guest().getByManageToken({ token });
    expect(answer).toEqual({
      status: "confirmed",
      startsAt: MONDAY_9,
      endsAt: at("12:50"),
      sequence: 0,
      serviceId: bench.practice.serviceId,
      serviceName: "Sessão",
      durationMinutes: 50,
      price: { amount: 12_000, currency: "BRL" },
      place: "online",
      placeDetail: "https://meet.test/1",
      reason: null,
      cancelledBy: null,
      zone: "America/Sao_Paulo",
      professional: { name: "Ana Teste", slug: bench.practice.slug, locale: "pt-BR" },
      policy: {
        noticeMinutes: 1440,
        until: "2026-11-29T12:00:00.000Z",
        canCancel: true,
        canReschedule: true,
      },
    });
    for (const secret of ["Segredo", "segredo", client.phone, id, client.id])
      expect(JSON.stringify(answer)).not.toContain(secret);
  });

  it("keeps the link to a meeting for those who are expected there; the address is public", async () => {
    const online = await bench.mint("12:00", {
      status: "pending_confirmation",
      place: "online",
      placeDetail: "https://meet.test/1",
    });
    expect((await bench.guest().getByManageToken({ token: online.token })).placeDetail).toBe("");
    const { token } = await bench.mint("12:00", {
      status: "pending_confirmation",
      placeDetail: "Rua das Flores, 10",
      startsAt: new Date(at("14:00")),
      blockedUntil: new Date(at("15:00")),
    });
    expect((await bench.guest().getByManageToken({ token })).placeDetail).toBe(
      "Rua das Flores, 10",
    );
  });

  it("NOT_FOUND for a forged one, one of another purpose, and that of a block", async () => {
    const { id, token } = await bench.mint();
    const block = newId();
    await mintAppointment(bench.app, bench.practice, {
      id: block,
      kind: "block",
      serviceId: null,
      clientId: null,
      status: "confirmed",
      startsAt: new Date(at("15:00")),
    });
    const forged = [
      `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`,
      linkToken(bench.app.services.settings, "confirm", id),
      bench.tokenOf(newId()),
      bench.tokenOf(block),
      "x",
    ];
    for (const bad of forged)
      for (const call of [
        () => bench.guest().getByManageToken({ token: bad }),
        () => bench.guest().cancelByToken({ token: bad }),
        () => bench.guest().rescheduleByToken({ token: bad, startsAt: MONDAY_9 }),
        () => bench.guest().listSlotsByToken({ token: bad, from: "2026-11-30", to: "2026-11-30" }),
      ])
        await expect(call()).rejects.toThrow("NOT_FOUND");
  });

  it("LINK_EXPIRED thirty days after the end", async () => {
    const { token } = await bench.mint();
    bench.app.clock.set("2026-12-30T12:50:00.000Z");
    expect((await bench.guest().getByManageToken({ token })).policy.canCancel).toBe(false);
    bench.app.clock.advance(1);
    await expect(bench.guest().getByManageToken({ token })).rejects.toThrow("LINK_EXPIRED");
    await expect(bench.guest().cancelByToken({ token })).rejects.toThrow("LINK_EXPIRED");
  });
});
