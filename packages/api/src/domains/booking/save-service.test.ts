import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintAppointment, mintPractice } from "../../testing/fixtures.ts";

const BRL = (amount: number) => ({ amount, currency: "BRL" as const });

describe("booking.saveService", () => {
  let app: TestApp;
  let practice: Awaited<ReturnType<typeof mintPractice>>;
  beforeAll(async () => {
    app = await createTestApp();
    practice = await mintPractice(app);
  });
  afterAll(() => app.close());

  it("makes one, at the end of the page", async () => {
    const { caller } = await mintPractice(app);
    const made = await caller.booking.saveService({
      name: "Casal",
      durationMinutes: 80,
      price: BRL(20_000),
      bufferAfterMinutes: 10,
    });
    expect(made).toMatchObject({ name: "Casal", active: true, confirmation: "manual" });
    const { services } = await caller.booking.listServices({});
    expect(services.map(({ name }) => name)).toEqual(["Sessão", "Casal"]);
    expect(services[1]).toEqual(made);
  });

  it("changes one; what is booked keeps its price and duration", async () => {
    const { id: booked } = await mintAppointment(app, practice);
    const changed = await practice.caller.booking.saveService({
      id: practice.serviceId,
      name: "Sessão longa",
      durationMinutes: 90,
      price: BRL(18_000),
    });
    expect(changed).toMatchObject({ durationMinutes: 90, price: BRL(18_000) });
    expect(await practice.caller.booking.getAppointment({ id: booked })).toMatchObject({
      serviceName: "Sessão",
      durationMinutes: 50,
      price: BRL(12_000),
    });
  });

  it("asks up to five different questions of those who book it", async () => {
    const ask = (n: number) => ({
      id: `0190b1d2-0000-7000-8000-00000000000${n}`,
      label: `Pergunta ${n}`,
      kind: "text" as const,
      required: n === 1,
    });
    const input = { name: "Com perguntas", durationMinutes: 50, price: BRL(0) };
    const five = [1, 2, 3, 4, 5].map(ask);
    const { caller } = practice;
    const made = await caller.booking.saveService({ ...input, questions: five });
    expect(made.questions).toEqual(five);
    const { services } = await caller.booking.listServices({});
    expect(services.find(({ id }) => id === made.id)?.questions).toEqual(five);
    for (const questions of [[...five, ask(6)], [ask(1), ask(1)], [{ ...ask(1), label: " " }]])
      await expect(caller.booking.saveService({ ...input, questions })).rejects.toThrow(
        "VALIDATION_ERROR",
      );
  });

  it("FEATURE_NOT_IN_PLAN for automatic confirmation on the free plan, until a trial runs", async () => {
    const input = {
      name: "Rápida",
      durationMinutes: 30,
      price: BRL(0),
      confirmation: "automatic" as const,
    };
    const free = await mintPractice(app, { professional: { plan: "free" } });
    await expect(free.caller.booking.saveService(input)).rejects.toThrow("FEATURE_NOT_IN_PLAN");
    const trial = await mintPractice(app, {
      professional: { plan: "free", trialEndsAt: new Date(app.clock.now() + 1) },
    });
    expect(await trial.caller.booking.saveService(input)).toMatchObject(input);
  });

  it("VALIDATION_ERROR for another currency and for keys that are not its own", async () => {
    const input = { name: "Aula", durationMinutes: 30, price: { amount: 1, currency: "USD" } };
    await expect(
      practice.caller.booking.saveService({ ...input, price: { amount: 1, currency: "USD" } }),
    ).rejects.toMatchObject({ message: "VALIDATION_ERROR" });
    const smuggled = { ...input, price: BRL(1), professionalId: practice.professionalId };
    await expect(practice.caller.booking.saveService(smuggled)).rejects.toThrow("VALIDATION_ERROR");
  });

  it("NOT_FOUND for the service of another practice", async () => {
    const other = await mintPractice(app);
    const theft = { id: practice.serviceId, name: "Roubo", durationMinutes: 30, price: BRL(1) };
    await expect(other.caller.booking.saveService(theft)).rejects.toThrow("NOT_FOUND");
  });
});
