import { users } from "@odys/db/schema/accounts";
import { outboxEvents } from "@odys/db/schema/ops";
import { newId } from "@odys/shared/kernel/ids";
import type { EventType } from "@odys/shared/ops/events";
import { eq } from "drizzle-orm";
import { createBrowser, type TestBrowser } from "../../../testing/browser.ts";
import type { AuthHarness } from "../contract.ts";

export const PASSWORD = "uma senha bem comprida";

/** An error by its code, for `toMatchObject`. */
export const code = (wanted: string) => ({ name: "DomainError", code: wanted });

/** What the people of the contract do; `at` gives the harness once it has started. */
export function contractPeople(harness: () => AuthHarness) {
  const browser = () => createBrowser(harness().app);
  const fresh = () => `${newId()}@odys.test`;
  const row = async (email: string) => {
    const [found] = await harness().app.db.select().from(users).where(eq(users.email, email));
    return found;
  };
  const told = async (type: EventType, email: string) => {
    const user = await row(email);
    const events = await harness()
      .app.db.select()
      .from(outboxEvents)
      .where(eq(outboxEvents.type, type));
    return events.filter(({ payload }) => payload["userId"] === user?.id).length;
  };
  const token = async (email: string, kind: "verify" | "reset") => {
    const found = await harness().mailed(email, kind);
    if (!found) throw new Error(`no ${kind} link was mailed`);
    return found;
  };
  const register = (email: string, password = PASSWORD, name = "Ana") =>
    browser().call((ctx) => harness().auth.register(ctx, { name, email, password, locale: "en" }));
  const signIn = (from: TestBrowser, email: string, password = PASSWORD) =>
    from.call((ctx) => harness().auth.signIn(ctx, { email, password }));
  const who = (from: TestBrowser) => from.call((ctx) => harness().auth.resolve(ctx));
  const confirm = (from: TestBrowser) => from.call((ctx) => harness().auth.confirm(ctx));
  /** Somebody registered, verified and signed in. */
  async function member() {
    const email = fresh();
    await register(email);
    const at = browser();
    const link = await token(email, "verify");
    const user = await at.call((ctx) => harness().auth.verifyEmail(ctx, link));
    return { email, at, user };
  }
  return { browser, fresh, row, told, token, register, signIn, who, confirm, member };
}
export type ContractPeople = ReturnType<typeof contractPeople>;
