import { newId, type ProfessionalId } from "@odys/shared/kernel/ids";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import type { Actor } from "../kernel/ctx.ts";
import { createTestApp, type TestApp, userActor } from "../testing/app.ts";
import { reportOf } from "./errors.ts";
import { t } from "./init.ts";
import {
  adminProcedure,
  clientProcedure,
  cronProcedure,
  professionalProcedure,
  publicProcedure,
  userProcedure,
  webhookProcedure,
} from "./ladder.ts";

/** One procedure on each rung. */
const router = t.router({
  public: publicProcedure.output(z.string()).query(({ ctx }) => ctx.actor.type),
  user: userProcedure.output(z.string()).query(({ ctx }) => ctx.actor.type),
  professional: professionalProcedure.output(z.string()).query(({ ctx }) => ctx.professionalId),
  client: clientProcedure.output(z.string()).query(({ ctx }) => ctx.actor.type),
  admin: adminProcedure.output(z.string()).query(({ ctx }) => ctx.actor.type),
  cron: cronProcedure.output(z.string()).query(({ ctx }) => ctx.actor.type),
  webhook: webhookProcedure.output(z.string()).query(({ ctx }) => ctx.actor.type),
});
const createCaller = t.createCallerFactory(router);
type Rung = "public" | "user" | "professional" | "client" | "admin" | "cron" | "webhook";

const professionalId = newId() as ProfessionalId;
const ACTORS = {
  anonymous: { type: "anonymous" },
  unverified: userActor({ emailVerified: false }),
  user: userActor(),
  professional: userActor({ professionalId }),
  admin: userActor({ role: "admin" }),
  cron: { type: "cron" },
  webhook: { type: "webhook", provider: "test" },
  job: { type: "job", queue: "test" },
} satisfies Record<string, Actor>;

/** Who stands on which rung; everybody else hears the code. */
const LADDER: Record<Rung, { admits: (keyof typeof ACTORS)[]; others: Record<string, string> }> = {
  public: { admits: Object.keys(ACTORS) as (keyof typeof ACTORS)[], others: {} },
  user: { admits: ["unverified", "user", "professional", "admin"], others: {} },
  professional: {
    admits: ["professional"],
    others: {
      unverified: "ONBOARDING_REQUIRED",
      user: "ONBOARDING_REQUIRED",
      admin: "ONBOARDING_REQUIRED",
    },
  },
  client: {
    admits: ["user", "professional", "admin"],
    others: { unverified: "EMAIL_NOT_VERIFIED" },
  },
  admin: {
    admits: ["admin"],
    others: { unverified: "FORBIDDEN", user: "FORBIDDEN", professional: "FORBIDDEN" },
  },
  cron: { admits: ["cron"], others: {} },
  webhook: { admits: ["webhook"], others: {} },
};

describe("the ladder", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await createTestApp();
  });
  afterAll(() => app.close());

  it.for(Object.keys(LADDER) as Rung[])("%s lets in whom it should, and no other", async (rung) => {
    const { admits, others } = LADDER[rung];
    for (const [name, actor] of Object.entries(ACTORS)) {
      const answer = await createCaller(app.contextOf(actor))
        [rung]()
        .then(
          () => "ok",
          (error: unknown) => reportOf(error).code,
        );
      const expected = admits.some((admitted) => admitted === name)
        ? "ok"
        : (others[name] ?? "UNAUTHORIZED");
      expect([rung, name, answer]).toEqual([rung, name, expected]);
    }
  });

  it("gives the tenant of the session, which no input has a say in", async () => {
    expect(await createCaller(app.contextOf(ACTORS.professional)).professional()).toBe(
      professionalId,
    );
  });
});
