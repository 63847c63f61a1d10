import { connect } from "@odys/db/client";
import { pino } from "pino";
import { describe, expect, test } from "vitest";
import { readEnv } from "../env.ts";
import { messengersOf } from "./messengers.ts";

describe("who carries messages", () => {
  // Nobody asks it anything.
  const { db } = connect("postgres://nobody@127.0.0.1:1/none", { max: 1 });
  const of = (given: Record<string, string>) => {
    const log = pino({ level: "silent" });
    const { mail, whatsapp, webhooks } = messengersOf(readEnv(given), db, log);
    return [mail.driver, whatsapp.driver, webhooks?.map(({ provider }) => provider)];
  };
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
  const from = { MAIL_FROM: "no-reply@odys.app" };

  test.each([
    ["nothing set: all stays here", {}, ["local", "local", undefined]],
    ["the Cloud API", whatsapp, ["local", "cloud", ["whatsapp"]]],
    ["Evolution", evolution, ["local", "evolution", ["evolution"]]],
    ["SMTP", { ...from, ...whatsapp, SMTP_URL: "smtp://x" }, ["smtp", "cloud", ["whatsapp"]]],
    // A message that nobody can get must not count as sent.
    [
      "mail only: no WhatsApp at all",
      { ...from, RESEND_API_KEY: "r" },
      ["resend", "none", undefined],
    ],
  ])("%s", (_name, given, drivers) => {
    expect(of(given)).toEqual(drivers);
  });
});
