import { createLocalMail } from "@odys/api/gateways/mail/local";
import type { MailGateway } from "@odys/api/gateways/mail/port";
import { createResendMail } from "@odys/api/gateways/mail/resend";
import { createSmtpMail } from "@odys/api/gateways/mail/smtp";
import { createAbsentWhatsApp } from "@odys/api/gateways/whatsapp/absent";
import { createCloudWhatsApp } from "@odys/api/gateways/whatsapp/cloud";
import { createCloudWebhook } from "@odys/api/gateways/whatsapp/cloud-webhook";
import { createEvolutionWhatsApp } from "@odys/api/gateways/whatsapp/evolution";
import { createEvolutionWebhook } from "@odys/api/gateways/whatsapp/evolution-webhook";
import { createLocalWhatsApp } from "@odys/api/gateways/whatsapp/local";
import { type Services, systemClock } from "@odys/api/kernel/ports";
import type { Db } from "@odys/db/client";
import type { Logger } from "pino";
import type { Env } from "../env.ts";

/** What carries messages to people, and what is told about them: of this machine, unless the environment names a provider. */
export function messengersOf(
  env: Env,
  db: Db,
  log: Logger,
): Pick<Services, "mail" | "whatsapp" | "webhooks"> {
  const mail = mailOf(env, db);
  return { mail, ...(cloudOf(env, log) ?? evolutionOf(env, log) ?? ownWhatsApp(mail, db)) };
}

function mailOf({ RESEND_API_KEY: apiKey, SMTP_URL: url, MAIL_FROM: from }: Env, db: Db) {
  if (apiKey && from) return createResendMail({ apiKey, from });
  if (url && from) return createSmtpMail({ url, from });
  return createLocalMail({ db, clock: systemClock });
}

type WhatsApp = Pick<Services, "whatsapp" | "webhooks">;

function cloudOf(env: Env, log: Logger): WhatsApp | null {
  const token = env.WHATSAPP_TOKEN;
  const phoneNumberId = env.WHATSAPP_PHONE_NUMBER_ID;
  const appSecret = env.WHATSAPP_APP_SECRET;
  const verifyToken = env.WHATSAPP_VERIFY_TOKEN;
  if (!token || !phoneNumberId || !appSecret || !verifyToken) return null;
  return {
    whatsapp: createCloudWhatsApp({ token, phoneNumberId, url: env.WHATSAPP_API_URL }),
    webhooks: [createCloudWebhook({ appSecret, verifyToken, phoneNumberId, log })],
  };
}

function evolutionOf(env: Env, log: Logger): WhatsApp | null {
  const url = env.EVOLUTION_API_URL;
  const apiKey = env.EVOLUTION_API_KEY;
  const instance = env.EVOLUTION_INSTANCE;
  const secret = env.EVOLUTION_WEBHOOK_SECRET;
  if (!url || !apiKey || !instance || !secret) return null;
  return {
    whatsapp: createEvolutionWhatsApp({ url, apiKey, instance }),
    webhooks: [createEvolutionWebhook({ secret, instance, log })],
  };
}

/** Where mails reach people, a WhatsApp that stays in the database would swallow what they wait for. */
function ownWhatsApp({ driver }: MailGateway, db: Db): WhatsApp {
  const own = driver === "local";
  return {
    whatsapp: own ? createLocalWhatsApp({ db, clock: systemClock }) : createAbsentWhatsApp(),
  };
}
