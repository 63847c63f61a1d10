import type { APIRequestContext } from "@playwright/test";
import { DEMO_PASSWORD } from "@odys/db/seed/people";
import { createSolver } from "@odys/shared/booking/proof";

/** A procedure called as the browser of `request` would, with its cookies. */
export async function call(
  request: APIRequestContext,
  origin: string,
  kind: "query" | "mutation",
  path: string,
  input: unknown = {},
): Promise<unknown> {
  const url = `${origin}/api/trpc/${path}`;
  const answer =
    kind === "mutation"
      ? await request.post(url, { data: input, headers: { origin } })
      : await request.get(`${url}?input=${encodeURIComponent(JSON.stringify(input))}`);
  if (!answer.ok()) throw new Error(`${path} → ${answer.status()} ${await answer.text()}`);
  const body: unknown = await answer.json();
  return dig(body, "result", "data");
}

/** What stands at a path of an answer; undefined where there is nothing. */
export function dig(value: unknown, ...path: (string | number)[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === "object" && at !== null ? Reflect.get(at, key) : undefined),
    value,
  );
}

/** The text of the newest mail to an address. Waits for it: mails leave after their transaction. */
export async function mailTo(
  request: APIRequestContext,
  origin: string,
  recipient: string,
  about = /./,
): Promise<string> {
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline) {
    const page = await call(request, origin, "query", "messaging.listLocalMessages", { recipient });
    const items = dig(page, "items");
    for (const item of Array.isArray(items) ? items : []) {
      const text = `${String(dig(item, "subject"))}\n${String(dig(item, "text"))}`;
      if (about.test(text)) return text;
    }
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  throw new Error(`no mail to ${recipient} about ${about}`);
}

interface Person {
  email: string;
  name: string;
}

/** Signs up and proves the address; afterwards `request` is signed in. */
export async function signUp(
  request: APIRequestContext,
  origin: string,
  { email, name }: Person,
): Promise<void> {
  const mutate = (path: string, input?: unknown) => call(request, origin, "mutation", path, input);
  await mutate("accounts.register", { name, email, password: DEMO_PASSWORD });
  const token = /token=([\w.~-]+)/.exec(await mailTo(request, origin, email, /token=/))?.[1];
  await mutate("accounts.verifyEmail", { token });
}

/** What the wizard asks for, answered; open every day from eight to eight. */
export function answersOf(name: string) {
  return {
    name,
    profession: "psychologist",
    phone: "+5511900000002",
    zone: "America/Sao_Paulo",
    service: { name: "Consulta", durationMinutes: 50, priceAmount: 15_000 },
    windows: [0, 1, 2, 3, 4, 5, 6].map((dayOfWeek) => ({
      dayOfWeek,
      startTime: "08:00",
      endTime: "20:00",
    })),
  };
}

/** Signs up and opens a practice, on the free plan. Answers its slug. */
export async function openPractice(
  request: APIRequestContext,
  origin: string,
  person: Person,
): Promise<string> {
  await signUp(request, origin, person);
  const input = answersOf(person.name);
  const card = await call(request, origin, "mutation", "accounts.completeOnboarding", input);
  return String(dig(card, "slug"));
}

interface Guest {
  slug: string;
  name: string;
  email?: string;
  /** Another number is another person to the practice. */
  phone?: string;
}

/** What the page of a guest works out by itself. */
async function proofFor(
  request: APIRequestContext,
  origin: string,
  { startsAt, ...service }: { slug: string; serviceId: unknown; startsAt: string },
): Promise<string | undefined> {
  const asked = await call(request, origin, "query", "booking.getChallenge", service);
  const challenge = dig(asked, "challenge");
  if (typeof challenge !== "string") return undefined;
  const solver = createSolver({ challenge, work: Number(dig(asked, "work")) }, startsAt);
  for (;;) {
    const proof = solver.run(100_000);
    if (proof !== null) return proof;
  }
}

/** Books the first free time of the first service from tomorrow on, without an account. */
export async function bookAsGuest(
  request: APIRequestContext,
  origin: string,
  { slug, ...guest }: Guest,
): Promise<{ id: string; startsAt: string; day: string }> {
  const dayFrom = (days: number) =>
    new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const page = await call(request, origin, "query", "booking.getPage", { slug });
  const serviceId = dig(page, "services", 0, "id");
  const range = { slug, serviceId, from: dayFrom(1), to: dayFrom(7) };
  const free = await call(request, origin, "query", "booking.listSlots", range);
  const startsAt = dig(free, "days", 0, "slots", 0);
  const proof = await proofFor(request, origin, { slug, serviceId, startsAt: String(startsAt) });
  const input = { slug, serviceId, startsAt, phone: "11987654321", proof, ...guest };
  const booked = await call(request, origin, "mutation", "booking.book", input);
  return {
    id: String(dig(booked, "appointmentId")),
    startsAt: String(startsAt),
    day: String(dig(free, "days", 0, "date")),
  };
}
