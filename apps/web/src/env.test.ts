import { describe, expect, test } from "vitest";
import { hasOpenMailbox, readEnv } from "./env.ts";

describe("the public address", () => {
  // Compared with what browsers send as Origin, and asked whether cookies are to be Secure.
  test.each([
    ["https://odys.app", "https://odys.app"],
    ["https://odys.app/", "https://odys.app"],
    ["HTTPS://Odys.App:443/", "https://odys.app"],
    ["http://localhost:3000", "http://localhost:3000"],
  ])("%s is the origin %s", (given, origin) => {
    expect(readEnv({ APP_URL: given }).APP_URL).toBe(origin);
  });

  test.each(["odys.app", "javascript:alert(1)", "ftp://odys.app", "https://odys.app/sub/folder"])(
    "%s is none, and the variable is named",
    (given) => {
      expect(() => readEnv({ APP_URL: given })).toThrow("APP_URL");
    },
  );

  test("so are the origins of others", () => {
    expect(readEnv({ TRUSTED_ORIGINS: "https://Partner.example/, " }).TRUSTED_ORIGINS).toEqual([
      "https://partner.example",
    ]);
    expect(() => readEnv({ TRUSTED_ORIGINS: "*" })).toThrow("TRUSTED_ORIGINS");
  });
});

test("production with a database of its own demands what it needs, by name", () => {
  const incomplete = { NODE_ENV: "production", DATABASE_URL: "postgres://localhost/odys" };
  for (const name of ["AUTH_SECRET", "CRON_SECRET", "APP_URL"])
    expect(() => readEnv(incomplete)).toThrow(name);
});

describe("the mailbox of the local mail driver", () => {
  const open = (given: Record<string, string>) => hasOpenMailbox(readEnv(given));

  test("is open where the app is this machine's own", () => {
    expect(open({ NODE_ENV: "development" })).toBe(true);
    expect(open({ NODE_ENV: "production" })).toBe(true);
    expect(open({ NODE_ENV: "production", APP_URL: "http://localhost:3000" })).toBe(true);
  });

  test("is closed to the world, however it is asked for", () => {
    const world = { NODE_ENV: "production", APP_URL: "https://odys.app" };
    expect(open(world)).toBe(false);
    expect(open({ ...world, NODE_ENV: "development" })).toBe(false);
    expect(() => readEnv({ ...world, ODYS_OPEN_MAILBOX: "1" })).toThrow("ODYS_OPEN_MAILBOX");
    expect(open({ NODE_ENV: "production", ODYS_OPEN_MAILBOX: "0" })).toBe(false);
  });
});
