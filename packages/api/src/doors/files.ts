import { DomainError } from "@odys/shared/kernel/errors";
import { FILES_PATH } from "@odys/shared/ops/files";
import type { Services } from "../kernel/ports.ts";
import { reportOf } from "../trpc/errors.ts";
import { failure, seal } from "./answers.ts";
import type { Door } from "./arrival.ts";
import { withDeadline } from "./guard.ts";

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Finds a picture that is shown to everybody. NOT_FOUND. */
export type ReadPicture = (
  services: Services,
  id: string,
) => Promise<{ contentType: string; sha256: string; read(): Promise<Uint8Array> }>;

/**
 * `GET /api/files/<id>`: a picture that is shown to everybody. Its type is ours and not the sender's,
 * nothing in it may load or run anything, and as another picture is another id it is kept for ever.
 */
export function createFilesDoor(readPicture: ReadPicture): Door {
  return async (request, services, { requestId }) => {
    try {
      if (request.method !== "GET" && request.method !== "HEAD") {
        const refused = failure(new DomainError("METHOD_NOT_ALLOWED"), requestId);
        refused.headers.set("allow", "GET, HEAD");
        return seal(refused, requestId);
      }
      const id = new URL(request.url).pathname.slice(FILES_PATH.length + 1);
      if (!ID.test(id)) throw new DomainError("NOT_FOUND");
      const file = await withDeadline(readPicture(services, id));
      const headers = new Headers({
        "content-type": file.contentType,
        "content-disposition": "inline",
        "cache-control": "public, max-age=31536000, immutable",
        "cross-origin-resource-policy": "cross-origin",
        etag: `"${file.sha256}"`,
      });
      if (request.headers.get("if-none-match") === headers.get("etag"))
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
