import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { Unreliable } from "../contract.ts";

export type Call = { method: string; path: string; headers: IncomingHttpHeaders; body: unknown };
export type Reply = { status: number; body: unknown };

/** A provider over real HTTP on a port of its own, which can fail in the ways in which networks do. */
export async function startProvider(answer: (call: Call) => Reply | Promise<Reply>) {
  let how: Parameters<Unreliable["next"]>[0] = null;
  const hanging: (() => void)[] = [];

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    const say = ({ status, body }: Reply) => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(typeof body === "string" ? body : JSON.stringify(body));
    };
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      if (how === "cut") return void request.socket.destroy();
      if (how === "hang") return void hanging.push(() => request.socket.destroy());
      if (how === "nonsense") return say({ status: 200, body: "<html>busy</html>" });
      if (how === "bad gateway") return say({ status: 502, body: "<html>bad gateway</html>" });
      if (how === "elsewhere")
        return void response.writeHead(307, { location: "http://127.0.0.1:9/" }).end();
      const text = Buffer.concat(chunks).toString();
      const call = {
        method: request.method ?? "",
        path: request.url ?? "",
        headers: request.headers,
        body: text === "" ? null : (JSON.parse(text) as unknown),
      };
      void Promise.resolve(answer(call)).then((reply) =>
        how === "take and cut" ? request.socket.destroy() : say(reply),
      );
    });
  });

  return {
    url: await listen(server),
    next: (to: typeof how) => void (how = to),
    close: () =>
      new Promise<void>((resolve) => {
        for (const free of hanging) free();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new TypeError("expected a port");
  return `http://127.0.0.1:${address.port}`;
}

/** An address of this machine where nobody listens (any more). */
export async function nowhere(): Promise<string> {
  const server = createServer();
  const url = await listen(server);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return url;
}
