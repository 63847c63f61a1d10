import { professionals, users } from "@odys/db/schema/accounts";
import {
  appointments,
  availability,
  availabilityExceptions,
  services,
} from "@odys/db/schema/booking";
import { clientMerges, clients } from "@odys/db/schema/clients";
import { newId, type ProfessionalId, type UserId } from "@odys/shared/kernel/ids";
import type { UserActor } from "../kernel/ctx.ts";
import { type TestApp, userActor } from "./app.ts";

/**
 * Each suite mints its own people. Rows are inserted as the system, so a fixture tests nothing;
 * what it makes is what onboarding makes.
 */
export async function mintUser(
  app: TestApp,
  overrides: Partial<Omit<UserActor, "type">> = {},
): Promise<UserActor> {
  const actor = userActor(overrides);
  const { userId: id, email, emailVerified, name, role, locale } = actor;
  await app.db.insert(users).values({ id, email, emailVerified, name, role, locale });
  return actor;
}

type PracticeOverrides = {
  actor?: Partial<Omit<UserActor, "type">>;
  professional?: Partial<typeof professionals.$inferInsert>;
  service?: Partial<typeof services.$inferInsert>;
  /** Minutes since local midnight; every day from 09:00 to 18:00 unless given. */
  windows?: { dayOfWeek: number; startMinute: number; endMinute: number }[];
};

const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6].map((dayOfWeek) => ({
  dayOfWeek,
  startMinute: 540,
  endMinute: 1080,
}));

/** A practice in São Paulo with one service of 50 minutes for R$ 120, open every day from 9 to 18, holidays too. */
export async function mintPractice(app: TestApp, overrides: PracticeOverrides = {}) {
  const user = await mintUser(app, overrides.actor);
  const professionalId = newId() as ProfessionalId;
  const slug = `p-${professionalId}`;
  await app.db.insert(professionals).values({
    id: professionalId,
    userId: user.userId,
    slug,
    name: "Ana Teste",
    profession: "psychologist",
    phone: "+5511987654321",
    zone: "America/Sao_Paulo",
    plan: "basic",
    holidays: "none",
    ...overrides.professional,
  });
  const serviceId = newId();
  await app.db.insert(services).values({
    id: serviceId,
    professionalId,
    name: "Sessão",
    durationMinutes: 50,
    priceAmount: 12_000,
    ...overrides.service,
  });
  const windows = overrides.windows ?? EVERY_DAY;
  if (windows.length > 0) {
    await app.db
      .insert(availability)
      .values(windows.map((w) => ({ id: newId(), professionalId, ...w })));
  }
  const actor: UserActor = { ...user, professionalId };
  return { actor, userId: user.userId, professionalId, slug, serviceId, caller: app.as(actor) };
}

/** Other hours on one date, as ranges of minutes since local midnight; none: closed. */
export async function mintException(
  app: TestApp,
  { professionalId }: { professionalId: ProfessionalId },
  { date, windows = [], note = "" }: { date: string; windows?: [number, number][]; note?: string },
) {
  const id = newId();
  const ranges = `{${windows.map(([start, end]) => `[${start},${end})`).join(",")}}`;
  await app.db
    .insert(availabilityExceptions)
    .values({ id, professionalId, date, windows: ranges, note });
  return { id };
}

/** Numbers that no two clients of a run share. */
let clientCount = 0;

/** A client row of one practice, linked to a user if one is given. */
export async function mintClient(
  app: TestApp,
  professionalId: ProfessionalId,
  overrides: Partial<typeof clients.$inferInsert> & { userId?: UserId } = {},
) {
  const id = newId();
  const row = {
    id,
    professionalId,
    name: "Bia Cliente",
    phone: `+55119${10_000_000 + clientCount++}`,
    ...overrides,
  };
  await app.db.insert(clients).values(row);
  return row;
}

/** A client who was merged into another; nothing was theirs. */
export async function mintMerge(app: TestApp, professionalId: ProfessionalId, keptId: string) {
  const { id: mergedId } = await mintClient(app, professionalId, { mergedInto: keptId });
  const row = { id: newId(), professionalId, keptId, mergedId, moved: {} };
  await app.db.insert(clientMerges).values(row);
  return row;
}

/** An appointment of 50 minutes with a client of its own unless one is given; pending unless told. */
export async function mintAppointment(
  app: TestApp,
  practice: { professionalId: ProfessionalId; serviceId: string },
  overrides: Partial<typeof appointments.$inferInsert> = {},
) {
  const { professionalId, serviceId } = practice;
  const clientId = overrides.clientId ?? (await mintClient(app, professionalId)).id;
  const startsAt = overrides.startsAt ?? new Date("2026-11-30T12:00:00.000Z");
  const endsAt = overrides.endsAt ?? new Date(startsAt.getTime() + 50 * 60_000);
  const id = newId();
  await app.db.insert(appointments).values({
    id,
    professionalId,
    serviceId,
    clientId,
    status: "pending_confirmation",
    startsAt,
    endsAt,
    blockedFrom: startsAt,
    blockedUntil: endsAt,
    serviceName: "Sessão",
    durationMinutes: 50,
    priceAmount: 12_000,
    currency: "BRL",
    place: "in_person",
    source: "page",
    ...overrides,
  });
  return { id, clientId };
}

/** Time of the professional's own: an hour unless told. */
export async function mintBlock(
  app: TestApp,
  { professionalId }: { professionalId: ProfessionalId },
  overrides: Partial<typeof appointments.$inferInsert> & { startsAt: Date },
) {
  const { startsAt } = overrides;
  const endsAt = overrides.endsAt ?? new Date(startsAt.getTime() + 60 * 60_000);
  const id = newId();
  await app.db.insert(appointments).values({
    id,
    professionalId,
    kind: "block",
    status: "confirmed",
    endsAt,
    blockedFrom: startsAt,
    blockedUntil: endsAt,
    serviceName: "Almoço",
    durationMinutes: Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000),
    priceAmount: 0,
    currency: "BRL",
    place: "in_person",
    source: "professional",
    ...overrides,
  });
  return { id };
}
