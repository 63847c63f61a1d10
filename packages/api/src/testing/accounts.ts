import { users } from "@odys/db/schema/accounts";
import { outboxEvents } from "@odys/db/schema/ops";
import { newId } from "@odys/shared/kernel/ids";
import { and, desc, eq, sql } from "drizzle-orm";
import { emit } from "../domains/ops/index.ts";
import { createLocalAuth } from "../gateways/auth/local.ts";
import { appRouter } from "../root.ts";
import { createContext } from "../trpc/context.ts";
import { t } from "../trpc/init.ts";
import { createTestApp, type TestApp } from "./app.ts";
import { createBrowser } from "./browser.ts";

const createCaller = t.createCallerFactory(appRouter);
type Caller = ReturnType<typeof createCaller>;

const LINKS = {
  verify: "accounts.verification_requested",
  reset: "accounts.reset_requested",
} as const;

/** The newest link of this kind that the local driver had mailed to the address, or null. */
export async function mailedLink(
  app: TestApp,
  email: string,
  kind: keyof typeof LINKS,
): Promise<URL | null> {
  const [event] = await app.db
    .select({ payload: outboxEvents.payload })
    .from(outboxEvents)
    .innerJoin(users, eq(sql`${users.id}::text`, sql`${outboxEvents.payload} ->> 'userId'`))
    .where(and(eq(outboxEvents.type, LINKS[kind]), eq(users.email, email)))
    .orderBy(desc(outboxEvents.id))
    .limit(1);
  const { url } = event?.payload ?? {};
  return typeof url === "string" ? new URL(url) : null;
}

/** A test app whose people really register, sign in and carry cookies, by the local driver. */
export async function createAccountsApp(overrides: Parameters<typeof createTestApp>[0] = {}) {
  const app = await createTestApp(overrides);
  const { db, clock, services } = app;
  services.auth = createLocalAuth({
    db,
    clock,
    secret: "a secret of tests, at least 32 characters",
    origin: services.settings.origin,
    deliver: emit,
  });

  /** Somebody with a browser: procedures see who its cookies say. */
  function visitor(ip = "192.0.2.1") {
    const browser = createBrowser(app);
    return {
      ...browser,
      async api<T>(work: (caller: Caller) => Promise<T>): Promise<T> {
        const headers = new Headers(browser.sent());
        const context = createContext(services, { headers, ip, via: "process" });
        try {
          return await work(createCaller(context));
        } finally {
          browser.absorb(context.responseHeaders);
        }
      },
    };
  }

  const password = "uma senha bem comprida";
  const token = async (email: string, kind: keyof typeof LINKS) =>
    (await mailedLink(app, email, kind))?.searchParams.get("token") ?? "";
  return {
    ...app,
    visitor,
    password,
    token,
    /** Somebody who registered, used the mailed link and is signed in. */
    async member(name = "Ana Souza", email = `${newId()}@odys.test`) {
      const person = visitor();
      await person.api((api) => api.accounts.register({ name, email, password }));
      const link = await token(email, "verify");
      const { user } = await person.api((api) => api.accounts.verifyEmail({ token: link }));
      return { ...person, email, userId: user.id };
    },
  };
}
export type AccountsApp = Awaited<ReturnType<typeof createAccountsApp>>;
