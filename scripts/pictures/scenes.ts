import { join } from "node:path";
import type { launchBrowser } from "../../apps/web/e2e/support/browser.ts";
import { bookOver, lookFor, moveByForm, openItem, openSent } from "./agenda.ts";
import { book, chooseAsking, chooseService, chooseTime, manage } from "./booking.ts";
import { openRefused, openThread, searchClients, writeWording } from "./messages.ts";

type Browser = Awaited<ReturnType<typeof launchBrowser>>;
export type Context = Awaited<ReturnType<Browser["newContext"]>>;
export type Page = Awaited<ReturnType<Context["newPage"]>>;

/** Nobody, the demo's professional, a client of theirs with an account, somebody who is just setting up a practice, or who runs the platform. */
export type Who = "visitor" | "professional" | "client" | "newcomer" | "admin";

export interface Scene {
  name: string;
  path: string;
  who?: Who;
  /** The answer that is right; 200 when left out. */
  status?: number;
  /** The refusal that the act brings about: it is what the picture shows. */
  refusal?: number;
  /** What is done before the picture is taken. Then only what is in sight is taken: something floats. */
  act?: (page: Page) => Promise<void>;
  /** The whole page although something was done. */
  whole?: boolean;
  /** Changes what others show: taken when everything else is. */
  writes?: boolean;
}

const BOOKING = "/p/ana-souza";

/** A page that scrolls within itself: what is in sight is all there is. */
const seen = async (page: Page) => {
  await page.locator("[data-wide]").first().waitFor();
};

const click = (selector: string) => async (page: Page) => {
  await page.locator(selector).first().click();
};

/** Why nobody can book on a Sunday: asked, and answered. */
async function explainSunday(page: Page): Promise<void> {
  await page.locator("#content header button").click();
  await page.locator("[role=dialog] input[type=date]").fill("2026-11-29");
  await page.locator("[role=dialog] h3").first().waitFor();
}

async function choosePicture(page: Page): Promise<void> {
  const file = join(import.meta.dirname, "../../apps/web/public/icons/icon-512.png");
  await page.locator("input[type=file]").setInputFiles(file);
  await page.locator("#profile img").first().waitFor();
}

async function openQuestions(page: Page): Promise<void> {
  await page.locator("#content ul button").nth(2).click();
  await page.locator("[role=dialog] ol li").last().scrollIntoViewIfNeeded();
}

/** The address that calendars read; made by whichever look comes first. */
async function makeFeed(page: Page): Promise<void> {
  const make = page.locator("button:has(.lucide-calendar-plus)");
  const made = page.locator("a[href^='webcal:']");
  await make.or(made).waitFor();
  if (await make.isVisible()) await make.click();
  await made.scrollIntoViewIfNeeded();
}

async function openClient(page: Page): Promise<void> {
  await page.locator("#content section a").first().click();
  await page.locator("#content dl").waitFor();
}

const visitor: Scene[] = [
  { name: "landing", path: "/" },
  { name: "booking", path: BOOKING },
  { name: "booking-time", path: BOOKING, act: (page) => chooseService(page), whole: true },
  { name: "booking-details", path: BOOKING, act: (page) => chooseTime(page), whole: true },
  { name: "booking-questions", path: BOOKING, act: chooseAsking, whole: true },
  { name: "booking-done", path: BOOKING, act: book, whole: true, writes: true },
  { name: "booking-held", path: `${BOOKING}?held=2026-11-20T15:30:00Z` },
  { name: "manage", path: BOOKING, act: manage(), whole: true, writes: true },
  {
    name: "manage-move",
    path: BOOKING,
    act: manage("a[href='?act=move']"),
    whole: true,
    writes: true,
  },
  {
    name: "manage-review",
    path: BOOKING,
    act: manage("a[href='?act=move']", "fieldset ul a"),
    whole: true,
    writes: true,
  },
  {
    name: "manage-cancel",
    path: BOOKING,
    act: manage("a[href='?act=cancel']"),
    whole: true,
    writes: true,
  },
  {
    name: "manage-cancelled",
    path: BOOKING,
    act: manage("a[href='?act=cancel']", "form button[type=submit]"),
    whole: true,
    writes: true,
  },
  { name: "manage-unknown", path: "/m/nothing", status: 404 },
  { name: "confirm", path: "/confirm" }, // and the link that was made for it
  { name: "confirm-unknown", path: "/confirm/nothing", status: 404 },
  { name: "booking-unknown", path: "/p/nobody-is-called-so", status: 404 },
  { name: "sign-up", path: "/sign-up" },
  {
    name: "sign-up-empty",
    path: "/sign-up",
    act: click("form button[type=submit]"),
    whole: true,
  },
  { name: "sign-in", path: "/sign-in" },
  { name: "forgot", path: "/forgot" },
  { name: "reset", path: "/reset?token=expired" },
  { name: "verify", path: "/verify?token=expired" },
  { name: "outbox", path: "/dev/outbox" },
  {
    name: "outbox-letter",
    path: "/dev/outbox",
    act: click("#content ul button"),
    whole: true,
  },
  { name: "outbox-phone", path: "/dev/outbox?tab=whatsapp" },
  { name: "components", path: "/dev/ui" },
  { name: "not-found", path: "/there-is-no-such-page", status: 404 },
];

const newcomer: Scene[] = [
  ...["practice", "contact", "service", "hours", "review"].map((step) => ({
    name: `onboarding-${step}`,
    path: `/onboarding?step=${step}`,
  })),
  // Somebody without a practice is led here.
  { name: "dashboard-without-practice", path: "/dashboard" },
];

const professional: Scene[] = [
  { name: "onboarding-open", path: "/onboarding/open" },
  { name: "dashboard", path: "/dashboard" },
  { name: "dashboard-day", path: "/dashboard?day=2026-11-20" },
  { name: "dashboard-free-day", path: "/dashboard?day=2027-05-05" },
  { name: "dashboard-appointment", path: "/dashboard", act: click("#content ol button") },
  { name: "dashboard-request", path: "/dashboard", act: click("#content ul li button") },
  {
    name: "dashboard-reject",
    path: "/dashboard",
    act: click("#content ul li div.grid > button"),
  },
  { name: "agenda", path: "/dashboard/agenda", act: seen },
  { name: "agenda-day", path: "/dashboard/agenda?view=day", act: seen },
  { name: "agenda-week", path: "/dashboard/agenda?view=week", act: seen },
  { name: "agenda-month", path: "/dashboard/agenda?view=month", act: seen },
  { name: "agenda-appointment", path: "/dashboard/agenda", act: openItem() },
  {
    name: "agenda-messages",
    path: "/dashboard/agenda?view=day&date=2026-11-17",
    act: openSent,
  },
  {
    name: "agenda-block",
    path: "/dashboard/agenda?view=week",
    act: openItem("[data-item]:has(.lucide-lock)"),
  },
  { name: "agenda-new", path: "/dashboard/agenda?new=1", act: lookFor },
  { name: "agenda-new-block", path: "/dashboard/agenda?new=block", act: seen },
  { name: "agenda-taken", path: "/dashboard/agenda?new=1", act: bookOver, refusal: 409 },
  { name: "agenda-move", path: "/dashboard/agenda?view=week", act: moveByForm },
  { name: "agenda-empty", path: "/dashboard/agenda?view=week&date=2027-05-05", act: seen },
  { name: "dashboard-menu", path: "/dashboard", act: click("button[aria-haspopup=menu]:visible") },
  { name: "clients", path: "/dashboard/clients" },
  { name: "clients-search", path: "/dashboard/clients?q=lima" },
  { name: "clients-nobody", path: "/dashboard/clients?q=xyzw" },
  { name: "clients-new", path: "/dashboard/clients", act: click("#content header button") },
  {
    name: "clients-twice",
    path: "/dashboard/clients",
    act: click("#content button:has(.lucide-users-round)"),
  },
  { name: "clients-one", path: "/dashboard/clients", act: openClient, whole: true },
  { name: "services", path: "/dashboard/services" },
  { name: "services-edit", path: "/dashboard/services", act: click("#content ul button") },
  { name: "services-questions", path: "/dashboard/services", act: openQuestions },
  { name: "services-new", path: "/dashboard/services", act: click("#content header button") },
  { name: "hours", path: "/dashboard/hours" },
  {
    name: "hours-changed",
    path: "/dashboard/hours",
    act: click("#content li input[role=switch]"),
  },
  {
    name: "hours-copy",
    path: "/dashboard/hours",
    act: click("#content li button:has(.lucide-copy)"),
  },
  {
    name: "hours-date",
    path: "/dashboard/hours",
    act: click("#dates button:has(.lucide-calendar-plus)"),
  },
  { name: "hours-explain", path: "/dashboard/hours", act: explainSunday },
  { name: "notifications", path: "/dashboard/notifications" },
  { name: "messages", path: "/dashboard/messages", act: seen },
  { name: "messages-search", path: "/dashboard/messages", act: searchClients },
  { name: "messages-thread", path: "/dashboard/messages", act: openThread(0) },
  { name: "messages-whatsapp", path: "/dashboard/messages", act: openThread(1) },
  { name: "messages-refused", path: "/dashboard/messages", act: openRefused },
  { name: "settings", path: "/dashboard/settings" },
  {
    name: "settings-picture",
    path: "/dashboard/settings",
    act: choosePicture,
    whole: true,
    writes: true,
  },
  {
    name: "settings-calendar",
    path: "/dashboard/settings#calendar",
    act: makeFeed,
    writes: true,
  },
  { name: "message-settings", path: "/dashboard/settings/messages" },
  {
    name: "message-settings-words",
    path: "/dashboard/settings/messages",
    act: writeWording,
    whole: true,
  },
];

/** Follows the first link of a list to what it tells more of. */
const openFirst = async (page: Page) => {
  await page.locator("#content tbody a").first().click();
  await page.locator("#content dl").first().waitFor();
};

const client: Scene[] = [
  { name: "client-appointments", path: "/c/appointments" },
  {
    name: "client-calendar",
    path: "/c/appointments",
    act: makeFeed,
    whole: true,
    writes: true,
  },
  { name: "client-messages", path: "/c/messages", act: seen },
  { name: "client-thread", path: "/c/messages", act: openThread(0) },
  { name: "client-notifications", path: "/c/notifications" },
];

const admin: Scene[] = [
  { name: "admin", path: "/admin" },
  { name: "admin-people", path: "/admin/people" },
  { name: "admin-people-none", path: "/admin/people?search=nobody+is+called+so" },
  { name: "admin-person", path: "/admin/people", act: openFirst, whole: true },
  { name: "admin-professionals", path: "/admin/professionals" },
  { name: "admin-professional", path: "/admin/professionals", act: openFirst, whole: true },
  {
    name: "admin-suspend",
    path: "/admin/professionals",
    act: async (page) => {
      await openFirst(page);
      await page.locator("#content header button").click();
    },
  },
  { name: "admin-appointments", path: "/admin/appointments" },
  { name: "admin-appointment", path: "/admin/appointments", act: openFirst, whole: true },
  { name: "admin-audit", path: "/admin/audit" },
  { name: "admin-queue", path: "/admin/queue?state=dispatched" },
  { name: "admin-jobs", path: "/admin/queue/messaging.accounts" },
  { name: "admin-health", path: "/admin/health" },
  { name: "admin-limits", path: "/admin/limits" },
];

const by = (who: Who, scenes: readonly Scene[]) => scenes.map((scene) => ({ who, ...scene }));

export const SCENES: readonly (Scene & { who: Who })[] = [
  ...by("visitor", visitor),
  ...by("newcomer", newcomer),
  ...by("professional", professional),
  ...by("client", client),
  ...by("admin", admin),
];
