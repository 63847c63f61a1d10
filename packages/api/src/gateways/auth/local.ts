import { authAccounts, authVerifications, users } from "@odys/db/schema/accounts";
import { DomainError } from "@odys/shared/kernel/errors";
import { and, eq } from "drizzle-orm";
import { asSystem } from "../../kernel/transaction.ts";
import { type LocalAuthOptions, localKit, type LocalKit } from "./local-kit.ts";
import { useConfirmation } from "./mailed-links.ts";
import { hashPassword, verifyPassword } from "./password.ts";
import type { AuthGateway } from "./port.ts";

/** E-mail and password in the own database, by better-auth called in process. */
export function createLocalAuth(options: LocalAuthOptions): AuthGateway {
  const kit = localKit(options);
  const { sessions } = kit;
  return {
    driver: "local",
    ...registration(kit),
    ...signingIn(kit),
    ...resets(kit),
    resolve: (call) => sessions.resolve(call),
    async confirm(call) {
      await sessions.require(call);
    },
    listDevices: (call) => sessions.list(call),
    revokeDevice: (ctx, id) => sessions.revoke(ctx, id),
    revokeOtherDevices: (ctx) => sessions.revokeOthers(ctx),
    endSessions: (ctx, userId) => sessions.endAll(ctx, userId),
  };
}

function registration(
  kit: LocalKit,
): Pick<AuthGateway, "register" | "verifyEmail" | "resendVerification"> {
  const { auth, within, mailConfirmation, markVerified, sessions, deliver } = kit;
  return {
    async register(ctx, { name, email, password, locale }) {
      const passwordHash = await hashPassword(password);
      const once = () =>
        within(ctx, { hashed: passwordHash }, async (store, inner) => {
          await auth.api.signUpEmail({ body: { name, email, password, locale } });
          const { registered, known } = store.told;
          if (registered)
            return mailConfirmation(store, inner, registered.id, { name, passwordHash });
          if (!known) throw new DomainError("INTERNAL");
          if (known.emailVerified)
            return deliver(inner, "accounts.register_repeated", { userId: known.id });
          // Two have claimed the address and neither has proven it: from here on no password
          // opens the account, until a link is used and brings its own.
          await store.tx
            .update(authAccounts)
            .set({ password: null })
            .where(eq(authAccounts.userId, known.id));
          return mailConfirmation(store, inner, known.id, { name, passwordHash });
        });
      // Two first registrations of one address at once: the second finds the first.
      await once().catch((error: unknown) => {
        if (error instanceof DomainError && error.code === "CONFLICT") return once();
        throw error;
      });
    },

    async verifyEmail(ctx, token) {
      const { user, session } = await within(ctx, {}, async (store, inner) => {
        const link = await useConfirmation(store.tx, store.now, token);
        const { registration: given } = link ?? {};
        const verified = link && (await markVerified(store, inner, link.userId, given?.name));
        if (!verified) throw new DomainError("LINK_EXPIRED");
        if (given) {
          await store.tx
            .update(authAccounts)
            .set({ password: given.passwordHash })
            .where(eq(authAccounts.userId, verified.id));
        }
        await sessions.end(store.tx, ctx.headers);
        const { internalAdapter } = await auth.$context;
        return { user: verified, session: await internalAdapter.createSession(verified.id) };
      });
      return sessions.begin(ctx, user, session);
    },

    async resendVerification(ctx, email) {
      await within(ctx, {}, async (store, inner) => {
        const [user] = await store.tx.select().from(users).where(eq(users.email, email));
        if (user && !user.emailVerified) await mailConfirmation(store, inner, user.id, null);
      });
    },
  };
}

function signingIn({
  db,
  auth,
  within,
  sessions,
  cookie,
}: LocalKit): Pick<AuthGateway, "signIn" | "signOut" | "exchangeCode"> {
  return {
    async signIn(ctx, { email, password }) {
      const [account] = await asSystem({ db })
        .select({ id: authAccounts.id, hash: authAccounts.password })
        .from(authAccounts)
        .innerJoin(users, eq(users.id, authAccounts.userId))
        .where(and(eq(users.email, email), eq(authAccounts.providerId, "credential")));
      const same = await verifyPassword(account?.hash, password);
      if (!account?.hash || !same) throw new DomainError("INVALID_CREDENTIALS");
      const verified = { hash: account.hash, same };
      const { user, session } = await within(ctx, { verified }, async (store) => {
        // Held until the session is there: a reset at the same moment ends it, or is waited for.
        await store.tx
          .select({ id: authAccounts.id })
          .from(authAccounts)
          .where(eq(authAccounts.id, account.id))
          .for("share");
        const answer = await auth.api.signInEmail({ body: { email, password } });
        await sessions.end(store.tx, ctx.headers);
        return { user: answer.user, session: store.told.session };
      });
      if (!session) throw new DomainError("INTERNAL");
      return sessions.begin(ctx, user, session);
    },

    async signOut(ctx) {
      await within(ctx, {}, ({ tx }) => sessions.end(tx, ctx.headers));
      cookie.clear(ctx.responseHeaders);
    },

    async exchangeCode() {
      throw new DomainError("LINK_EXPIRED");
    },
  };
}

function resets({
  origin,
  auth,
  within,
  markVerified,
  cookie,
  deliver,
}: LocalKit): Pick<AuthGateway, "requestPasswordReset" | "resetPassword"> {
  return {
    async requestPasswordReset(ctx, email) {
      await within(ctx, {}, async (store, inner) => {
        await auth.api.requestPasswordReset({ body: { email } });
        const { reset } = store.told;
        if (!reset) return;
        const url = `${origin}/reset?token=${reset.token}`;
        await deliver(inner, "accounts.reset_requested", { userId: reset.user.id, url });
      });
    },

    async resetPassword(ctx, { token, password }) {
      const hashed = await hashPassword(password);
      await within(ctx, { hashed }, async (store, inner) => {
        await auth.api.resetPassword({ body: { token, newPassword: password } });
        const user = store.told.resetDone;
        if (!user) throw new DomainError("INTERNAL");
        // The other links that were mailed for the same purpose have served it.
        await store.tx.delete(authVerifications).where(eq(authVerifications.value, user.id));
        await markVerified(store, inner, user.id);
      });
      cookie.clear(ctx.responseHeaders);
    },
  };
}
