import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintAppointment, mintPractice } from "../../testing/fixtures.ts";

describe("booking.getPage", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  it("H3: tells strangers what is public, and not one field more", async () => {
    const practice = await mintPractice(app, {
      professional: { bio: "Escuto.", plan: "premium", trialEndsAt: new Date("2027-01-01") },
    });
    await mintAppointment(app, practice, { message: "segredo" });
    const page = await app.anonymous().booking.getPage({ slug: practice.slug });
    expect(page).toEqual({
      slug: practice.slug,
      name: "Ana Teste",
      profession: "psychologist",
      bio: "Escuto.",
      zone: "America/Sao_Paulo",
      locale: "pt-BR",
      currency: "BRL",
      avatarUrl: null,
      services: [
        {
          id: practice.serviceId,
          name: "Sessão",
          description: "",
          durationMinutes: 50,
          price: { amount: 12_000, currency: "BRL" },
          place: "in_person",
          placeDetail: "",
          color: "teal",
          confirmation: "manual",
          horizonDays: 60,
          questions: [],
        },
      ],
    });
    const text = JSON.stringify(page);
    const { userId, actor } = practice;
    for (const secret of [userId, actor.email, "98765", "premium", "segredo", "Bia"])
      expect(text).not.toContain(secret);
  });

  it("shows an address, never a link to a meeting", async () => {
    const online = await mintPractice(app, {
      service: { place: "online", placeDetail: "https://meet.example/abc" },
    });
    const office = await mintPractice(app, { service: { placeDetail: "Rua Augusta, 1" } });
    const detail = async (slug: string) =>
      (await app.anonymous().booking.getPage({ slug })).services.map((s) => s.placeDetail);
    expect(await detail(online.slug)).toEqual([""]);
    expect(await detail(office.slug)).toEqual(["Rua Augusta, 1"]);
  });

  it("says automatic confirmation only while the plan gives it", async () => {
    const service = { confirmation: "automatic" as const };
    const basic = await mintPractice(app, { service });
    const free = await mintPractice(app, { service, professional: { plan: "free" } });
    const mode = async (slug: string) =>
      (await app.anonymous().booking.getPage({ slug })).services[0]?.confirmation;
    expect([await mode(basic.slug), await mode(free.slug)]).toEqual(["automatic", "manual"]);
  });

  it("NOT_FOUND for a page that does not exist", async () => {
    await expect(app.anonymous().booking.getPage({ slug: "ninguem" })).rejects.toThrow("NOT_FOUND");
  });
});
