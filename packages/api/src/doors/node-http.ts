import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { DomainError, type ErrorCode } from "@odys/shared/kernel/errors";
import type { Services } from "../kernel/ports.ts";
import { createContext } from "../trpc/context.ts";
import { reportOf } from "../trpc/errors.ts";
import { failure, SAFE_HEADERS } from "./answers.ts";
import { arrive, type DoorArrival } from "./arrival.ts";
import { compress, encodingOf, isLong } from "./compress.ts";
import { MAX_BODY_BYTES, refusalOf, withDeadline } from "./guard.ts";
import type { Doors } from "./index.ts";
import { IncomingHeaders } from "./node-headers.ts";
import { answerPlan, JSON_TYPE, type Plan, planOf, VARY } from "./trpc-direct.ts";
import { TRPC_PREFIX, trpcRefusalBody } from "./trpc.ts";

const PLAIN_HEADERS = Object.entries({
  "content-type": JSON_TYPE,
  vary: VARY,
  ...SAFE_HEADERS,
}).flat();

/**
 * Mounts the doors on node:http. Plain tRPC calls are answered without `Request` and `Response`
 * objects; everything else under `/api` goes through the doors themselves. Returns false for a
 * request that is none of theirs, untouched.
 */
export function mountDoors(doors: Doors, services: Services) {
  return function handle(req: IncomingMessage, res: ServerResponse): boolean {
    const url = req.url ?? "/";
    if (!url.startsWith("/api") || !/^\/api(?:[/?#]|$)/.test(url)) return false;
    const headers = new IncomingHeaders(req.headers);
    const { trustedProxies } = services.settings;
    const arrival = arrive(headers, req.socket.remoteAddress, trustedProxies);
    const plan = plainCall(doors, url, req.method ?? "GET", headers);
    const answered = plan
      ? answerPlain({ doors, services, plan, headers, arrival }, req, res)
      : answerThroughDoor(doors, services, arrival, req, res);
    answered.catch((error: unknown) => {
      services.log.error({ err: error, ...arrival }, "a door broke");
      if (!res.headersSent) res.writeHead(500, { "x-request-id": arrival.requestId });
      res.end();
    });
    return true;
  };
}

function plainCall(doors: Doors, url: string, method: string, headers: Headers): Plan | null {
  if (!url.startsWith(TRPC_PREFIX) || url.charCodeAt(TRPC_PREFIX.length) !== 47) return null;
  const mark = url.indexOf("?", TRPC_PREFIX.length);
  const path = url.slice(TRPC_PREFIX.length + 1, mark < 0 ? undefined : mark);
  const search = mark < 0 ? "" : url.slice(mark + 1);
  return planOf(doors.appRouter, { method, path, search, headers });
}

type PlainCall = {
  doors: Doors;
  services: Services;
  plan: Plan;
  headers: Headers;
  arrival: DoorArrival;
};

async function answerPlain(call: PlainCall, req: IncomingMessage, res: ServerResponse) {
  const { doors, services, plan, headers, arrival } = call;
  const { requestId, ip } = arrival;
  const refuse = (code: ErrorCode) => {
    const { status, body } = trpcRefusalBody(doors.appRouter, code, requestId);
    if (!req.complete) res.setHeader("connection", "close"); // nobody will read the rest
    write(res, status, body, requestId);
  };
  const refused = refusalOf(plan.method, headers, services.settings);
  if (refused) return refuse(refused);
  const ctx = createContext(services, { headers, ip, via: "http", requestId });
  try {
    const body = plan.method === "POST" ? await readText(req) : null;
    const answer = await withDeadline(answerPlan(doors.appRouter, plan, ctx, body));
    let bare = true;
    for (const [name, value] of ctx.responseHeaders) {
      res.appendHeader(name, value);
      bare = false;
    }
    if (!isLong(answer.body.length))
      return write(res, answer.status, answer.body, requestId, { bare });
    const packed = await packFor(headers.get("accept-encoding"), Buffer.from(answer.body), res);
    write(res, answer.status, packed, requestId, { packable: true });
  } catch (error) {
    if (req.destroyed && !req.complete) return; // the client went away in the middle of its body
    refuse(reportOf(error).code);
  }
}

/** `bare`: nothing has been set on the answer before. `packable`: as it is only if the client wants it so. */
function write(
  res: ServerResponse,
  status: number,
  body: string | Uint8Array,
  requestId: string,
  { bare = false, packable = false } = {},
): void {
  if (res.destroyed) return;
  const length = String(Buffer.byteLength(body));
  // With headers set one by one before (cookies), writeHead takes no flat list.
  if (bare) {
    res.writeHead(status, [...PLAIN_HEADERS, "x-request-id", requestId, "content-length", length]);
  } else {
    for (let i = 0; i < PLAIN_HEADERS.length; i += 2)
      res.setHeader(PLAIN_HEADERS[i] as string, PLAIN_HEADERS[i + 1] as string);
    if (packable) res.appendHeader("vary", "accept-encoding");
    res.setHeader("x-request-id", requestId);
    res.setHeader("content-length", length);
    res.writeHead(status);
  }
  res.end(body);
}

/** A body as text, counted while it arrives. Throws PAYLOAD_TOO_LARGE. */
function readText(req: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const onData = (chunk: Buffer) => {
      size += chunk.length;
      if (size <= MAX_BODY_BYTES) return void chunks.push(chunk);
      req.off("data", onData);
      req.pause();
      reject(new DomainError("PAYLOAD_TOO_LARGE"));
    };
    req.on("data", onData);
    req.once("end", () => {
      const whole = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks, size);
      // As `Request.json()` reads it: a byte order mark is no part of the text.
      const bom = whole[0] === 0xef && whole[1] === 0xbb && whole[2] === 0xbf;
      resolve(whole.toString("utf8", bom ? 3 : 0));
    });
    req.once("error", reject);
  });
}

async function answerThroughDoor(
  doors: Doors,
  services: Services,
  arrival: DoorArrival,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const gone = new AbortController();
  res.once("close", () => gone.abort());
  const request = toRequest(req, gone.signal);
  const opened = request && doors.open(request, services, arrival);
  const response =
    (await opened) ?? failure(new DomainError("VALIDATION_ERROR"), arrival.requestId);
  if (res.destroyed) return;
  if (!req.complete && request?.body) res.setHeader("connection", "close");
  res.statusCode = response.status;
  for (const [name, value] of response.headers)
    // Node frames the body itself.
    if (name !== "transfer-encoding") res.appendHeader(name, value);
  if (!response.body) return void res.end();
  if (!response.headers.has("content-length") && isWhole(response)) {
    const body = Buffer.from(await response.arrayBuffer());
    const accepted = new IncomingHeaders(req.headers).get("accept-encoding");
    const packed = isText(response) ? await packFor(accepted, body, res) : body;
    if (isText(response) && isLong(body.length)) res.appendHeader("vary", "accept-encoding");
    res.setHeader("content-length", packed.byteLength);
    return void res.end(packed);
  }
  for await (const chunk of response.body) {
    if (gone.signal.aborted) break;
    // Until the client has read on, or is gone.
    if (!res.write(chunk)) await once(res, "drain", gone).catch(() => undefined);
  }
  res.end();
}

/** Streams say so themselves; whatever else the doors answer is in memory already. */
function isWhole({ headers }: Response): boolean {
  const type = headers.get("content-type") ?? "";
  return !type.startsWith("text/event-stream") && headers.get("transfer-encoding") === null;
}

/** The body as the client wants it, which the answer's headers then say. */
async function packFor(
  accepted: string | null,
  body: Uint8Array,
  res: ServerResponse,
): Promise<Uint8Array> {
  const encoding = encodingOf(accepted, body.byteLength);
  if (!encoding) return body;
  const packed = await compress(body, encoding);
  res.setHeader("content-encoding", encoding);
  return packed;
}

/** Worth packing; pictures are packed already. */
function isText({ headers }: Response): boolean {
  return /^(application\/json|text\/)/.test(headers.get("content-type") ?? "");
}

/** Null when the request line is no path that can be read. Doors care for no host, and it is the client's word. */
function toRequest(req: IncomingMessage, signal: AbortSignal): Request | null {
  const { method = "GET", url = "/" } = req;
  const headers = new Headers(new IncomingHeaders(req.headers));
  const bare = method === "GET" || method === "HEAD";
  try {
    return new Request(`http://localhost${url}`, {
      method,
      headers,
      signal,
      ...(!bare && { body: Readable.toWeb(req) as ReadableStream<Uint8Array>, duplex: "half" }),
    });
  } catch {
    return null;
  }
}
