import { createServer, type IncomingHttpHeaders, request as httpRequest } from "node:http";
import type { AddressInfo } from "node:net";
import type { Services } from "../../kernel/ports.ts";
import type { Doors } from "../index.ts";
import { mountDoors } from "../node-http.ts";

/** A request as it goes over the wire: the path is not normalised by any URL class. */
export type WireRequest = {
  method?: string;
  path: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
};
export type WireAnswer = { status: number; headers: IncomingHttpHeaders; body: Buffer };

/** The doors on a real port of this machine. */
export async function serve(doors: Doors, services: Services) {
  const handle = mountDoors(doors, services);
  const server = createServer((req, res) => {
    if (!handle(req, res)) res.writeHead(418).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    send: (request: WireRequest) => send(port, request),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function send(port: number, { method = "GET", path, headers, body }: WireRequest) {
  return new Promise<WireAnswer>((resolve, reject) => {
    const req = httpRequest({ host: "127.0.0.1", port, method, path, headers }, (res) => {
      const chunks: Buffer[] = [];
      res.on("data", (chunk: Buffer) => chunks.push(chunk));
      res.on("error", reject);
      res.on("end", () =>
        resolve({ status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(chunks) }),
      );
    });
    req.on("error", reject);
    req.end(body);
  });
}
