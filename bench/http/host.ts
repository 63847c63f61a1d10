import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { createDoors } from "@odys/api/doors/index";
import { mountDoors } from "@odys/api/doors/node-http";
import { createContext } from "@odys/api/trpc/context";
import { connect } from "@odys/db/client";
import { router } from "@odys/api/trpc/init";
import { createHTTPServer } from "@trpc/server/adapters/standalone";
import fastify from "fastify";
import { benchRouter } from "./router.ts";
import { benchServices } from "./services.ts";

// host.ts <kind> <database url>: one server in a process of its own; says its port on one line.
const [kind = "", url = ""] = process.argv.slice(2);
const { db, sql } = connect(url, { max: 10 });
const services = benchServices(db);

const read = async (id: string) => {
  const [row] = await sql<{ id: string; name: string; durationMinutes: number }[]>`
    select id, name, duration_minutes as "durationMinutes" from services where id = ${id}`;
  return row;
};
const greet = (name: string) => ({ greeting: `Olá, ${name}`, length: name.length });
const inputOf = (search: string): Record<string, string> =>
  JSON.parse(decodeURIComponent(search.slice("input=".length)));

/** The physical reference: the same answer with nothing around it. */
const bare: RequestListener = (req, res) => {
  const [path, search = ""] = (req.url ?? "").split("?");
  const send = (data: unknown) => {
    const body = JSON.stringify({ result: { data } });
    res.writeHead(200, {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
    });
    res.end(body);
  };
  if (path === "/api/trpc/bench.plain") send(greet(inputOf(search)["name"] ?? ""));
  else void read(inputOf(search)["id"] ?? "").then(send);
};

function fastifyHost() {
  const app = fastify({ logger: false });
  const answer = (properties: Record<string, object>) => ({
    response: {
      200: {
        type: "object",
        properties: {
          result: { type: "object", properties: { data: { type: "object", properties } } },
        },
      },
    },
    querystring: { type: "object", properties: { input: { type: "string" } } },
  });
  const text = { type: "string" };
  const whole = { type: "integer" };
  type Query = { Querystring: { input: string } };
  app.get<Query>(
    "/api/trpc/bench.plain",
    { schema: answer({ greeting: text, length: whole }) },
    ({ query }, reply) => {
      const { name } = JSON.parse(query.input) as { name: string };
      void reply.send({ result: { data: greet(name) } });
    },
  );
  app.get<Query>(
    "/api/trpc/bench.read",
    { schema: answer({ id: text, name: text, durationMinutes: whole }) },
    async ({ query }) => ({
      result: { data: await read((JSON.parse(query.input) as { id: string }).id) },
    }),
  );
  return app;
}

async function start(): Promise<number> {
  const listen = (server: ReturnType<typeof createServer>) =>
    new Promise<number>((resolve) =>
      server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port)),
    );
  switch (kind) {
    case "bare":
      return listen(createServer(bare));
    case "fastify": {
      const address = await fastifyHost().listen({ port: 0, host: "127.0.0.1" });
      return Number(new URL(address).port);
    }
    case "odys": {
      const house = { appRouter: benchRouter, systemRouter: router({}), healthChecks: [] };
      const handle = mountDoors(createDoors(house), services);
      return listen(createServer((req, res) => void handle(req, res)));
    }
    case "standalone": {
      const server = createHTTPServer({
        router: benchRouter,
        basePath: "/api/trpc/",
        createContext: ({ req }) => {
          const headers = new Headers();
          for (const [name, value] of Object.entries(req.headers)) headers.set(name, String(value));
          return createContext(services, { headers, ip: "127.0.0.1", via: "http" });
        },
      });
      return listen(server);
    }
    default:
      throw new RangeError(`no such host: ${kind}`);
  }
}

console.log(await start());
process.on("disconnect", () => process.exit(0));
