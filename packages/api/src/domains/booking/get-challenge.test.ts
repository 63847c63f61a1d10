import { appointments } from "@odys/db/schema/booking";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintAppointment, mintPractice, mintUser } from "../../testing/fixtures.ts";
import { proofFor, solve } from "../../testing/guests.ts";

const MONDAY_9 = "2026-11-30T12:00:00.000Z"; // in São Paulo
const HOUR = 3_600_000;

describe("booking.getChallenge", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp({ settings: { guestWork: 160 } });
  });
  afterAll(() => app.close());

  const wishOf = (practice: { slug: string; serviceId: string }, startsAt = MONDAY_9) => ({
    slug: practice.slug,
    serviceId: practice.serviceId,
    startsAt,
    name: "Bia Souza",
    phone: "(11) 91234-5678",
  });
  const askOf = ({ slug, serviceId }: { slug: string; serviceId: string }) => ({ slug, serviceId });
  const from = (ip: string) => app.fromAddress(ip);
  /** Requests from as many networks, hour by hour. */
  async function flood(practice: Awaited<ReturnType<typeof mintPractice>>, count: number, at = 0) {
    for (let n = at; n < at + count; n++)
      await mintAppointment(app, practice, {
        startsAt: new Date(Date.parse(MONDAY_9) + n * HOUR),
        originHash: `network ${n}`,
        vouchedBy: "work",
        createdAt: new Date(app.clock.now()),
      });
  }

  it("is small, good for twenty minutes, and a guest books with it", async () => {
    const practice = await mintPractice(app);
    const guest = app.anonymous();
    const challenge = await guest.booking.getChallenge(askOf(practice));
    expect(challenge).toEqual({
      challenge: expect.stringMatching(/^[\w-]{50}$/),
      work: 10,
      expiresAt: new Date(app.clock.now() + HOUR / 3).toISOString(),
      email: "optional",
    });
    const wish = wishOf(practice);
    const booked = await guest.booking.book({ ...wish, proof: await proofFor(guest, wish) });
    expect(booked).toMatchObject({ status: "pending_confirmation", heldUntil: null });
    const [row] = await app.db
      .select()
      .from(appointments)
      .where(eq(appointments.id, booked.appointmentId));
    expect(row).toMatchObject({
      vouchedBy: "work",
      originHash: expect.stringMatching(/^[\w-]{22}$/),
    });
  });

  it("asks nothing of an account whose address is verified, and of others as of guests", async () => {
    const practice = await mintPractice(app);
    const ask = async (emailVerified: boolean) =>
      (await app.as(await mintUser(app, { emailVerified })).booking.getChallenge(askOf(practice)))
        .challenge;
    expect(await ask(true)).toBeNull();
    expect(await ask(false)).not.toBeNull();
    const booked = await app.as(await mintUser(app)).booking.book(wishOf(practice));
    expect(booked.status).toBe("pending_confirmation");
  });

  it("NOT_FOUND for no page", async () => {
    const practice = await mintPractice(app);
    const nowhere = { ...askOf(practice), slug: "ninguem" };
    await expect(app.anonymous().booking.getChallenge(nowhere)).rejects.toThrow("NOT_FOUND");
  });

  it("one booking of a network says nothing to it; each further one doubles the work, elsewhere it stays", async () => {
    const practice = await mintPractice(app);
    const other = await mintPractice(app);
    const workAt = async (ip: string, where = practice) =>
      (await from(ip).booking.getChallenge(askOf(where))).work;
    const seen = [await workAt("198.51.100.7")];
    for (const hour of [12, 14]) {
      const wish = wishOf(practice, `2026-11-30T${hour}:00:00.000Z`);
      const guest = from("198.51.100.7");
      await guest.booking.book({ ...wish, proof: await proofFor(guest, wish) });
      seen.push(await workAt("198.51.100.7"));
    }
    expect(seen).toEqual([10, 10, 20]);
    expect(await workAt("198.51.100.200"), "a neighbour").toBe(20);
    expect(await workAt("203.0.113.7"), "somebody else").toBe(10);
    expect(await workAt("198.51.100.7", other), "another practice").toBe(10);
  });

  it("a flood makes it dearer for everybody, up to sixteen times, and asks for a mailbox", async () => {
    const practice = await mintPractice(app, { professional: { maxPending: 30 } });
    const ask = () => from("203.0.113.7").booking.getChallenge(askOf(practice));
    await flood(practice, 4);
    expect(await ask()).toMatchObject({ work: 20, email: "optional" });
    await flood(practice, 12, 4);
    expect(await ask()).toMatchObject({ work: 160, email: "required" });
  });

  describe("a proof that is not one: GUEST_CHECK_FAILED, with what is needed", () => {
    const refused = (promise: Promise<unknown>) =>
      promise.then(
        () => expect.unreachable(),
        (error: { message: string; cause: { details: unknown } }) => [
          error.message,
          error.cause.details,
        ],
      );
    const NEEDS_PROOF = ["GUEST_CHECK_FAILED", { need: "proof" }];

    it("none, forged, not solved, for another slot, service or practice", async () => {
      const practice = await mintPractice(app);
      const other = await mintPractice(app);
      const guest = app.anonymous();
      const wish = wishOf(practice);
      const proof = (await proofFor(guest, wish)) ?? "";
      const { challenge } = await guest.booking.getChallenge(askOf(practice));
      // Easier than it was given: as if a device needed only one hash.
      const head = Buffer.from(challenge ?? "", "base64url");
      head.writeUInt32BE(1, 1);
      const attempts: Record<string, object> = {
        none: wish,
        empty: { ...wish, proof: "" },
        forged: { ...wish, proof: solve(head.toString("base64url"), 1, MONDAY_9) },
        "not solved": { ...wish, proof: `${challenge}.${"A".repeat(86)}` },
        "solved in part": { ...wish, proof: proof.slice(0, -8) + "A".repeat(8) },
        "another way to write it": { ...wish, proof: `${proof}=` },
        longer: { ...wish, proof: `${proof}.` },
        "another slot": { ...wish, proof, startsAt: "2026-11-30T13:00:00.000Z" },
        "another practice": { ...wishOf(other), proof },
        "another service": { ...wish, serviceId: other.serviceId, proof },
      };
      for (const [name, attempt] of Object.entries(attempts))
        expect(await refused(guest.booking.book(attempt as typeof wish)), name).toEqual(
          NEEDS_PROOF,
        );
      expect(
        await app.db.$count(appointments, eq(appointments.professionalId, practice.professionalId)),
      ).toBe(0);
      await guest.booking.book({ ...wish, proof });
    });

    it("expired", async () => {
      const practice = await mintPractice(app);
      const guest = app.anonymous();
      const wish = wishOf(practice);
      const proof = await proofFor(guest, wish);
      app.clock.advance(20 * 60_000 + 1_000);
      expect(await refused(guest.booking.book({ ...wish, proof }))).toEqual(NEEDS_PROOF);
      app.clock.advance(-1_000);
      await guest.booking.book({ ...wish, proof });
    });

    it("used before, though its slot is free again", async () => {
      const practice = await mintPractice(app);
      const guest = app.anonymous();
      const wish = wishOf(practice);
      const proof = await proofFor(guest, wish);
      const { appointmentId: id } = await guest.booking.book({ ...wish, proof });
      await expect(guest.booking.book({ ...wish, proof })).rejects.toThrow("SLOT_TAKEN");
      await practice.caller.booking.reject({ id });
      expect(await refused(guest.booking.book({ ...wish, proof }))).toEqual(NEEDS_PROOF);
      await guest.booking.book({ ...wish, proof: await proofFor(guest, wish) });
    });

    it("worked out when it was cheap, and hoarded", async () => {
      const practice = await mintPractice(app, { professional: { maxPending: 100 } });
      const guest = from("192.0.2.77");
      const wish = wishOf(practice);
      const proof = await proofFor(guest, wish);
      await flood(practice, 12, 1);
      expect(await refused(guest.booking.book({ ...wish, proof }))).toEqual(NEEDS_PROOF);
      await guest.booking.book({ ...wish, proof: await proofFor(guest, wish) });
    });
  });
});
