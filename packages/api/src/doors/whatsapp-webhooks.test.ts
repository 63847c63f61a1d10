import { webhookEvents } from "@odys/db/schema/ops";
import { describe, expect, test } from "vitest";
import {
  cloudSignature,
  cloudStatus,
  cloudWebhook,
} from "../gateways/whatsapp/testing/cloud-fake.ts";
import { evolutionWebhook } from "../gateways/whatsapp/testing/evolution-fake.ts";
import { SECRET, VERIFY_TOKEN as VERIFY, webhookBench } from "./testing/webhooks.ts";

const bench = webhookBench();
const { told, wakings, lines } = bench;
const toCloud = (body: string | Uint8Array, headers = cloudSignature(body)) =>
  bench.post("/api/webhooks/whatsapp", body, headers);

describe("the handshake of the Cloud API", () => {
  const greet = async (query: string) => {
    const { status, headers, body } = await bench.get(`/api/webhooks/whatsapp?${query}`);
    return { status, type: headers["content-type"], body: body.toString() };
  };
  const ask = (token: string, mode = "subscribe") =>
    greet(`hub.mode=${mode}&hub.verify_token=${token}&hub.challenge=1158201444`);

  test("the challenge, and nothing around it", async () => {
    expect(await ask(VERIFY)).toEqual({
      status: 200,
      type: "text/plain; charset=utf-8",
      body: "1158201444",
    });
  });

  test("403 for a wrong token, none, another mode, no challenge", async () => {
    for (const answer of [
      await ask("wrong"),
      await ask(""),
      await ask(VERIFY, "unsubscribe"),
      await greet(`hub.mode=subscribe&hub.verify_token=${VERIFY}`),
      await greet(""),
    ])
      expect(answer).toMatchObject({ status: 403, type: "application/json" });
  });

  test("a provider without one is asked by POST only", async () => {
    expect((await bench.get("/api/webhooks/evolution")).status).toBe(405);
  });
});

describe("the Cloud API", () => {
  test("receipts, each under its message and what became of it", async () => {
    const refused = { errors: [{ code: 131026, title: "Message undeliverable" }] };
    const body = cloudWebhook({
      statuses: [
        cloudStatus("wamid.A", "sent"),
        cloudStatus("wamid.A", "delivered"),
        cloudStatus("wamid.B", "failed", refused),
      ],
    });
    expect(await toCloud(body)).toEqual({
      status: 200,
      json: { success: true, data: { updates: 3, news: 3 } },
    });
    expect(await told()).toMatchObject({
      "wamid.A:sent": { type: "receipt", key: "key of wamid.A", receipt: "sent", reason: null },
      "wamid.A:delivered": { receipt: "delivered", at: "2026-11-23T12:00:00.000Z" },
      "wamid.B:failed": { providerMessageId: "wamid.B", receipt: "failed", reason: "no_whatsapp" },
    });
    expect(await wakings()).toBe(1);
  });

  const contacts = [
    { profile: { name: "Bia\0 Souza" }, wa_id: "551187654321", user_id: "BR.150257" },
    { profile: { name: "rui.dev" }, user_id: "BR.99" },
  ];
  const said = { from: "551187654321", timestamp: "1795435200" };
  const base = {
    type: "message",
    from: { phone: "+5511987654321", whatsAppId: "BR.150257" },
    name: "Bia Souza",
    buttonId: null,
    replyTo: null,
    at: "2026-11-23T12:00:00.000Z",
  };

  test("what people write, tap and send, with their number as people write it", async () => {
    const messages = [
      { ...said, id: "wamid.1", type: "text", text: { body: "Olá 🐘\0" } },
      {
        ...said,
        id: "wamid.2",
        type: "button",
        button: { payload: "confirm:1", text: "Confirmar" },
        context: { id: "wamid.A" },
      },
      {
        ...said,
        id: "wamid.3",
        type: "interactive",
        interactive: { type: "button_reply", button_reply: { id: "cancel:1", title: "Cancelar" } },
      },
      { ...said, id: "wamid.4", type: "image", image: { id: "1", caption: "meu exame" } },
      { ...said, id: "wamid.5", type: "audio", audio: { id: "1" } },
    ];
    await toCloud(cloudWebhook({ contacts, messages }));
    expect(await told()).toEqual({
      "wamid.1": { ...base, providerMessageId: "wamid.1", text: "Olá 🐘" },
      "wamid.2": {
        ...base,
        providerMessageId: "wamid.2",
        text: "Confirmar",
        buttonId: "confirm:1",
        replyTo: "wamid.A",
      },
      "wamid.3": {
        ...base,
        providerMessageId: "wamid.3",
        text: "Cancelar",
        buttonId: "cancel:1",
      },
      "wamid.4": { ...base, providerMessageId: "wamid.4", text: "meu exame" },
      "wamid.5": { ...base, providerMessageId: "wamid.5", text: "" },
    });
  });

  test("somebody who shows no number is known by WhatsApp's id", async () => {
    const message = { id: "wamid.6", type: "text", from_user_id: "BR.99", text: { body: "Oi" } };
    await toCloud(cloudWebhook({ contacts, messages: [message] }));
    expect(await told()).toMatchObject({
      "wamid.6": { from: { phone: null, whatsAppId: "BR.99" }, name: "rui.dev" },
    });
  });

  test("what nobody knows is left out and said in the log, and costs the rest nothing", async () => {
    const body = cloudWebhook({
      contacts: [7, ...contacts] as never,
      messages: [
        { ...said, id: "wamid.7", type: "reaction", reaction: { emoji: "👍" } },
        { ...said, id: "wamid.8", type: "telepathy" },
        { ...said, id: "", type: "text", text: { body: "no id" } },
        { id: "wamid.9", type: "text", text: { body: "of nobody" } },
        { ...said, id: "wamid.10", group_id: "1", type: "text", text: { body: "in a group" } },
        "torn" as never,
        { ...said, id: "wamid.11", type: "text", text: { body: "\ud800 half" } },
      ],
      statuses: [cloudStatus("wamid.C", "warning"), {}, cloudStatus("wamid.C", "read")],
    });
    expect(await toCloud(body)).toMatchObject({ status: 200, json: { data: { updates: 2 } } });
    expect(Object.keys(await told()).toSorted()).toEqual(["wamid.11", "wamid.C:read"]);
    expect(lines.join()).toContain("telepathy");
    expect(lines.join()).not.toContain("of nobody");
  });

  test("what is told of another number of the app is not for us", async () => {
    const body = cloudWebhook({ statuses: [cloudStatus("wamid.A", "sent")] }, "999");
    expect(await toCloud(body)).toMatchObject({ json: { data: { updates: 0, news: 0 } } });
    expect(await wakings()).toBe(0);
  });

  test("a thousand at once, told again, in another order and in other company", async () => {
    const all = Array.from({ length: 1000 }, (_, n) =>
      cloudStatus(`wamid.${n % 334}`, ["sent", "delivered", "read"][n % 3] ?? ""),
    );
    const started = performance.now();
    const first = await toCloud(cloudWebhook({ statuses: all }));
    expect(first.json.data).toEqual({ updates: 1000, news: 1000 });
    // Answered fast: providers hold a slow door for a broken one.
    expect(performance.now() - started).toBeLessThan(5_000);
    const again = await toCloud(cloudWebhook({ statuses: all.toReversed() }));
    expect(again.json.data).toEqual({ updates: 1000, news: 0 });
    const more = [...all.slice(0, 10), cloudStatus("wamid.new", "sent")];
    const mixed = await toCloud(cloudWebhook({ statuses: more }));
    expect(mixed.json.data).toEqual({ updates: 11, news: 1 });
    expect(await bench.app.db.$count(webhookEvents)).toBe(1001);
    expect(await wakings()).toBe(2);
  });

  test("a week late, with the time at which it happened", async () => {
    const week = { timestamp: String(1795435200 - 7 * 86_400) };
    await toCloud(cloudWebhook({ statuses: [cloudStatus("wamid.L", "delivered", week)] }));
    expect(await told()).toMatchObject({ "wamid.L:delivered": { at: "2026-11-16T12:00:00.000Z" } });
  });

  test("forged: unsigned, another secret, another body, another algorithm, half a signature", async () => {
    const body = cloudWebhook({ statuses: [cloudStatus("wamid.A", "read")] });
    const right = cloudSignature(body)["x-hub-signature-256"] ?? "";
    const bad: Record<string, string>[] = [
      {},
      cloudSignature(body, "another-secret-0123456789abcdef0123"),
      cloudSignature(`${body} `),
      { "x-hub-signature-256": right.replace("sha256=", "sha1=") },
      { "x-hub-signature-256": right.slice(0, -2) },
      { "x-hub-signature-256": right.slice(7) },
      { "x-hub-signature": right },
      { "x-odys-secret": SECRET },
    ];
    for (const headers of bad) expect((await toCloud(body, headers)).status).toBe(401);
    expect(await told()).toEqual({});
  });

  test("torn: what is signed and cannot be read is a 400, never a 500", async () => {
    for (const body of [
      "",
      "{",
      "null",
      "[]",
      '{"object":"whatsapp_business_account"}',
      '{"entry":[{"changes":"x"}]}',
      new Uint8Array([0xff, 0xfe, 0x00]),
    ])
      expect((await toCloud(body)).status).toBe(400);
  });

  test("three megabytes and no more, at this door only", async () => {
    const long = (bytes: number) => {
      const body = cloudWebhook({ statuses: [cloudStatus("wamid.A", "sent")] });
      return body + " ".repeat(bytes - body.length);
    };
    expect((await toCloud(long(3 * 1_048_576))).status).toBe(200);
    expect((await toCloud(long(3 * 1_048_576 + 1))).status).toBe(413);
    const evolution = evolutionWebhook("connection.update", { state: "open" });
    const other = await bench.post("/api/webhooks/evolution", evolution + " ".repeat(1_048_576), {
      "x-odys-secret": SECRET,
    });
    expect(other.status).toBe(413);
  });
});
