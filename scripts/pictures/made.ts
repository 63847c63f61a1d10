import type { launchBrowser } from "../../apps/web/e2e/support/browser.ts";
import {
  answersOf,
  bookAsGuest,
  call,
  mailTo,
  openPractice,
  signUp,
} from "../../apps/web/e2e/support/practice.ts";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "../../packages/db/src/seed/people.ts";

type Browser = Awaited<ReturnType<typeof launchBrowser>>;
type Request = Awaited<ReturnType<Browser["newContext"]>>["request"];

/** What the demo has not: whom pages are shown to, and what they lead to. */
export interface Made {
  /** The address of somebody who has answered everything but not yet opened the practice. */
  newcomer: string;
  /** The path of a link by which a guest confirms that a mailbox is theirs. */
  confirm: string;
}

/** Makes it at `origin`, and two clients of the demo's professional who seem to be one person. */
export async function make(browser: Browser, origin: string): Promise<Made> {
  const as = async <T>(work: (request: Request) => Promise<T>): Promise<T> => {
    const context = await browser.newContext();
    const done = await work(context.request);
    await context.close();
    return done;
  };
  const newcomer = { email: "clara@example.com", name: "Clara Nunes" };
  await as(async (request) => {
    await signUp(request, origin, newcomer);
    const draft = answersOf(newcomer.name);
    await call(request, origin, "mutation", "accounts.saveOnboarding", draft);
  });
  await as(async (request) => {
    const account = { email: DEMO_ACCOUNTS[0].email, password: DEMO_PASSWORD };
    await call(request, origin, "mutation", "accounts.signIn", account);
    for (const phone of ["+5511987650001", "+5511987650002"])
      await call(request, origin, "mutation", "clients.create", { name: "Bia Lima", phone });
  });
  const slug = await as(async (request) => {
    const opened = await openPractice(request, origin, {
      email: "rui@example.com",
      name: "Rui Sá",
    });
    await call(request, origin, "mutation", "booking.setRules", { guestCheck: "mail" });
    return opened;
  });
  const confirm = await as(async (request) => {
    const guest = { name: "Marina Prado", email: "marina@example.com" };
    await bookAsGuest(request, origin, { slug, ...guest });
    const link = /\/confirm\/[\w-]{43}/;
    return link.exec(await mailTo(request, origin, guest.email, link))?.[0] ?? "";
  });
  return { newcomer: newcomer.email, confirm };
}
