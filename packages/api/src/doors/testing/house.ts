import { DomainError } from "@odys/shared/kernel/errors";
import * as z from "zod";
import {
  cronProcedure,
  publicProcedure,
  userProcedure,
  webhookProcedure,
} from "../../trpc/ladder.ts";
import { router } from "../../trpc/init.ts";
import { createDoors } from "../index.ts";

const text = z.strictObject({ text: z.string().max(2_000_000) });

/** Procedures that do nothing but answer, fail or stream: what doors are tested with. */
const echoes = {
  hello: publicProcedure
    .meta({ public: true, openapi: { method: "GET", path: "/hello" } })
    .input(z.void())
    .output(z.object({ hello: z.string() }))
    .query(() => ({ hello: "olá 👋" })),
  say: publicProcedure
    .meta({ public: true, openapi: { method: "GET", path: "/say/{text}" } })
    .input(
      z.strictObject({
        text: z.string(),
        times: z.int().min(1).max(9).default(1),
        loud: z.boolean().optional(),
      }),
    )
    .output(z.object({ said: z.string() }))
    .query(({ input }) => ({
      said: (input.loud ? input.text.toUpperCase() : input.text).repeat(input.times),
    })),
  write: publicProcedure
    .meta({ public: true, openapi: { method: "POST", path: "/texts" } })
    .input(text)
    .output(z.object({ length: z.int() }))
    .mutation(({ ctx, input }) => {
      ctx.responseHeaders.append("set-cookie", "a=1; Path=/");
      ctx.responseHeaders.append("set-cookie", "b=2; Path=/; HttpOnly");
      return { length: input.text.length };
    }),
  change: publicProcedure
    .meta({ public: true, openapi: { method: "PATCH", path: "/texts/{id}" } })
    .input(z.strictObject({ id: z.uuid(), text: z.string() }))
    .output(z.object({ id: z.string(), text: z.string() }))
    .mutation(({ input }) => input),
  taken: publicProcedure
    .meta({ public: true, openapi: { method: "POST", path: "/taken" } })
    .input(z.strictObject({}))
    .output(z.null())
    .mutation(() => {
      throw new DomainError("SLOT_TAKEN", { nearest: ["2026-11-23T12:00:00.000Z"] });
    }),
  slow: publicProcedure
    .meta({ public: true, openapi: { method: "GET", path: "/slow" } })
    .input(z.void())
    .output(z.null())
    .query(({ ctx }) => {
      ctx.responseHeaders.set("retry-after", "7");
      throw new DomainError("RATE_LIMITED", { limit: "api", retryAfterSeconds: 7 });
    }),
  broken: publicProcedure
    .meta({ public: true, openapi: { method: "GET", path: "/broken" } })
    .input(z.void())
    .output(z.null())
    .query(() => {
      throw new Error("the password is hunter2");
    }),
  mine: userProcedure
    .meta({ openapi: { method: "GET", path: "/mine" } })
    .input(z.void())
    .output(z.object({ email: z.string() }))
    .query(({ ctx }) => ({ email: ctx.actor.email })),
};

/** Outputs that no schema bounds, to see what becomes of what JSON cannot say. */
const odd = {
  stream: publicProcedure.query(async function* () {
    yield "um";
    yield "dois";
  }),
  later: publicProcedure.query(() => ({ now: 1, later: Promise.resolve(2) })),
  bigint: publicProcedure.query(() => ({ big: 1n })),
  nothing: publicProcedure.query(() => undefined),
  any: publicProcedure.input(z.unknown()).query(({ input }) => ({ input })),
  keep: publicProcedure.input(z.unknown()).mutation(({ input }) => ({ input })),
  ticks: publicProcedure.subscription(async function* () {
    yield 1;
    yield 2;
  }),
};

export const testRouter = router({ echo: router(echoes), odd: router(odd) });

export const testSystemRouter = router({
  ops: router({
    drainThings: cronProcedure
      .input(z.void())
      .output(z.object({ drained: z.int() }))
      .mutation(() => ({ drained: 3 })),
    remind: cronProcedure
      .meta({ cron: "reminders" })
      .input(z.void())
      .output(z.object({ sent: z.int() }))
      .mutation(() => ({ sent: 1 })),
  }),
  pay: webhookProcedure
    .meta({ webhook: "testpay" })
    .input(z.strictObject({ event: z.string() }))
    .output(z.object({ recorded: z.string() }))
    .mutation(({ input }) => ({ recorded: input.event })),
});

export const testDoors = () =>
  createDoors({ appRouter: testRouter, systemRouter: testSystemRouter, healthChecks: [] });
