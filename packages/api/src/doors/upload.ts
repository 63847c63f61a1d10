import { DomainError } from "@odys/shared/kernel/errors";
import type { RateLimitName } from "@odys/shared/ops/limits";
import { MAX_PICTURE_BYTES } from "@odys/shared/ops/files";
import { actorName, type ProfessionalCtx } from "../kernel/ctx.ts";
import { networkOf } from "../kernel/network.ts";
import type { Services } from "../kernel/ports.ts";
import { createContext, type RequestContext } from "../trpc/context.ts";
import { reportOf } from "../trpc/errors.ts";
import { failure, seal, success } from "./answers.ts";
import type { Door } from "./arrival.ts";
import { readBody, refusalOf, withDeadline } from "./guard.ts";

export const UPLOAD_PREFIX = "/api/upload";
/** A form adds its boundaries and the names of its fields to the file. */
const MAX_FORM_BYTES = MAX_PICTURE_BYTES + 65_536;

/** Makes what was sent the caller's picture. */
export type KeepPicture = (
  ctx: ProfessionalCtx,
  input: { bytes: Uint8Array },
) => Promise<{ avatarUrl: string }>;

/**
 * `POST /api/upload/avatar`: the picture as the body, or as `file` of a form. For who is signed in with
 * a practice, from our own pages; nothing of the body is read before that is sure. Whatever type or
 * name is claimed for the bytes counts for nothing.
 */
export function createUploadDoor(keepPicture: KeepPicture): Door {
  return async (request, services, { requestId, ip }) => {
    const { headers, method, url } = request;
    const context = createContext(services, { headers, ip, via: "http", requestId });
    try {
      if (new URL(url).pathname !== `${UPLOAD_PREFIX}/avatar`) throw new DomainError("NOT_FOUND");
      if (method !== "POST") {
        const refused = failure(new DomainError("METHOD_NOT_ALLOWED"), requestId);
        refused.headers.set("allow", "POST");
        return seal(refused, requestId);
      }
      const refused = refusalOf(method, headers, services.settings, MAX_FORM_BYTES);
      if (refused) throw new DomainError(refused);
      await count(services, "api", networkOf(ip));
      const ctx = await admit(context);
      await count(services, "upload", ctx.actor.userId);
      const bytes = await withDeadline(readPicture(request));
      const done = await withDeadline(keepPicture(ctx, { bytes }));
      return seal(success(done, context.responseHeaders), requestId);
    } catch (error) {
      const { code, http } = reportOf(error);
      if (http >= 500) services.log.error({ err: error, requestId, code }, "upload failed");
      else services.log.info({ requestId, code }, "upload refused");
      return seal(failure(error, requestId, context.responseHeaders), requestId);
    }
  };
}

async function admit(context: RequestContext): Promise<ProfessionalCtx> {
  const actor = await context.who();
  if (actor.type !== "user") throw new DomainError("UNAUTHORIZED");
  const { professionalId } = actor;
  if (!professionalId) throw new DomainError("ONBOARDING_REQUIRED");
  const log = context.log.child({ requestId: context.requestId, actor: actorName(actor) });
  return { ...context, actor, professionalId, log, action: "accounts.setAvatar" };
}

async function count({ limiter, log }: Services, limit: RateLimitName, key: string): Promise<void> {
  const verdict = await limiter.consume(limit, key).catch((error: unknown) => {
    log.error({ err: error, limit }, "rate limiter does not answer");
    throw new DomainError("UNAVAILABLE");
  });
  if (verdict.allowed) return;
  const { retryAfterSeconds } = verdict;
  throw new DomainError("RATE_LIMITED", { limit, retryAfterSeconds });
}

async function readPicture(request: Request): Promise<Uint8Array> {
  const body = await readBody(request, MAX_FORM_BYTES);
  const type = request.headers.get("content-type") ?? "";
  const bytes = type.startsWith("multipart/form-data") ? await fileOf(body, type) : body;
  if (bytes.byteLength > MAX_PICTURE_BYTES) throw new DomainError("PAYLOAD_TOO_LARGE");
  if (bytes.byteLength === 0) throw missing();
  return bytes;
}

/** The field `file` of a form that is in memory already, and bounded. */
async function fileOf(body: Uint8Array<ArrayBuffer>, type: string): Promise<Uint8Array> {
  const form = await new Response(body, { headers: { "content-type": type } })
    .formData()
    .catch((cause: unknown) => {
      throw new DomainError("VALIDATION_ERROR", { fields: { file: ["broken"] } }, { cause });
    });
  const file = form.get("file");
  if (!(file instanceof Blob)) throw missing();
  return new Uint8Array(await file.arrayBuffer());
}

function missing(): DomainError {
  return new DomainError("VALIDATION_ERROR", { fields: { file: ["missing"] } });
}
