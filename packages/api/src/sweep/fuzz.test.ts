import { testSetting } from "@odys/db/testing/settings";
import fc from "fast-check";
import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import * as z from "zod";
import { appRouter, systemRouter } from "../root.ts";
import { createTrustedContext } from "../trpc/context.ts";
import { inputsOf } from "../testing/sweep/arbitrary.ts";
import { callProcedure, proceduresOf, rootOf, type Swept } from "../testing/sweep/procedures.ts";
import { type ActorName, createWorld, type World } from "../testing/sweep/world.ts";

vi.setConfig({ testTimeout: 120_000 });

/** Inputs per procedure; each is given to every actor. */
const RUNS = Number(testSetting("TEST_FUZZ_RUNS") ?? 200);
/** Another one every time; a failure names it, and it can be put here to see the same again. */
const SEED = Date.now() % 2 ** 31;
const ACTORS: ActorName[] = ["anonymous", "user", "professional"];
/** What no input may bring about, whatever it is. */
const FAULTS = ["INTERNAL", "UNAVAILABLE", "TIMEOUT"];
const AT_ONCE = 8;

describe(`no input is answered with a fault (${RUNS} per procedure, seed ${SEED})`, () => {
  let world: World;
  const logged: string[] = [];
  beforeAll(async () => {
    const log = pino({ level: "error" }, { write: (line: string) => void logged.push(line) });
    world = await createWorld({ log });
  });
  beforeEach(() => void (logged.length = 0));
  afterAll(() => world.app.close());

  function inputs({ input }: Swept): unknown[] {
    const { rui, ana } = world;
    const known = [rui, ana].flatMap(({ slug, serviceId, professionalId, userId }) => [
      slug,
      serviceId,
      professionalId,
      userId,
    ]);
    const mine = [rui.pendingId, rui.confirmedId, rui.notificationId, rui.sessionId, rui.clientId];
    const arbitrary = inputsOf(input ?? z.unknown(), [...known, ...mine]);
    return fc.sample(arbitrary, { numRuns: RUNS, seed: SEED });
  }

  it.for(proceduresOf(appRouter))("$path", async (procedure) => {
    const given = inputs(procedure);
    const queue = given.flatMap((input) => ACTORS.map((actor) => ({ actor, input }))).values();
    const faults: unknown[] = [];
    const lane = async () => {
      for (const { actor, input } of queue) {
        const outcome = await callProcedure(appRouter, procedure, world.contextOf(actor), input);
        if (outcome.code !== "OK" && FAULTS.includes(outcome.code))
          faults.push({
            actor,
            input,
            code: outcome.code,
            root: String(rootOf(outcome.error)),
          });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    expect(faults.slice(0, 3)).toEqual([]);
    expect(logged).toEqual([]);
    // The generator has to reach further than the schema, or it shows nothing.
    const valid = given.filter((input) => procedure.input?.safeParse(input).success);
    expect(valid.length).toBeGreaterThan(0);
  });

  it("the system router's", async () => {
    for (const procedure of proceduresOf(systemRouter)) {
      const { webhook } = procedure.meta;
      const actor = webhook
        ? ({ type: "webhook", provider: webhook } as const)
        : ({ type: "cron" } as const);
      for (const input of inputs(procedure)) {
        const context = createTrustedContext(world.app.services, actor);
        const { code } = await callProcedure(systemRouter, procedure, context, input);
        expect(FAULTS).not.toContain(code);
      }
    }
    expect(logged).toEqual([]);
  });
});
