import { newId } from "@odys/shared/kernel/ids";
import { eq } from "drizzle-orm";
import type { Db, Tx } from "../client.ts";
import { authAccounts, professionals, users } from "../schema/accounts.ts";
import { appointments, availability, availabilityExceptions, services } from "../schema/booking.ts";
import { clients } from "../schema/clients.ts";
import { notifications } from "../schema/messaging.ts";
import { blocks, meetings, random, WEEK } from "./agenda.ts";
import {
  CLIENT_MESSAGES,
  CLIENT_NAMES,
  DEMO_ACCOUNTS,
  DEMO_PASSWORD_HASH,
  DEMO_SLUG,
} from "./people.ts";
import { insertSent } from "./sent.ts";
import { insertTalk } from "./talk.ts";

const ZONE = "America/Sao_Paulo";
const DAY_MS = 86_400_000;

/**
 * Puts the demo practice into a database: five weeks of agenda around `now` (epoch ms), clients and
 * what is written and sent to them, notifications, three accounts. Does nothing and answers false when it is there already.
 */
export async function seedDemo(db: Db, now: number): Promise<boolean> {
  const [there] = await db.select().from(professionals).where(eq(professionals.slug, DEMO_SLUG));
  if (there) return false;
  await db.transaction(async (tx) => {
    const userIds = await insertAccounts(tx);
    const professionalId = await insertPractice(tx, userIds.professional);
    await insertExceptions(tx, professionalId, now);
    const clientIds = await insertClients(tx, professionalId, userIds.client);
    await insertAgenda(tx, { professionalId, userId: userIds.professional, clientIds, now });
    await insertTalk(tx, { professionalId, clientIds, now });
    await insertSent(tx, { professionalId, zone: ZONE, refusedId: clientIds[2], now });
  });
  return true;
}

async function insertAccounts(
  tx: Tx,
): Promise<Record<(typeof DEMO_ACCOUNTS)[number]["who"], string>> {
  const ids = { professional: newId(), client: newId(), admin: newId() };
  for (const { who, name, email, role } of DEMO_ACCOUNTS) {
    const userId = ids[who];
    await tx.insert(users).values({ id: userId, name, email, role, emailVerified: true });
    await tx.insert(authAccounts).values({
      id: newId(),
      userId,
      accountId: userId,
      providerId: "credential",
      password: DEMO_PASSWORD_HASH,
    });
  }
  return ids;
}

async function insertPractice(tx: Tx, userId: string): Promise<string> {
  const professionalId = newId();
  await tx.insert(professionals).values({
    id: professionalId,
    userId,
    slug: DEMO_SLUG,
    name: "Ana Souza",
    profession: "psychologist",
    phone: "+5511900000001",
    bio: "Psicóloga clínica (CRP 06/000000). Atendo adultos e casais em Pinheiros e por vídeo, com escuta atenta e sem pressa.",
    zone: ZONE,
    plan: "pro",
    maxPending: 30,
  });
  await tx
    .insert(availability)
    .values(WEEK.map((window) => ({ id: newId(), professionalId, ...window })));
  return professionalId;
}

/** A congress and a Saturday of work, after the weeks that are booked; holidays come by themselves. */
async function insertExceptions(tx: Tx, professionalId: string, now: number): Promise<void> {
  const dateIn = (days: number) => new Date(now + days * DAY_MS).toISOString().slice(0, 10);
  const toSaturday = 6 - new Date(now).getUTCDay();
  const exceptions = [
    ...[16, 17, 18].map((days) => ({ date: dateIn(days), note: "Congresso em Recife" })),
    { date: dateIn(21 + toSaturday), windows: "{[540,780)}", note: "Plantão de sábado" },
  ];
  await tx
    .insert(availabilityExceptions)
    .values(exceptions.map((exception) => ({ id: newId(), professionalId, ...exception })));
}

async function insertClients(
  tx: Tx,
  professionalId: string,
  linkedUserId: string,
): Promise<string[]> {
  const rows = CLIENT_NAMES.map((name, index) => ({
    id: newId(),
    professionalId,
    name,
    phone: `+55119000001${String(index).padStart(2, "0")}`,
    email: index === 0 ? DEMO_ACCOUNTS[1].email : null,
    userId: index === 0 ? linkedUserId : null,
  }));
  await tx.insert(clients).values(rows);
  return rows.map((row) => row.id);
}

const SERVICES = [
  {
    name: "Sessão individual",
    description: "Psicoterapia para adultos, presencial em Pinheiros.",
    durationMinutes: 50,
    priceAmount: 18_000,
    bufferAfterMinutes: 10,
    place: "in_person",
    placeDetail: "Rua dos Pinheiros, 1000, sala 42, São Paulo",
    color: "teal",
  },
  {
    name: "Sessão online",
    description: "Psicoterapia por vídeo. O link chega com a confirmação.",
    durationMinutes: 50,
    priceAmount: 16_000,
    confirmation: "automatic",
    place: "online",
    placeDetail: "",
    color: "indigo",
  },
  {
    name: "Primeira conversa",
    description: "Vinte minutos para nos conhecermos, sem custo.",
    questions: [
      {
        id: "0190b1d2-7a00-7000-8000-000000000001",
        label: "O que traz você aqui?",
        kind: "text",
        required: true,
      },
      {
        id: "0190b1d2-7a00-7000-8000-000000000002",
        label: "Já fez terapia antes?",
        kind: "yes_no",
        required: false,
      },
    ],
    durationMinutes: 20,
    priceAmount: 0,
    confirmation: "automatic",
    place: "online",
    placeDetail: "",
    color: "amber",
  },
  {
    name: "Terapia de casal",
    description: "Encontro de oitenta minutos para os dois.",
    durationMinutes: 80,
    priceAmount: 28_000,
    bufferAfterMinutes: 10,
    place: "in_person",
    placeDetail: "Rua dos Pinheiros, 1000, sala 42, São Paulo",
    color: "rose",
  },
] as const satisfies readonly Partial<typeof services.$inferInsert>[];

type Agenda = { professionalId: string; userId: string; clientIds: string[]; now: number };

async function insertAgenda(
  tx: Tx,
  { professionalId, userId, clientIds, now }: Agenda,
): Promise<void> {
  const offered = SERVICES.map((service, position) => ({
    id: newId(),
    professionalId,
    position,
    bufferAfterMinutes: 0,
    ...service,
  }));
  await tx.insert(services).values(offered);

  const draw = random(20_260_101);
  const booked = meetings(now, 28, 14, draw).flatMap(({ startsAt, dayOffset, pick }, index) => {
    // Meetings lie 90 minutes apart, so the longest service with its buffer fits anywhere.
    const service = offered[pick < 0.5 ? 0 : pick < 0.8 ? 1 : pick < 0.9 ? 2 : 3];
    const clientIndex = Math.floor(draw() * clientIds.length);
    const [clientId, clientName] = [clientIds[clientIndex], CLIENT_NAMES[clientIndex]];
    if (!service || !clientId || !clientName) return [];
    const endsAt = new Date(startsAt.getTime() + service.durationMinutes * 60_000);
    const blockedUntil = new Date(endsAt.getTime() + service.bufferAfterMinutes * 60_000);
    const chance = draw();
    const { durationMinutes, priceAmount, place, placeDetail, name: serviceName } = service;
    const row = {
      id: newId(),
      professionalId,
      clientId,
      serviceId: service.id,
      ...fate(endsAt.getTime() < now, dayOffset, chance, service),
      startsAt,
      endsAt,
      blockedFrom: startsAt,
      blockedUntil,
      serviceName,
      durationMinutes,
      priceAmount,
      currency: "BRL" as const,
      place,
      placeDetail,
      message: chance < 0.15 ? (CLIENT_MESSAGES[index % CLIENT_MESSAGES.length] ?? "") : "",
      // Some days ahead, and never later than now.
      createdAt: new Date(Math.min(startsAt.getTime() - 3 * DAY_MS, now) - chance * 2 * DAY_MS),
      source: chance < 0.6 ? ("page" as const) : ("professional" as const),
    };
    return [{ row, clientName }];
  });
  await tx.insert(appointments).values(booked.map(({ row }) => row));
  await tx.insert(appointments).values(blocksOf(professionalId, now));
  await insertRequests(tx, userId, booked);
}

function blocksOf(professionalId: string, now: number) {
  return blocks(now, 28, 14).map(({ startsAt, minutes, title }) => {
    const endsAt = new Date(startsAt.getTime() + minutes * 60_000);
    return {
      id: newId(),
      professionalId,
      kind: "block" as const,
      status: "confirmed" as const,
      startsAt,
      endsAt,
      blockedFrom: startsAt,
      blockedUntil: endsAt,
      serviceName: title,
      durationMinutes: minutes,
      priceAmount: 0,
      currency: "BRL" as const,
      place: "in_person" as const,
      source: "professional" as const,
      createdAt: new Date(now - 29 * DAY_MS),
    };
  });
}

/** What became of a meeting, by a number between 0 and 1. */
function fate(
  past: boolean,
  dayOffset: number,
  chance: number,
  { priceAmount, ...service }: (typeof SERVICES)[number],
) {
  if (!past) {
    const asked = dayOffset > 0 && chance < 0.25 && !("confirmation" in service);
    return { status: asked ? "pending_confirmation" : "confirmed" } as const;
  }
  if (chance < 0.07) return { status: "no_show" } as const;
  if (chance < 0.14) {
    return {
      status: "cancelled",
      cancelledBy: "client",
      reason: "Imprevisto no trabalho",
    } as const;
  }
  const paid = priceAmount > 0 && chance < 0.9;
  return { status: "completed", paymentStatus: paid ? "captured" : "none" } as const;
}

type Booked = {
  row: typeof appointments.$inferInsert & { createdAt: Date };
  clientName: string;
}[];

/** The notifications that the waiting requests have caused. */
async function insertRequests(tx: Tx, userId: string, booked: Booked): Promise<void> {
  const rows = booked
    .filter(({ row }) => row.status === "pending_confirmation")
    // Ids are in the order of time.
    .toSorted((a, b) => a.row.createdAt.getTime() - b.row.createdAt.getTime())
    .map(({ row, clientName }) => ({
      id: newId(),
      userId,
      type: "booking_requested" as const,
      params: {
        appointmentId: row.id,
        clientName,
        serviceName: row.serviceName,
        startsAt: row.startsAt.toISOString(),
        zone: ZONE,
      },
      dedupeKey: `demo ${row.id}`,
      createdAt: row.createdAt,
    }));
  if (rows.length > 0) await tx.insert(notifications).values(rows);
}
