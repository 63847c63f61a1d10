import * as z from "zod";
import type { Received } from "../contract.ts";
import { type Call, type Reply, startProvider } from "./provider.ts";

const INSTANCE = "odys";

const outgoing = z.strictObject({
  number: z.string().regex(/^(\d{7,15}|[\w.-]+@(lid|s\.whatsapp\.net))$/),
  text: z.string().min(1),
  delay: z.number().optional(),
});

/** An error as Evolution words it: whatever was thrown is in a list. */
const refusal = (status: number, error: string, ...message: unknown[]): Reply => ({
  status,
  body: { status, error, response: { message } },
});

/** Evolution API v2 as it behaves (2.3), for tests: one instance, numbers with and without WhatsApp. */
export async function startEvolutionFake(apiKey = "fake-key-0123456789") {
  const sent: { number: string; text: string; id: string }[] = [];
  const state = {
    connection: "open" as "open" | "connecting" | "close",
    /** Why it was cut off; 401 when the phone has unlinked it. */
    reason: null as number | null,
    without: new Set<string>(),
    /** What `restart` and `connect` answer instead of doing it. */
    trouble: null as string | null,
    /** What sending throws. */
    throws: null as string | null,
  };

  function answer({ method, path, headers, body }: Call): Reply {
    if (headers["apikey"] !== apiKey) return refusal(401, "Unauthorized", "Unauthorized");
    const [route = "", query] = path.split("?");
    const [, room, verb, instance] = route.split("/");
    if (verb === "fetchInstances" && query === `instanceName=${INSTANCE}`)
      return {
        status: 200,
        body: [
          {
            name: INSTANCE,
            connectionStatus: state.connection,
            disconnectionReasonCode: state.reason,
          },
        ],
      };
    if (instance !== INSTANCE)
      return refusal(404, "Not Found", `The "${instance}" instance does not exist`);
    if (`${method} ${room}/${verb}` === "POST message/sendText") return send(body);
    if (verb === "connectionState")
      return {
        status: 200,
        body: { instance: { instanceName: INSTANCE, state: state.connection } },
      };
    if (verb === "restart" || verb === "connect") return connect();
    return refusal(404, "Not Found", `Cannot ${method} ${path}`);
  }

  function send(body: unknown): Reply {
    const { number, text } = outgoing.parse(body);
    if (state.throws) return refusal(400, "Bad Request", state.throws);
    if (state.connection !== "open") return refusal(400, "Bad Request", "Error: Connection Closed");
    if (state.without.has(number))
      return refusal(400, "Bad Request", {
        jid: `${number}@s.whatsapp.net`,
        exists: false,
        number,
      });
    const id = `3EB0${String(sent.length + 1).padStart(16, "0")}`;
    sent.push({ number, text, id });
    const key = { remoteJid: `${number}@s.whatsapp.net`, fromMe: true, id };
    return {
      status: 201,
      body: {
        key,
        status: "PENDING",
        message: { conversation: text },
        messageType: "conversation",
      },
    };
  }

  function connect(): Reply {
    // It is a 200 all the same.
    if (state.trouble) return { status: 200, body: { error: true, message: state.trouble } };
    if (state.connection === "open")
      return { status: 200, body: { instance: { instanceName: INSTANCE, state: "open" } } };
    const code = state.reason === 401 ? "2@qr-code-to-scan" : undefined;
    return { status: 200, body: { pairingCode: null, code, count: code ? 1 : 0 } };
  }

  const provider = await startProvider(answer);
  return {
    ...provider,
    apiKey,
    instance: INSTANCE,
    sent,
    state,
    received: async (): Promise<Received[]> =>
      sent.map(({ number, text }) => ({ to: `+${number}`, text, answers: [] })),
  };
}

/** A webhook call of Evolution's: its raw body. */
export function evolutionWebhook(event: string, data: unknown, instance = INSTANCE): string {
  return JSON.stringify({
    event,
    instance,
    data,
    destination: "https://odys.test/api/webhooks/evolution",
    date_time: "2026-11-23T09:00:00.000Z",
    sender: "5511900000000@s.whatsapp.net",
    server_url: "https://evolution.test",
    apikey: "a-key-that-must-not-be-kept",
  });
}
