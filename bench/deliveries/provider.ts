import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { WhatsAppUpdate } from "@odys/shared/messaging/whatsapp-schema";

type Told = { key: string; update: WhatsAppUpdate };

/**
 * A Cloud API that behaves badly on purpose: of a hundred requests three are taken and not answered, two
 * are refused for the moment and one is cut before it is taken. Each message that it took is told of as
 * sent, delivered and read (one in twenty: failed), each thing twice and in any order.
 */
export async function startBadProvider() {
  /** How often each key was taken: more than once is a message sent twice. */
  const taken = new Map<string, number>();
  let told: Told[] = [];
  let count = 0;
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      const luck = Math.random();
      if (luck < 0.01) return void request.socket.destroy();
      response.setHeader("content-type", "application/json");
      if (luck < 0.03) {
        response.writeHead(500);
        return void response.end(JSON.stringify({ error: { message: "", code: 131_000 } }));
      }
      const { biz_opaque_callback_data: key } = JSON.parse(body) as Record<string, string>;
      if (key === undefined) throw new Error("a message without our key");
      taken.set(key, (taken.get(key) ?? 0) + 1);
      const id = `wamid.${++count}`;
      told.push(...receiptsOf(id, key));
      if (luck < 0.06) return void request.socket.destroy();
      response.end(JSON.stringify({ messages: [{ id }] }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    taken,
    hasNews: () => told.length > 0,
    /** What there is to tell since the last time, shuffled, each thing twice. */
    tell(): Told[] {
      const now = told;
      told = [];
      return [...now, ...now].toSorted(() => Math.random() - 0.5);
    },
    close: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function receiptsOf(providerMessageId: string, key: string): Told[] {
  const at = new Date().toISOString();
  const kinds =
    Math.random() < 0.05 ? (["sent", "failed"] as const) : (["sent", "delivered", "read"] as const);
  return kinds.map((receipt) => ({
    key: `${providerMessageId}:${receipt}`,
    update: { type: "receipt", providerMessageId, key, receipt, reason: null, at },
  }));
}
