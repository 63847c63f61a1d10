import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../kernel/ctx.ts";
import { appRouter, systemRouter } from "../root.ts";
import { FIXTURES } from "../testing/sweep/fixtures.ts";
import { callProcedure, proceduresOf, type Swept } from "../testing/sweep/procedures.ts";
import { type ActorName, ACTORS, createWorld, SECRET, type World } from "../testing/sweep/world.ts";

const procedures = proceduresOf(appRouter);
const system = proceduresOf(systemRouter);

describe("every procedure", () => {
  it("stands in the table of fixtures, and nothing else does", () => {
    expect(Object.keys(FIXTURES).toSorted()).toEqual(procedures.map(({ path }) => path).toSorted());
  });

  it.for([...procedures, ...system])("$path says what it takes and what it gives", (procedure) => {
    expect(procedure.input).not.toBeNull();
    expect(procedure.output).not.toBeNull();
  });

  it.for(procedures)("$path is public if and only if its meta says so", ({ path, meta }) => {
    expect(meta.public ?? false).toBe(FIXTURES[path]?.rung === "public");
  });
});

describe("every procedure × six actors", () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(() => world.app.close());

  const as = (procedure: Swept, actor: ActorName, input: unknown) =>
    callProcedure(appRouter, procedure, world.contextOf(actor), input);
  const fixtureOf = (path: string) => {
    const fixture = FIXTURES[path];
    if (!fixture) throw new Error(`${path} has no fixture`);
    return fixture;
  };

  /** How an actor who is not the owner of the ids is answered, or null when it may be anything good. */
  function expectation(path: string, actor: ActorName): string | null {
    const { rung, foreign } = fixtureOf(path);
    if (rung !== "public" && actor === "anonymous") return "UNAUTHORIZED";
    if (rung === "admin" && actor !== "admin") return "FORBIDDEN";
    if (rung === "professional" && ["user", "client", "admin"].includes(actor))
      return "ONBOARDING_REQUIRED";
    return foreign ? "NOT_FOUND" : null;
  }

  const strangers = ACTORS.filter((actor) => actor !== "owner");
  const cases = procedures.flatMap((procedure) =>
    strangers.map((actor) => ({ ...procedure, actor })),
  );

  it.for(cases)(
    "$path, $actor: refused as it should be, and not a byte of another's",
    async ({ actor, ...procedure }) => {
      const { path } = procedure;
      const outcome = await as(procedure, actor, fixtureOf(path).input(world));
      expect(outcome.code).toBe(expectation(path, actor) ?? outcome.code);
      expect(["INTERNAL", "UNAVAILABLE", "TIMEOUT"]).not.toContain(outcome.code);
      // Who runs the platform sees what is written down that they saw; nobody else sees anything.
      const mayRead = fixtureOf(path).rung === "admin" && actor === "admin";
      const hasRead = JSON.stringify(outcome.data ?? null).includes(SECRET);
      expect(hasRead && !mayRead).toBe(false);
    },
  );

  it.for(procedures.filter(({ path }) => path.startsWith("admin.")))(
    "$path is for admins alone, whatever somebody sends",
    async (procedure) => {
      expect(fixtureOf(procedure.path).rung).toBe("admin");
      for (const actor of ACTORS.filter((name) => name !== "admin"))
        for (const input of [fixtureOf(procedure.path).input(world), undefined, { id: "x" }]) {
          const { code, data } = await as(procedure, actor, input);
          expect(code).toBe(actor === "anonymous" ? "UNAUTHORIZED" : "FORBIDDEN");
          expect(data).toBeUndefined();
        }
    },
  );

  it.for(procedures.filter(({ path }) => FIXTURES[path]?.rung !== "public"))(
    "$path refuses whoever has not signed in before it reads the input",
    async (procedure) => {
      for (const input of [undefined, null, "x", { id: "not an id" }, []]) {
        const { code } = await as(procedure, "anonymous", input);
        expect(code).toBe("UNAUTHORIZED");
      }
    },
  );

  // Last, because it changes what the others were refused: it shows that the ids are real.
  it.for(procedures.filter(({ path }) => FIXTURES[path]?.foreign))(
    "$path finds for its owner what it hid from the others",
    async (procedure) => {
      const input = fixtureOf(procedure.path).input(world);
      const { code } = await as(procedure, "owner", input);
      expect(["OK", "INVALID_TRANSITION", "CONFLICT", "NOT_BOOKABLE"]).toContain(code);
    },
  );
});

describe("the system router", () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(() => world.app.close());

  it("shares no procedure with the one that people call", () => {
    const paths = new Set(procedures.map(({ path }) => path));
    expect(system.filter(({ path }) => paths.has(path))).toEqual([]);
  });

  it("refuses everybody but cron and webhooks, and each of the two the other's", async () => {
    for (const procedure of system) {
      const call = (actor: Actor) =>
        callProcedure(systemRouter, procedure, world.app.contextOf(actor), undefined);
      for (const name of ACTORS)
        expect([procedure.path, name, (await call(world.actors[name])).code]).toEqual([
          procedure.path,
          name,
          "UNAUTHORIZED",
        ]);
      expect((await call({ type: "job", queue: "x" })).code).toBe("UNAUTHORIZED");
      const wrong: Actor = procedure.meta.webhook
        ? { type: "cron" }
        : { type: "webhook", provider: "x" };
      expect((await call(wrong)).code).toBe("UNAUTHORIZED");
    }
    expect(system.map(({ meta }) => meta.public ?? false)).not.toContain(true);
  });
});
