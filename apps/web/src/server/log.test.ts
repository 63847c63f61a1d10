import { expect, test } from "vitest";
import { createLog } from "./log.ts";

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  let lines = "";
  write(
    createLog({ NODE_ENV: "production", LOG_LEVEL: "debug" }, { write: (line) => (lines += line) }),
  );
  return lines;
}
const CANARY = "canary-4711-canary";

test.each<[string, (log: ReturnType<typeof createLog>) => void]>([
  ["headers", (log) => log.info({ headers: { Authorization: CANARY, cookie: CANARY } })],
  ["Headers", (log) => log.info({ headers: new Headers({ "set-cookie": CANARY }) })],
  ["a body", (log) => log.warn({ body: { password: CANARY, newPassword: CANARY } }, "refused")],
  ["deep inside", (log) => log.info({ a: [{ b: { c: { sessionToken: CANARY } } }] })],
  ["a child's bindings", (log) => log.child({ apiKey: CANARY }).info("hello")],
  [
    "an error's own fields",
    (log) => log.error({ err: Object.assign(new Error("x"), { secret: CANARY }) }),
  ],
  ["a database's address", (log) => log.error(`connecting to postgres://odys:${CANARY}@host/odys`)],
  ["an error's message", (log) => log.error({ err: new Error(`redis://:${CANARY}@host refused`) })],
  ["a mailed link", (log) => log.info({ url: `https://odys.test/verify?token=${CANARY}` })],
  ["a bearer", (log) => log.info({ sent: `Bearer ${CANARY}` })],
  [
    "a query's parameters",
    (log) =>
      log.error({
        err: new Error(
          `Failed query: insert into users values ($1)\nparams: ${CANARY},\n${CANARY}`,
          {
            cause: Object.assign(new Error("duplicate"), {
              detail: `Key (email)=(${CANARY})`,
              parameters: [CANARY],
            }),
          },
        ),
      }),
  ],
])("no secret is logged: %s", (_name, write) => {
  const line = logged(write);
  expect(line).not.toContain(CANARY);
  expect(line.length).toBeGreaterThan(20);
});

test("what is no secret stays readable, errors with their stacks", () => {
  const line = logged((log) =>
    log.child({ requestId: "r-1" }).error({ ms: 1.5, err: new TypeError("no") }, "failed"),
  );
  expect(JSON.parse(line)).toMatchObject({
    requestId: "r-1",
    ms: 1.5,
    msg: "failed",
    err: { type: "TypeError", message: "no", stack: expect.stringContaining("log.test.ts") },
  });
});
