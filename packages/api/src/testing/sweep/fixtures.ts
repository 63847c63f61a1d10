import { linkToken } from "../../kernel/links.ts";
import { LIFE_FIXTURES } from "./life-fixtures.ts";
import { DELIVERY_FIXTURES } from "./delivery-fixtures.ts";
import { TALK_FIXTURES } from "./talk-fixtures.ts";
import { SECRET, type World } from "./world.ts";

/**
 * How each procedure is swept. `rung`: who is let in at all. `input`: a good one, with Rui's ids
 * where it takes ids. `foreign`: those ids are his alone, and everybody else is to hear NOT_FOUND.
 */
export type Fixture = {
  rung: "public" | "user" | "professional" | "client" | "admin";
  input: (world: World) => unknown;
  foreign?: true;
};

const nothing = () => ({});
const service = {
  name: "Nova",
  durationMinutes: 30,
  price: { amount: 5_000, currency: "BRL" },
};
const answers = {
  name: "Ana Nova",
  profession: "psychologist",
  phone: "+5511987650000",
  zone: "America/Sao_Paulo",
  service: { name: "Sessão", durationMinutes: 50, priceAmount: 12_000 },
  windows: [{ dayOfWeek: 1, startTime: "09:00", endTime: "18:00" }],
};
const december = { from: "2026-12-01", to: "2026-12-31" };
const token = "abcdefghijklmnopqrstuvwxyz012345";

/** A procedure without an entry fails the sweep. */
export const FIXTURES: Record<string, Fixture> = {
  "accounts.register": {
    rung: "public",
    input: () => ({
      name: "Nova Pessoa",
      email: `${SECRET}@odys.test`,
      password: "uma senha longa",
    }),
  },
  "accounts.verifyEmail": { rung: "public", input: () => ({ token }) },
  "accounts.resendVerification": {
    rung: "public",
    input: () => ({ email: `${SECRET}@odys.test` }),
  },
  "accounts.signIn": {
    rung: "public",
    input: () => ({ email: `${SECRET}@odys.test`, password: "a senha errada" }),
  },
  "accounts.signOut": { rung: "public", input: nothing },
  "accounts.requestPasswordReset": {
    rung: "public",
    input: () => ({ email: `${SECRET}@odys.test` }),
  },
  "accounts.resetPassword": {
    rung: "public",
    input: () => ({ token, password: "uma senha longa" }),
  },
  "accounts.me": { rung: "public", input: nothing },
  "accounts.updateMe": { rung: "user", input: () => ({ name: "Outro Nome" }) },
  "accounts.listDevices": { rung: "user", input: nothing },
  "accounts.revokeDevice": {
    rung: "user",
    input: ({ rui }) => ({ id: rui.sessionId }),
    foreign: true,
  },
  "accounts.revokeOtherDevices": { rung: "user", input: nothing },
  "accounts.getOnboarding": { rung: "user", input: nothing },
  "accounts.saveOnboarding": { rung: "user", input: () => ({ name: "Ana Nova" }) },
  "accounts.completeOnboarding": { rung: "user", input: () => answers },
  "accounts.getProfile": { rung: "professional", input: nothing },
  "accounts.updateProfile": { rung: "professional", input: () => ({ bio: "Atendo online." }) },

  "accounts.removeAvatar": { rung: "professional", input: nothing },

  "booking.getPage": { rung: "public", input: ({ rui }) => ({ slug: rui.slug }) },
  "booking.listSlots": {
    rung: "public",
    input: ({ rui }) => ({
      slug: rui.slug,
      serviceId: rui.serviceId,
      from: "2026-12-01",
      to: "2026-12-03",
    }),
  },
  "booking.getChallenge": {
    rung: "public",
    input: ({ rui }) => ({ slug: rui.slug, serviceId: rui.serviceId }),
  },
  "booking.getGuestCheck": {
    rung: "public",
    input: ({ anaGuestLink }) => ({ token: anaGuestLink }),
  },
  "booking.confirmGuest": {
    rung: "public",
    input: ({ anaGuestLink }) => ({ token: anaGuestLink }),
  },
  "booking.book": {
    rung: "public",
    input: ({ rui }) => ({
      slug: rui.slug,
      serviceId: rui.serviceId,
      startsAt: "2026-12-02T12:00:00.000Z",
      name: "Bia",
      phone: "+5511912345678",
    }),
  },
  "booking.listAppointments": { rung: "professional", input: nothing },
  "booking.listAgenda": {
    rung: "professional",
    input: () => ({ from: "2026-11-23", to: "2026-12-06" }),
  },
  "booking.onChange": { rung: "professional", input: nothing },
  "booking.getAppointment": {
    rung: "professional",
    input: ({ rui }) => ({ id: rui.pendingId }),
    foreign: true,
  },
  "booking.confirm": {
    rung: "professional",
    input: ({ rui }) => ({ id: rui.pendingId }),
    foreign: true,
  },
  "booking.reject": {
    rung: "professional",
    input: ({ rui }) => ({ id: rui.pendingId, reason: "" }),
    foreign: true,
  },
  "booking.cancel": {
    rung: "user",
    input: ({ rui }) => ({ id: rui.confirmedId, reason: "" }),
    foreign: true,
  },
  "booking.getCalendarFile": {
    rung: "public",
    input: ({ app, rui }) => ({
      token: linkToken(app.services.settings, "manage", rui.confirmedId),
    }),
  },
  ...LIFE_FIXTURES,
  "booking.listServices": { rung: "professional", input: nothing },
  "booking.saveService": {
    rung: "professional",
    input: ({ rui }) => ({ id: rui.serviceId, ...service }),
    foreign: true,
  },
  "booking.archiveService": {
    rung: "professional",
    input: ({ rui }) => ({ id: rui.serviceId }),
    foreign: true,
  },
  "booking.getAvailability": { rung: "professional", input: nothing },
  "booking.setAvailability": {
    rung: "professional",
    input: () => ({ windows: answers.windows }),
  },
  "booking.listDays": {
    rung: "public",
    input: ({ rui }) => ({
      slug: rui.slug,
      serviceId: rui.serviceId,
      from: "2026-12-01",
      to: "2026-12-31",
    }),
  },
  "booking.getRules": { rung: "professional", input: nothing },
  "booking.setRules": { rung: "professional", input: () => ({ maxPerDay: 8 }) },
  "booking.listExceptions": { rung: "professional", input: () => december },
  "booking.checkException": {
    rung: "professional",
    input: () => ({ ...december, windows: [] }),
  },
  "booking.setException": {
    rung: "professional",
    input: () => ({ from: "2027-01-04", to: "2027-01-05", windows: [], note: "Férias" }),
  },
  "booking.deleteException": { rung: "professional", input: () => december },
  "booking.listHolidays": { rung: "professional", input: () => december },
  "booking.explainSlot": {
    rung: "professional",
    input: ({ rui }) => ({ serviceId: rui.serviceId, startsAt: "2026-12-01T12:00:00.000Z" }),
    foreign: true,
  },

  "booking.listClientAppointments": {
    rung: "professional",
    input: ({ rui }) => ({ clientId: rui.clientId }),
    foreign: true,
  },

  "clients.list": { rung: "professional", input: nothing },
  "clients.get": {
    rung: "professional",
    input: ({ rui }) => ({ id: rui.clientId }),
    foreign: true,
  },
  "clients.create": {
    rung: "professional",
    input: () => ({ name: "Bia Nova", phone: "+5511900000042" }),
  },
  "clients.update": {
    rung: "professional",
    input: ({ rui }) => ({ id: rui.clientId, name: "Outro Nome" }),
    foreign: true,
  },
  "clients.listDuplicates": { rung: "professional", input: nothing },
  "clients.listMerges": {
    rung: "professional",
    input: ({ rui }) => ({ clientId: rui.clientId }),
    foreign: true,
  },
  "clients.merge": {
    rung: "professional",
    input: ({ rui }) => ({ keptId: rui.clientId, mergedId: rui.twinId }),
    foreign: true,
  },
  "clients.undoMerge": {
    rung: "professional",
    input: ({ rui }) => ({ id: rui.mergeId }),
    foreign: true,
  },
  "clients.archive": {
    rung: "professional",
    input: ({ rui }) => ({ id: rui.clientId }),
    foreign: true,
  },

  "messaging.listNotifications": {
    rung: "user",
    input: ({ rui }) => ({ cursor: rui.notificationId }),
  },
  "messaging.countUnread": { rung: "user", input: nothing },
  "messaging.markRead": {
    rung: "user",
    input: ({ rui }) => ({ id: rui.notificationId }),
    foreign: true,
  },
  "messaging.markAllRead": { rung: "user", input: nothing },
  "messaging.getSettings": { rung: "professional", input: nothing },
  "messaging.setSettings": { rung: "professional", input: () => ({ reminderMinutes: [120] }) },
  "messaging.listTemplates": { rung: "professional", input: nothing },
  "messaging.setWording": {
    rung: "professional",
    input: () => ({ template: "reminder24h", locale: "pt-BR", opening: "", closing: "Até lá!" }),
  },
  "messaging.resetWording": {
    rung: "professional",
    input: () => ({ template: "reminder24h", locale: "pt-BR" }),
  },
  "messaging.listLocalMessages": { rung: "public", input: nothing },
  "messaging.getConnection": { rung: "professional", input: nothing },
  "messaging.listPhones": { rung: "public", input: nothing },
  "messaging.getPhone": { rung: "public", input: () => ({ recipient: "+5511912345678" }) },
  "messaging.playReceipt": {
    rung: "public",
    input: ({ rui }) => ({ id: rui.pendingId, receipt: "read" }),
  },
  "messaging.answerAsClient": {
    rung: "public",
    input: () => ({ recipient: "+5511912345678", text: "Oi" }),
  },
  ...TALK_FIXTURES,
  ...DELIVERY_FIXTURES,

  "admin.getOverview": { rung: "admin", input: nothing },
  "admin.listUsers": { rung: "admin", input: () => ({ search: SECRET }) },
  "admin.getUser": { rung: "admin", input: ({ rui }) => ({ id: rui.userId }) },
  // Not Rui: his session is what others are tried on.
  "admin.signOutUser": { rung: "admin", input: ({ ana }) => ({ id: ana.userId }) },
  "admin.listProfessionals": { rung: "admin", input: nothing },
  "admin.getProfessional": { rung: "admin", input: ({ rui }) => ({ id: rui.professionalId }) },
  "admin.suspendProfessional": {
    rung: "admin",
    input: ({ rui }) => ({ id: rui.professionalId, reason: `Denúncia contra ${SECRET}` }),
  },
  "admin.unsuspendProfessional": {
    rung: "admin",
    input: ({ rui }) => ({ id: rui.professionalId }),
  },
  "admin.listAppointments": { rung: "admin", input: () => ({ client: SECRET }) },
  "admin.getAppointment": { rung: "admin", input: ({ rui }) => ({ id: rui.confirmedId }) },
  "admin.listAudit": { rung: "admin", input: ({ rui }) => ({ row: rui.confirmedId }) },
  "admin.listEvents": { rung: "admin", input: () => ({ state: "waiting" }) },
  "admin.listQueues": { rung: "admin", input: nothing },
  "admin.listJobs": { rung: "admin", input: () => ({ queue: "messaging.notify" }) },
  "admin.replayJob": {
    rung: "admin",
    input: ({ rui }) => ({ queue: "messaging.notify", id: rui.confirmedId }),
  },
  "admin.replayDeadLetters": { rung: "admin", input: () => ({ queue: "messaging.notify" }) },
  "admin.getHealth": { rung: "admin", input: nothing },
  "admin.getConnection": { rung: "admin", input: nothing },
  "admin.listHits": { rung: "admin", input: () => ({ hours: 24 }) },
};
