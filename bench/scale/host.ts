import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { odysDoors } from "@odys/api/doors/index";
import { mountDoors } from "@odys/api/doors/node-http";
import { watchStatements } from "@odys/api/testing/sweep/plans";
import { connect } from "@odys/db/client";
import { benchServices } from "../http/services.ts";

// host.ts <odys|bare> <database url> <path>: one server in a process of its own; says its port on one line.
const [kind = "", url = "", path = ""] = process.argv.slice(2);
const { db, sql } = connect(url, { max: 8 });
const handle = mountDoors(odysDoors, benchServices(db));
const odys: RequestListener = (req, res) => void handle(req, res);

const listen = (listener: RequestListener) =>
  new Promise<{ port: number; close: () => void }>((resolve) => {
    const server = createServer(listener);
    server.listen(0, "127.0.0.1", () =>
      resolve({ port: (server.address() as AddressInfo).port, close: () => server.close() }),
    );
  });

/** The physical reference: the statements that ours sends for this path, and the same bytes ready made. */
async function bare(): Promise<RequestListener> {
  const { port, close } = await listen(odys);
  const watched = watchStatements(sql);
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    headers: { "accept-encoding": "identity" },
  });
  const body = Buffer.from(await answer.arrayBuffer());
  const statements = watched.take();
  watched.stop();
  close();
  return (_req, res) => {
    const asked = statements.map(({ text, values }) =>
      sql.unsafe(text, values as never[], { prepare: true }),
    );
    void Promise.all(asked).then(() => {
      res.writeHead(200, { "content-type": "application/json", "content-length": body.length });
      res.end(body);
    });
  };
}

console.log((await listen(kind === "bare" ? await bare() : odys)).port);
process.on("disconnect", () => process.exit(0));
