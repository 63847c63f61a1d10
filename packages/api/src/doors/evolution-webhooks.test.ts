import { webhookEvents } from "@odys/db/schema/ops";
import { describe, expect, test } from "vitest";
import { evolutionWebhook } from "../gateways/whatsapp/testing/evolution-fake.ts";
import { SECRET, webhookBench } from "./testing/webhooks.ts";

const bench = webhookBench();
const { told, wakings, lines } = bench;
const toEvolution = (
  body: string,
  headers: Record<string, string> = { "x-odys-secret": SECRET, "content-type": "application/json" },
) => bench.post("/api/webhooks/evolution", body, headers);

describe("the Evolution API", () => {
  const receipt = (id: string, status: string, more = {}) =>
    evolutionWebhook("messages.update", {
      keyId: id,
      remoteJid: "551187654321@s.whatsapp.net",
      fromMe: true,
      status,
      ...more,
    });

  test("receipts, in whatever order, each once", async () => {
    for (const status of ["READ", "DELIVERY_ACK", "SERVER_ACK", "PENDING", "PLAYED", "READ"])
      expect((await toEvolution(receipt("3EB01", status))).status).toBe(200);
    await toEvolution(receipt("3EB02", "ERROR"));
    expect(await told()).toMatchObject({
      "3EB01:accepted": { receipt: "accepted", at: "2026-11-23T12:00:00.000Z" },
      "3EB01:sent": { receipt: "sent" },
      "3EB01:delivered": { receipt: "delivered" },
      "3EB01:read": { receipt: "read", key: null, reason: null },
      "3EB02:failed": { receipt: "failed", reason: "refused" },
    });
    expect(await wakings()).toBe(5);
  });

  test("what people write; not what we wrote, groups, reactions or the status of others' messages", async () => {
    const person = {
      key: { remoteJid: "551187654321@s.whatsapp.net", fromMe: false, id: "W1" },
      pushName: "Bia",
      messageTimestamp: 1795435200,
    };
    const hidden = { remoteJid: "1234@lid", remoteJidAlt: "551187654321:12@s.whatsapp.net" };
    const message = { conversation: "1" };
    for (const data of [
      { ...person, message, contextInfo: { stanzaId: "3EB01" } },
      { ...person, key: { ...person.key, ...hidden, id: "W2" }, message },
      [
        {
          ...person,
          key: { ...person.key, id: "W3" },
          message: { imageMessage: { caption: "foto" } },
        },
      ],
      { ...person, key: { ...person.key, fromMe: true, id: "W4" }, message },
      { ...person, key: { ...person.key, remoteJid: "1-2@g.us", id: "W5" }, message },
      { ...person, key: { ...person.key, id: "W6" }, message: { reactionMessage: {} } },
      { key: 7 },
    ])
      expect((await toEvolution(evolutionWebhook("messages.upsert", data))).status).toBe(200);
    await toEvolution(receipt("W1", "READ", { fromMe: false }));
    const bia = {
      type: "message",
      name: "Bia",
      buttonId: null,
      at: "2026-11-23T12:00:00.000Z",
    };
    const phone = "+5511987654321";
    expect(await told()).toEqual({
      W1: {
        ...bia,
        providerMessageId: "W1",
        from: { phone, whatsAppId: "551187654321@s.whatsapp.net" },
        text: "1",
        replyTo: "3EB01",
      },
      W2: {
        ...bia,
        providerMessageId: "W2",
        from: { phone, whatsAppId: "1234@lid" },
        text: "1",
        replyTo: null,
      },
      W3: {
        ...bia,
        providerMessageId: "W3",
        from: { phone, whatsAppId: "551187654321@s.whatsapp.net" },
        text: "foto",
        replyTo: null,
      },
    });
  });

  test("how the connection is: once for one word of theirs", async () => {
    const closed = evolutionWebhook("CONNECTION_UPDATE", { state: "close", statusReason: 401 });
    await toEvolution(closed);
    await toEvolution(closed);
    await toEvolution(evolutionWebhook("connection.update", { state: "close", statusReason: 428 }));
    const states = Object.values(await told()).map((one) => one.type === "connection" && one.state);
    expect(states).toHaveLength(2);
    expect(new Set(states)).toEqual(new Set(["closed", "logged_out"]));
  });

  test("forged, torn, of another instance, of a kind that nobody knows", async () => {
    const body = receipt("3EB03", "READ");
    for (const secret of ["", "wrong", `${SECRET}x`, SECRET.slice(0, -1)])
      expect((await toEvolution(body, { "x-odys-secret": secret })).status).toBe(401);
    expect((await toEvolution(body, {})).status).toBe(401);
    for (const torn of ["{", "null", "{}"]) expect((await toEvolution(torn)).status).toBe(400);
    const skipped = [
      evolutionWebhook("messages.update", { keyId: "1", status: "READ" }, "another"),
      evolutionWebhook("presence.update", { id: "x" }),
      receipt("3EB03", "DELETED"),
      receipt("", "READ"),
    ];
    for (const odd of skipped)
      expect(await toEvolution(odd)).toMatchObject({ status: 200, json: { data: { updates: 0 } } });
  });

  test("the provider's key is kept nowhere", async () => {
    await toEvolution(receipt("3EB04", "READ"));
    const rows = await bench.app.db.select().from(webhookEvents);
    expect(JSON.stringify(rows) + lines.join()).not.toContain("a-key-that-must-not-be-kept");
  });
});
