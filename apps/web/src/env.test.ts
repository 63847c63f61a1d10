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

describe("who carries messages", () => {
  const whatsapp = {
    WHATSAPP_TOKEN: "EAAB",
    WHATSAPP_PHONE_NUMBER_ID: "106540352242922",
    WHATSAPP_APP_SECRET: "0123456789abcdef",
    WHATSAPP_VERIFY_TOKEN: "0123456789abcdef",
  };
  const evolution = {
    EVOLUTION_API_URL: "https://evolution.example",
    EVOLUTION_API_KEY: "key",
    EVOLUTION_INSTANCE: "odys",
    EVOLUTION_WEBHOOK_SECRET: "0123456789abcdef0123456789abcdef",
  };
  const from = { MAIL_FROM: "Odys <no-reply@odys.app>" };
  const smtp = { SMTP_URL: "smtp://user:password@mail.example:587" };
  const resend = { RESEND_API_KEY: "re_1" };

  test.each([
    ["nothing", {}],
    ["the Cloud API", whatsapp],
    ["Evolution", evolution],
    ["SMTP", { ...smtp, ...from }],
    ["Resend", { ...resend, MAIL_FROM: "no-reply@odys.app" }],
    ["empty variables", { WHATSAPP_TOKEN: "", SMTP_URL: "", MAIL_FROM: "" }],
  ])("%s is right", (_name, given) => {
    expect(readEnv(given)).toMatchObject(
      Object.fromEntries(Object.entries(given).filter(([, value]) => value !== "")),
    );
  });

  const without = (all: Record<string, string>) =>
    Object.keys(all).map((name): [string, Record<string, string>] => [
      name,
      { ...all, [name]: "" },
    ]);
  test.each<[string, Record<string, string>]>([
    ...without(whatsapp),
    ...without(evolution),
    ["MAIL_FROM", smtp],
    ["MAIL_FROM", resend],
    ["MAIL_FROM", from],
  ])("half of it is an error that names %s", (name, given) => {
    expect(() => readEnv(given)).toThrow(`${name}: is`);
  });

  test.each<[string, Record<string, string>]>([
    ["EVOLUTION_API_URL", { ...whatsapp, ...evolution }],
    ["SMTP_URL", { ...smtp, ...resend, ...from }],
    ["EVOLUTION_WEBHOOK_SECRET", { ...evolution, EVOLUTION_WEBHOOK_SECRET: "short" }],
    ["WHATSAPP_API_URL", { ...whatsapp, WHATSAPP_API_URL: "ftp://x" }],
    ["WHATSAPP_PHONE_NUMBER_ID", { ...whatsapp, WHATSAPP_PHONE_NUMBER_ID: "../x" }],
    ["SMTP_URL", { ...from, SMTP_URL: "http://mail.example" }],
    ["MAIL_FROM", { ...smtp, MAIL_FROM: "Odys\r\nBcc: eve@example.com <a@b.co>" }],
  ])("two at once, or a wrong one, is an error that names %s", (name, given) => {
    expect(() => readEnv(given)).toThrow(name);
  });
});
