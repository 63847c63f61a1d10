import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { arrive } from "@odys/api/doors/arrival";
import { odysDoors } from "@odys/api/doors/index";
import { mountDoors } from "@odys/api/doors/node-http";
import type { Services } from "@odys/api/kernel/ports";
import { ADDRESS_HEADER } from "./build-container.ts";
import { paintFirst } from "./paint-first.ts";

/** Answers one request, as Next's handler does. */
export type PageHandler = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

const LIMITS = {
  /** All headers of a request, in bytes. */
  maxHeaderSize: 16_384,
  /** Milliseconds until the headers, and until the whole request has to be there. */
  headersTimeout: 20_000,
  requestTimeout: 60_000,
  /** Longer than the load balancers in front of us keep theirs, or they write to a closed one. */
  keepAliveTimeout: 65_000,
};

/**
 * The self-hosted server: doors are answered on plain node:http, everything else by Next. Without a
 * page handler (a worker) only health answers.
 */
export function createHttpServer(services: Services, pages: PageHandler | null): Server {
  const doors = mountDoors(odysDoors, services);
  return createServer(LIMITS, (req, res) => {
    if (pages === null && !req.url?.startsWith("/api/health")) {
      res.writeHead(404).end();
      return;
    }
    if (doors(req, res)) return;
    if (pages === null) return void res.writeHead(404).end();
    introduce(req, services);
    paintFirst(req, res);
    pages(req, res).catch((error: unknown) => {
      services.log.error({ err: error, url: req.url }, "page failed");
      if (!res.headersSent) res.writeHead(500);
      res.end();
    });
  });
}

/** Tells Next who is calling and under which id; whatever the client said of that itself is gone. */
function introduce(req: IncomingMessage, { settings }: Services): void {
  const header = (name: string) => {
    const value = req.headers[name];
    return typeof value === "string" ? value : null;
  };
  const remote = req.socket.remoteAddress;
  const { ip, requestId } = arrive({ get: header }, remote, settings.trustedProxies);
  req.headers[ADDRESS_HEADER] = ip;
  req.headers["x-request-id"] = requestId;
}

/** Begins to listen. Throws when the port is taken. */
export function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) =>
      reject(
        "code" in error && error.code === "EADDRINUSE"
          ? new Error(`PORT: ${port} is in use; set PORT to another one`)
          : error,
      ),
    );
    server.listen(port, resolve);
  });
}

const upgraded = new WeakMap<Server, Set<Duplex>>();

/**
 * Hands upgrades on (the live reload of development), and remembers their connections: the server
 * waits for their end, but counts them no more among those that it can close.
 */
export function acceptUpgrades(
  server: Server,
  upgrade: (req: IncomingMessage, socket: Duplex, head: Buffer) => void,
): void {
  const sockets = new Set<Duplex>();
  upgraded.set(server, sockets);
  server.on("upgrade", (req, socket, head) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    upgrade(req, socket, head);
  });
}

/** Accepts nothing new, lets what is under way finish for `graceMs`, then cuts it. */
export function drain(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
    for (const socket of upgraded.get(server) ?? []) socket.destroy();
    // A connection that becomes idle meanwhile would otherwise be kept alive for its next request.
    const idle = setInterval(() => server.closeIdleConnections(), 100);
    server.once("close", () => clearInterval(idle));
  });
}
