import { createServer, type IncomingMessage } from "node:http";

type Reply = { status: number; body: unknown };

/** A refusal as Supabase Storage words it: 400, and the true status in the body. */
const refusal = (statusCode: string, error: string): Reply => ({
  status: 400,
  body: { statusCode, error, message: error },
});
const MISSING = refusal("404", "not_found");

/** Supabase Storage over real HTTP on a port of its own, for tests: one key, any buckets, no policies. */
export async function startStorageFake(serviceKey = "fake-service-key") {
  const buckets = new Map<string, Map<string, Buffer>>();
  const state = { broken: false };

  const server = createServer((request, response) => {
    void answer(request).then(({ status, body }) => {
      const raw = Buffer.isBuffer(body);
      response.writeHead(status, {
        "content-type": raw ? "application/octet-stream" : "application/json",
      });
      response.end(raw ? body : JSON.stringify(body));
    });
  });

  async function answer(request: IncomingMessage): Promise<Reply> {
    const body = await bytesOf(request);
    if (state.broken) return { status: 500, body: { message: "broken" } };
    if (request.headers.authorization !== `Bearer ${serviceKey}`)
      return refusal("403", "Unauthorized");
    const [kind, bucket = "", name] = (request.url ?? "").replace("/storage/v1/", "").split("/");
    if (kind === "bucket") return makeBucket(JSON.parse(body.toString()));
    const objects = buckets.get(bucket);
    if (!objects) return MISSING;
    if (request.method === "DELETE") return removeAll(objects, JSON.parse(body.toString()));
    if (name === undefined) return MISSING;
    if (request.method === "GET") {
      const found = objects.get(name);
      return found ? { status: 200, body: found } : MISSING;
    }
    if (objects.has(name) && request.headers["x-upsert"] !== "true")
      return refusal("409", "Duplicate");
    objects.set(name, body);
    return { status: 200, body: { Id: name, Key: `${bucket}/${name}` } };
  }

  function makeBucket({ id, public: open }: { id: string; public?: boolean }): Reply {
    if (buckets.has(id)) return refusal("409", "Duplicate");
    if (open) return refusal("400", "the tests want no public bucket");
    buckets.set(id, new Map());
    return { status: 200, body: { name: id } };
  }

  function removeAll(objects: Map<string, Buffer>, { prefixes }: { prefixes: string[] }): Reply {
    return { status: 200, body: prefixes.filter((name) => objects.delete(name)) };
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new TypeError("expected a port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    serviceKey,
    buckets,
    state,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
