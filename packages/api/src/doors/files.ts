import { DomainError, isDomainError } from "@odys/shared/kernel/errors";
import { FILES_PATH } from "@odys/shared/ops/files";
import { actorName, type UserCtx } from "../kernel/ctx.ts";
import type { Services } from "../kernel/ports.ts";
import { createContext, type RequestContext } from "../trpc/context.ts";
import { reportOf } from "../trpc/errors.ts";
import { failure, seal } from "./answers.ts";
import type { Door } from "./arrival.ts";
import { withDeadline } from "./guard.ts";

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type StoredFile = { contentType: string; sha256: string; read(): Promise<Uint8Array> };

/** Finds a picture that is shown to everybody. NOT_FOUND. */
export type ReadPicture = (services: Services, id: string) => Promise<StoredFile>;

/** Finds a file that the caller may see. NOT_FOUND. */
export type ReadOwnFile = (
  ctx: UserCtx,
  input: { id: string },
) => Promise<StoredFile & { name: string }>;

/**
 * `GET /api/files/<id>`: a picture that is shown to everybody, or a file of a conversation for its two
 * sides. Its type is ours and not the sender's, and nothing in it may load or run anything. A public
 * picture is kept for ever, as another one is another id; a private file is asked for anew every time,
 * so that nobody reads it who may no longer.
 */
export function createFilesDoor(readPicture: ReadPicture, readOwn: ReadOwnFile): Door {
  return async (request, services, arrival) => {
    const { requestId } = arrival;
    const { headers: asked } = request;
    const context = createContext(services, {
      headers: asked,
      ip: arrival.ip,
      via: "http",
      requestId,
    });
    try {
      if (request.method !== "GET" && request.method !== "HEAD") {
        const refused = failure(new DomainError("METHOD_NOT_ALLOWED"), requestId);
        refused.headers.set("allow", "GET, HEAD");
        return seal(refused, requestId);
      }
      const id = new URL(request.url).pathname.slice(FILES_PATH.length + 1);
      if (!ID.test(id)) throw new DomainError("NOT_FOUND");
      const { file, how } = await withDeadline(find(id, context, readPicture, readOwn));
      const headers = new Headers({
        "content-type": file.contentType,
        ...how,
        etag: `"${file.sha256}"`,
      });
      if (asked.get("if-none-match") === headers.get("etag"))
        return seal(new Response(null, { status: 304, headers }), requestId);
      const bytes = await withDeadline(file.read());
      headers.set("content-length", String(bytes.byteLength));
      const body = request.method === "HEAD" ? null : new Uint8Array(bytes);
      return seal(new Response(body, { headers }), requestId);
    } catch (error) {
      if (reportOf(error).http >= 500)
        services.log.error({ err: error, requestId }, "files door failed");
      return seal(failure(error, requestId), requestId);
    }
  };
}

const PUBLIC = {
  "content-disposition": "inline",
  "cache-control": "public, max-age=31536000, immutable",
  "cross-origin-resource-policy": "cross-origin",
};

/** Whichever of the two it is, with how it may be shown and kept. */
async function find(
  id: string,
  context: RequestContext,
  readPicture: ReadPicture,
  readOwn: ReadOwnFile,
): Promise<{ file: StoredFile; how: Record<string, string> }> {
  try {
    return { file: await readPicture(context, id), how: PUBLIC };
  } catch (error) {
    if (!isDomainError(error) || error.code !== "NOT_FOUND") throw error;
    const actor = await context.who();
    if (actor.type !== "user") throw error;
    const log = context.log.child({ requestId: context.requestId, actor: actorName(actor) });
    const file = await readOwn({ ...context, actor, log, action: "messaging.readFile" }, { id });
    const where = file.contentType.startsWith("image/") ? "inline" : "attachment";
    const how = {
      "content-disposition": `${where}; filename*=UTF-8''${encodeRfc5987(file.name)}`,
      "cache-control": "private, no-cache",
      "cross-origin-resource-policy": "same-origin",
      vary: "cookie",
    };
    return { file, how };
  }
}

/** A name as a header carries it (RFC 8187). */
function encodeRfc5987(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
