import { mintDelivery } from "../deliveries.ts";
import { authAccounts, authSessions, onboardingDrafts } from "@odys/db/schema/accounts";
import { calendarFeeds } from "@odys/db/schema/booking";
import { notifications } from "@odys/db/schema/messaging";
import { messageWordings } from "@odys/db/schema/messaging/deliveries";
import { newId } from "@odys/shared/kernel/ids";
import { eq } from "drizzle-orm";
import { hashPassword } from "../../gateways/auth/password.ts";
import type { Actor } from "../../kernel/ctx.ts";
import { linkToken } from "../../kernel/links.ts";
import { createAccountsApp } from "../accounts.ts";
import type { createTestApp } from "../app.ts";
import {
  mintAppointment,
  mintBlock,
  mintClient,
  mintException,
  mintMerge,
  mintPractice,
  mintUser,
} from "../fixtures.ts";
import { mintConversation } from "../talk.ts";

/** Stands in every text of Rui's that nobody else may read. */
export const SECRET = "segredo-do-rui";

export type World = Awaited<ReturnType<typeof createWorld>>;
export const ACTORS = ["anonymous", "user", "client", "professional", "admin", "owner"] as const;
export type ActorName = (typeof ACTORS)[number];

/**
 * Two practices and everybody who might ask: nobody, a user without a practice, a client of both
 * practices, Ana (professional), an admin, and Rui (owner), whose ids the sweeps use.
 */
export async function createWorld(overrides: Parameters<typeof createTestApp>[0] = {}) {
  const app = await createAccountsApp({ max: 10, ...overrides });
  const professional = { plan: "pro" as const, maxPending: 100 };
  const ana = await mintPractice(app, { professional });
  const rui = await mintPractice(app, { professional, actor: { email: `${SECRET}@odys.test` } });
  const [user, client, admin] = [
    await mintUser(app),
    await mintUser(app),
    await mintUser(app, { role: "admin" }),
  ];
  await mintClient(app, ana.professionalId, { userId: client.userId, phone: "+5511900000010" });
  const own = { name: SECRET, email: `${SECRET}@example.com`, phone: "+5511900000011" };
  const ruiClient = await mintClient(app, rui.professionalId, own);
  const twin = await mintClient(app, rui.professionalId, { name: SECRET });
  const merged = await mintMerge(app, rui.professionalId, ruiClient.id);
  await app.db.insert(messageWordings).values({
    professionalId: rui.professionalId,
    template: "reminder24h",
    locale: "pt-BR",
    closing: SECRET,
  });
  const at = (hour: number) => new Date(Date.UTC(2026, 11, 1, hour));
  const wish = { clientId: ruiClient.id, message: SECRET };
  const pending = await mintAppointment(app, rui, { ...wish, startsAt: at(12) });
  const confirmed = await mintAppointment(app, rui, {
    ...wish,
    startsAt: at(14),
    status: "confirmed",
  });
  await mintException(app, rui, { date: "2026-12-24", note: SECRET });
  const movable = await mintAppointment(app, rui, {
    ...wish,
    startsAt: at(16),
    status: "confirmed",
  });
  const past = (hour: number) => new Date(Date.UTC(2026, 10, 20, hour));
  const begun = await mintAppointment(app, rui, {
    ...wish,
    startsAt: past(12),
    status: "confirmed",
  });
  const missed = await mintAppointment(app, rui, {
    ...wish,
    startsAt: past(14),
    status: "confirmed",
  });
  const block = await mintBlock(app, rui, { startsAt: at(18), serviceName: SECRET });
  const linked = await mintAppointment(app, ana, { startsAt: at(12), status: "confirmed" });
  const unwanted = await mintAppointment(app, ana, { startsAt: at(13), status: "confirmed" });
  const held = await mintAppointment(app, ana, {
    startsAt: at(15),
    status: "held",
    heldUntil: new Date(app.clock.now() + 1_800_000),
    bookedEmail: "guest@example.com",
  });
  const feedId = newId();
  await app.db
    .insert(calendarFeeds)
    .values({ id: feedId, userId: ana.userId, side: "professional" });
  await mintConversation(app, { ...rui, clientId: ruiClient.id }, [SECRET, SECRET]);
  const deliveryId = await mintDelivery(
    app,
    rui,
    { id: pending.id, clientId: ruiClient.id },
    {
      state: "failed",
      reason: "refused",
      nextAt: null,
      params: { movedFrom: SECRET },
    },
  );
  const notificationId = newId();
  await app.db.insert(notifications).values({
    id: notificationId,
    userId: rui.userId,
    type: "booking_requested",
    params: { clientName: SECRET },
    dedupeKey: notificationId,
  });
  await app.db.insert(onboardingDrafts).values({ userId: rui.userId, draft: { name: SECRET } });

  const actors: Record<ActorName, Actor> = {
    anonymous: { type: "anonymous" },
    user,
    client,
    professional: ana.actor,
    admin,
    owner: rui.actor,
  };
  const cookies = await signIn(app, actors);
  const [session] = await app.db
    .update(authSessions)
    .set({ userAgent: SECRET })
    .where(eq(authSessions.userId, rui.userId))
    .returning({ id: authSessions.id });
  return {
    app,
    actors,
    /** A request of this actor's, with the cookies of their session. */
    contextOf: (actor: ActorName) => app.contextOf(actors[actor], { cookie: cookies[actor] ?? "" }),
    ana,
    /** Each opens an appointment of Ana's. */
    anaLink: linkToken(app.services.settings, "manage", linked.id),
    /** Ana's agenda, as calendars read it. */
    anaFeed: linkToken(app.services.settings, "feed", feedId),
    /** Of a guest whose mailbox has to confirm. */
    anaGuestLink: linkToken(app.services.settings, "confirm", held.id),
    anaOtherLink: linkToken(app.services.settings, "manage", unwanted.id),
    /** What is Rui's, by name. */
    rui: {
      ...rui,
      clientId: ruiClient.id,
      twinId: twin.id,
      mergeId: merged.id,
      pendingId: pending.id,
      confirmedId: confirmed.id,
      movableId: movable.id,
      begunId: begun.id,
      missedId: missed.id,
      blockId: block.id,
      notificationId,
      deliveryId,
      sessionId: session?.id ?? "",
    },
  };
}

/** Signs everybody in by the local driver. Returns their cookies. */
async function signIn(
  app: Awaited<ReturnType<typeof createAccountsApp>>,
  actors: Record<ActorName, Actor>,
): Promise<Partial<Record<ActorName, string>>> {
  const cookies: Partial<Record<ActorName, string>> = {};
  const password = await hashPassword(app.password);
  for (const name of ACTORS) {
    const actor = actors[name];
    if (actor.type !== "user") continue;
    const { userId, email } = actor;
    const account = { id: newId(), userId, accountId: userId, providerId: "credential", password };
    await app.db.insert(authAccounts).values(account);
    const visitor = app.visitor();
    await visitor.api((api) => api.accounts.signIn({ email, password: app.password }));
    cookies[name] = visitor.sent().cookie;
  }
  return cookies;
}
