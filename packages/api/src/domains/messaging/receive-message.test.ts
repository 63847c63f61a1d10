import { clientIdentities } from "@odys/db/schema/clients";
import {
  contactConsents,
  messages,
  waitingMessages,
} from "@odys/db/schema/messaging/conversations";
import { deliveries, deliveryAttempts } from "@odys/db/schema/messaging/deliveries";
import { newId } from "@odys/shared/kernel/ids";
import type { IncomingWhatsApp } from "@odys/shared/messaging/whatsapp-schema";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/app.ts";
import { mintClient, mintPractice } from "../../testing/fixtures.ts";
import { receiveMessage } from "./receive-message.ts";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ max: 10 });
});
afterAll(() => app.close());
beforeEach(() => {
  app.clock.advance(3 * 3_600_000);
  app.whatsapp.sent.length = 0;
});

let people = 0;
/** Somebody with a phone, and client of so many practices. */
async function person(...practices: string[]) {
  const phone = `+55119${81_000_000 + people++}`;
  const found = [];
  for (const name of practices) {
    const { professionalId } = await mintPractice(app, { professional: { name, plan: "pro" } });
    const { id: clientId } = await mintClient(app, professionalId, { phone });
    found.push({ professionalId, clientId });
  }
  const [first, second] = found;
  const write = async (text: string, more: Partial<IncomingWhatsApp> = {}) => {
    const at = new Date(app.clock.now()).toISOString();
    const incoming: IncomingWhatsApp = {
      type: "message",
      providerMessageId: newId(),
      from: { phone, whatsAppId: phone.slice(1) },
      name: "Bia",
      text,
      buttonId: null,
      replyTo: null,
      at,
      ...more,
    };
    await receiveMessage(app.ctx({ type: "job", queue: "q" }), incoming);
    return incoming;
  };
  return { phone, write, first, second };
}

/** The practice writes to the client on WhatsApp, now. */
async function contact(of: { professionalId: string; clientId: string } | undefined) {
  if (!of) throw new Error("no such practice");
  const [id, providerMessageId] = [newId(), newId()];
  const now = new Date(app.clock.now());
  const common = { professionalId: of.professionalId, channel: "whatsapp" as const };
  await app.db.insert(deliveries).values({
    ...common,
    id,
    clientId: of.clientId,
    audience: "client",
    template: "reminder24h",
    locale: "pt-BR",
    params: {},
    dedupeKey: id,
    channels: ["whatsapp"],
    state: "sent",
    notBefore: now,
    notAfter: now,
  });
  const attempt = { id: newId(), deliveryId: id, driver: "local", state: "sent" as const };
  await app.db
    .insert(deliveryAttempts)
    .values({ ...common, ...attempt, providerMessageId, startedAt: now });
  return providerMessageId;
}

const textsOf = async (practice: { professionalId: string } | undefined) =>
  (
    await app.db
      .select({ text: messages.text })
      .from(messages)
      .where(eq(messages.professionalId, practice?.professionalId ?? ""))
      .orderBy(messages.id)
  ).map(({ text }) => text);
const answers = () => app.whatsapp.sent.map(({ text }) => text);

describe("what somebody writes on WhatsApp", () => {
  it("lands in the thread of their only practice, once, and is not answered", async () => {
    const { write, first } = await person("Ana");
    const incoming = await write("Vou atrasar 10 minutos");
    await Promise.all([write("", incoming), write("", incoming)]);
    expect(await textsOf(first)).toEqual(["Vou atrasar 10 minutos"]);
    expect(answers()).toEqual([]);
  });

  it("is found with the ninth digit and without, and afterwards without a number", async () => {
    const { phone, write, first } = await person("Ana");
    const short = { phone: phone.replace("+55119", "+5511"), whatsAppId: `id-${phone}` };
    await write("sem o nono", { from: short });
    await write("sem número", { from: { phone: null, whatsAppId: `id-${phone}` } });
    expect(await textsOf(first)).toEqual(["sem o nono", "sem número"]);
    const known = eq(clientIdentities.professionalId, first?.professionalId ?? "");
    expect(await app.db.$count(clientIdentities, known)).toBe(1);
  });

  it("what is no text says so", async () => {
    const { write, first } = await person("Ana");
    await write("");
    expect(await textsOf(first)).toEqual([expect.stringMatching(/^\[.+\]$/)]);
  });

  it("of two practices it is the one that wrote last, within two hours", async () => {
    const { write, first, second } = await person("Ana", "Rui");
    await contact(second);
    await write("Combinado");
    expect([await textsOf(first), await textsOf(second)]).toEqual([[], ["Combinado"]]);
    app.clock.advance(30 * 60_000);
    await write("Mais uma coisa");
    expect(await textsOf(second)).toHaveLength(2);
  });

  it("the message that is answered says whose it is, however much else was written", async () => {
    const { write, first, second } = await person("Ana", "Rui");
    const replyTo = await contact(first);
    await contact(second);
    await write("Sim", { replyTo });
    expect(await textsOf(first)).toEqual(["Sim"]);
  });

  it("where it is unclear it asks once by numbers, and files all of it once they answer", async () => {
    const { write, first, second } = await person("Ana", "Rui");
    await contact(first);
    await contact(second);
    await write("Oi");
    await write("posso levar minha filha?");
    expect(answers()).toEqual([expect.stringMatching(/\n1\. Ana\n2\. Rui$/)]);
    expect([await textsOf(first), await textsOf(second)]).toEqual([[], []]);
    app.clock.advance(60_001);
    await write("2");
    expect(await textsOf(second)).toEqual(["Oi", "posso levar minha filha?"]);
    expect(answers().at(-1)).toContain("Rui");
    await write("obrigada");
    expect(await textsOf(second)).toHaveLength(3);
    expect(await app.db.$count(waitingMessages)).toBe(0);
  });

  it("what waits for an answer is forgotten after a day", async () => {
    const { write, first } = await person("Ana", "Rui");
    await write("Oi");
    app.clock.advance(25 * 3_600_000);
    await write("1");
    expect(await textsOf(first)).toEqual([]);
  });

  it("who is unknown is told so once a day, and nothing of theirs is kept", async () => {
    const stranger = await person();
    const kept = async () => [await app.db.$count(messages), await app.db.$count(waitingMessages)];
    const before = await kept();
    await stranger.write("Oi");
    await stranger.write("Alguém?");
    expect(answers()).toEqual([expect.stringContaining("http://odys.test")]);
    app.clock.advance(25 * 3_600_000);
    await stranger.write("Oi");
    expect(answers()).toHaveLength(2);
    expect(await kept()).toEqual(before);
  });

  it("SAIR takes WhatsApp back everywhere with one confirmation, VOLTAR grants it again", async () => {
    const { write, first, second } = await person("Ana", "Rui");
    await write("Sair");
    await write("SAIR!");
    expect(answers()).toHaveLength(1);
    const words = async () =>
      (
        await app.db
          .select()
          .from(contactConsents)
          .where(eq(contactConsents.clientId, first?.clientId ?? ""))
          .orderBy(contactConsents.id)
      ).map(({ granted, source }) => [granted, source]);
    expect(await words()).toEqual([[false, "client"]]);
    await write("voltar");
    expect(await words()).toEqual([
      [false, "client"],
      [true, "client"],
    ]);
    expect(answers()).toHaveLength(2);
    expect([await textsOf(first), await textsOf(second)]).toEqual([[], []]);
  });
});
