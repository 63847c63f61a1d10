import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { launchBrowser } from "../apps/web/e2e/support/browser.ts";
import { call } from "../apps/web/e2e/support/practice.ts";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "../packages/db/src/seed/people.ts";
import { gallery } from "./pictures/gallery.ts";
import { make, type Made } from "./pictures/made.ts";
import { type Context, type Scene, SCENES, type Who } from "./pictures/scenes.ts";
import { startApp } from "./pictures/server.ts";

// `pnpm shots [filter…]`: every page of the app with the demo's data, or those whose name contains a
// filter, in both widths and themes. Fails when a page answers otherwise than it should or complains.

const OUT = join(import.meta.dirname, "../shots");
/** A Wednesday, 10:40 in São Paulo: somebody is there, somebody has been, somebody comes. */
const NOW = "2026-11-18T13:40:00.000Z";
const SIZES = { 390: { width: 390, height: 844 }, 1280: { width: 1280, height: 900 } };

interface Look {
  name: string;
  width: keyof typeof SIZES;
  theme: "light" | "dark";
  locale: "pt-BR" | "en";
}

const LOOKS: readonly Look[] = [
  { name: "390-light", width: 390, theme: "light", locale: "pt-BR" },
  { name: "1280-light", width: 1280, theme: "light", locale: "pt-BR" },
  { name: "390-dark", width: 390, theme: "dark", locale: "pt-BR" },
  { name: "1280-dark", width: 1280, theme: "dark", locale: "pt-BR" },
  { name: "390-en", width: 390, theme: "light", locale: "en" },
];

const filters = process.argv.slice(2).filter((argument) => argument !== "--");
const scenes = SCENES.filter(
  ({ name }) => filters.length === 0 || filters.some((filter) => name.includes(filter)),
);
if (scenes.length === 0) throw new Error(`no page is called like that: ${filters.join(" ")}`);
if (filters.length === 0) rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });

const problems: string[] = [];
const app = await startApp(NOW);
const browser = await launchBrowser();
try {
  await warmUp();
  const made = await make(browser, app.origin);
  for (const writes of [false, true])
    for (const look of LOOKS)
      await shoot(
        look,
        scenes.filter((scene) => (scene.writes ?? false) === writes),
        made,
      );
} catch (error) {
  problems.push(String(error), app.log());
} finally {
  await browser.close();
  await app.stop();
}
const page = gallery(
  scenes.map(({ name }) => name),
  LOOKS.map(({ name }) => name),
  problems,
);
writeFileSync(join(OUT, "index.html"), page);
console.log(`\n${scenes.length} pages, ${LOOKS.length} looks: ${join(OUT, "index.html")}`);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;

async function shoot(look: Look, some: typeof scenes, made: Made): Promise<void> {
  const accounts: Record<Who, string | null> = {
    visitor: null,
    professional: DEMO_ACCOUNTS[0].email,
    client: DEMO_ACCOUNTS[1].email,
    newcomer: made.newcomer,
    admin: DEMO_ACCOUNTS.find(({ role }) => role === "admin")?.email ?? null,
  };
  for (const [who, email] of Object.entries(accounts)) {
    const mine = some.filter((scene) => scene.who === who);
    if (mine.length === 0) continue;
    const context = await browser.newContext({
      viewport: SIZES[look.width],
      hasTouch: look.width === 390,
      colorScheme: look.theme,
      locale: look.locale,
      timezoneId: "America/Sao_Paulo",
      reducedMotion: "reduce",
    });
    if (email !== null) {
      const input = { email, password: DEMO_PASSWORD };
      await call(context.request, app.origin, "mutation", "accounts.signIn", input);
    }
    for (const scene of mine) {
      const complaints = await picture(context, { ...scene, path: pathOf(scene, made) }, look);
      process.stdout.write(complaints.length > 0 ? "x" : ".");
      problems.push(...complaints.map((text) => `${scene.name} ${look.name}: ${text}`));
    }
    await context.close();
  }
}

/** Where a scene is: `/confirm` stands for the link that was made for it. */
function pathOf({ path }: Scene, { confirm }: Made): string {
  return path === "/confirm" ? confirm : path;
}

/** Takes one picture. Answers what the page complained of meanwhile. */
async function picture(context: Context, scene: Scene, look: Look): Promise<string[]> {
  const { name, path, status = 200, refusal = status, act, whole = !act } = scene;
  const tab = await context.newPage();
  tab.setDefaultTimeout(30_000); // what an act leads to may have to be built first
  const complaints: string[] = [];
  tab.on("pageerror", (error) => complaints.push(error.message));
  tab.on("console", (message) => {
    // The browser says by itself that a page which is not there is not there, and what was refused.
    const isStatus = refusal >= 400 && message.text().includes(`status of ${refusal}`);
    if (message.type() === "error" && !isStatus) complaints.push(message.text());
  });
  tab.on("response", (answer) => {
    if (answer.status() >= 500) complaints.push(`${answer.status()} from ${answer.url()}`);
  });
  try {
    // The browser's clock starts where the server's stands.
    await tab.clock.install({ time: NOW });
    await tab.addInitScript(() => {
      const hide = () => document.querySelector("nextjs-portal")?.remove();
      new MutationObserver(hide).observe(document, { childList: true, subtree: true });
    });
    const answer = await tab.goto(app.origin + path, { waitUntil: "networkidle", timeout: 30_000 });
    if (answer?.status() !== status) complaints.push(`answered ${answer?.status()}`);
    await act?.(tab);
    await tab.waitForTimeout(300);
    mkdirSync(join(OUT, name), { recursive: true });
    await tab.screenshot({ path: join(OUT, name, `${look.name}.png`), fullPage: whole });
  } catch (error) {
    complaints.push(String(error));
  }
  await tab.close();
  return complaints;
}

/** The development server builds a page when it is first asked for; what is built meanwhile reloads. */
async function warmUp(): Promise<void> {
  for (const path of new Set(scenes.map((scene) => scene.path)))
    await fetch(app.origin + path).catch(() => null);
}
