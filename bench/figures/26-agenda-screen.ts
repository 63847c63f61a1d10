import { join } from "node:path";
import { connect } from "@odys/db/client";
import { startEmbedded } from "@odys/db/embedded";
import { DEMO_ACCOUNTS, DEMO_PASSWORD, DEMO_SLUG } from "@odys/db/seed/people";
import { newId } from "@odys/shared/kernel/ids";
import { type Browser, chromium, type Page } from "@playwright/test";
import { startApp } from "../src/app.ts";
import { startChromium } from "../src/chromium.ts";
import { type Figure, figureOf } from "../src/figure.ts";

export const figure = 26;

const PORT = 3926;
const DEBUG_PORT = 3927;
const NAME = "bench-agenda";
const POSTGRES = join(import.meta.dirname, `../../.odys/${NAME}/postgres`);
const ROUNDS = 5;
const DAYS = 6;
const PER_DAY = 10;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * The week of the demo's agenda with 60 appointments on one screen, production build, a processor that
 * nothing slows: the longest task, and the longest gap between two frames, while somebody scrolls, drags
 * an appointment over the grid, and turns to the next week and back.
 */
export async function run(): Promise<Figure[]> {
  const app = await startApp(PORT, NAME);
  const { port, stop } = await startChromium(DEBUG_PORT);
  try {
    const monday = await fillWeek();
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    const page = await signedIn(browser, app.origin);
    const items = page.locator("[data-item]");
    const open = async () => {
      await page.goto(`${app.origin}/dashboard/agenda?view=week&date=${monday}`);
      await items.nth(DAYS * PER_DAY - 1).waitFor();
      // Until React has taken it over no key is heard.
      await page.waitForFunction(() =>
        Object.keys(document.querySelector("[data-item]") ?? {}).some((key) =>
          key.startsWith("__react"),
        ),
      );
      await page.waitForTimeout(1000);
    };
    await open();
    const elements = await page.locator("*").count();
    const shown = await items.count();
    const acts = { scrolling, dragging, "turning the week": turning };
    const lines: Figure[] = [];
    for (const [name, act] of Object.entries(acts)) {
      await open();
      await act(page); // warm
      const measured: { task: number; gap: number }[] = [];
      for (let round = 0; round < ROUNDS; round++)
        measured.push(await watch(page, () => act(page)));
      const gaps = measured.map(({ gap }) => Math.round(gap)).join(", ");
      const note = `${shown} appointments, ${elements} elements; longest gaps between frames ${gaps} ms`;
      const line = { figure, name: `longest task, ${name}`, unit: "ms", goal: 50, note };
      lines.push(
        figureOf(
          line,
          "lower",
          measured.map(({ task }) => task),
        ),
      );
    }
    return lines;
  } finally {
    await stop();
    await app.stop();
  }
}

/** A page of the demo's professional, in her zone. */
async function signedIn(browser: Browser, origin: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    timezoneId: "America/Sao_Paulo",
    locale: "pt-BR",
  });
  const data = { email: DEMO_ACCOUNTS[0].email, password: DEMO_PASSWORD };
  const url = `${origin}/api/trpc/accounts.signIn`;
  const answer = await context.request.post(url, { data, headers: { origin } });
  if (!answer.ok()) throw new Error(`not signed in: ${answer.status()}`);
  return context.newPage();
}

/** Ten meetings a day from Monday to Saturday, in a week beyond what the demo has booked. Answers its Monday. */
async function fillWeek(): Promise<string> {
  const today = Math.floor(Date.now() / DAY_MS);
  const monday = today - ((today + 3) % 7) + 35; // 1970-01-01 was a Thursday
  const embedded = await startEmbedded({ dir: POSTGRES });
  const { sql, close } = connect(embedded.url, { max: 1 });
  try {
    const from = new Date(monday * DAY_MS);
    const until = new Date((monday + 7) * DAY_MS);
    const [practice] = await sql<
      { id: string; service: string; clients: string[]; there: number }[]
    >`
      select p.id,
        (select s.id from services s where s.professional_id = p.id order by s.id limit 1) as service,
        (select array_agg(c.id order by c.id) from clients c where c.professional_id = p.id) as clients,
        (select count(*)::int from appointments a where a.professional_id = p.id
          and a.starts_at >= ${from} and a.starts_at < ${until}) as there
      from professionals p where p.slug = ${DEMO_SLUG}`;
    if (!practice) throw new Error("the demo is not there");
    for (let index = practice.there; index < DAYS * PER_DAY; index++) {
      const day = monday + Math.floor(index / PER_DAY);
      // From eight to six in São Paulo, three hours behind UTC.
      const startsAt = new Date(day * DAY_MS + (11 + (index % PER_DAY)) * HOUR_MS);
      const endsAt = new Date(startsAt.getTime() + 50 * 60_000);
      const client = practice.clients[index % practice.clients.length] ?? null;
      await sql`
        insert into appointments (id, professional_id, service_id, client_id, status, starts_at, ends_at,
          blocked_from, blocked_until, service_name, duration_minutes, price_amount, currency, place, source)
        values (${newId()}, ${practice.id}, ${practice.service}, ${client}, 'confirmed', ${startsAt},
          ${endsAt}, ${startsAt}, ${endsAt}, 'Consulta', 50, 15000, 'BRL', 'in_person', 'professional')`;
    }
    return from.toISOString().slice(0, 10);
  } finally {
    await close();
    await embedded.stop();
  }
}

/** Longest task and longest gap between frames, in ms, while `act` runs. A browser tells of tasks from 50 ms on; below, the task is 0. */
async function watch(page: Page, act: () => Promise<void>) {
  const watching = await page.evaluateHandle(() => {
    const seen = { task: 0, gap: 0, on: true };
    const note = (entries: PerformanceEntryList) => {
      for (const { duration } of entries) seen.task = Math.max(seen.task, duration);
    };
    const observer = new PerformanceObserver((list) => note(list.getEntries()));
    observer.observe({ type: "longtask" });
    let last = performance.now();
    const frame = () => {
      const now = performance.now();
      seen.gap = Math.max(seen.gap, now - last);
      last = now;
      if (seen.on) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    return { seen, rest: () => note(observer.takeRecords()) };
  });
  await act();
  return watching.evaluate(({ seen, rest }) => {
    rest();
    seen.on = false;
    return { task: seen.task, gap: seen.gap };
  });
}

async function scrolling(page: Page): Promise<void> {
  await page.mouse.move(640, 500);
  for (const by of [60, -60])
    for (let step = 0; step < 20; step++) {
      await page.mouse.wheel(0, by);
      await page.waitForTimeout(16);
    }
}

/** An appointment over three days and back to where it was, where nothing asks. */
async function dragging(page: Page): Promise<void> {
  const box = await page.locator("[data-item]").nth(2).boundingBox();
  if (!box) throw new Error("nothing to drag");
  const [x, y] = [box.x + 24, box.y + 10];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 3 * box.width, y + 120, { steps: 30 });
  await page.locator("[data-ghost]").waitFor();
  await page.mouse.move(x, y, { steps: 30 });
  await page.mouse.up();
}

async function turning(page: Page): Promise<void> {
  const items = page.locator("[data-item]");
  await page.keyboard.press("ArrowRight");
  await items.first().waitFor({ state: "detached" });
  await page.keyboard.press("ArrowLeft");
  await items.nth(DAYS * PER_DAY - 1).waitFor();
}
