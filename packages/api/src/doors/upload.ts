import { DomainError } from "@odys/shared/kernel/errors";
import { id } from "@odys/shared/kernel/ids";
import type { RateLimitName } from "@odys/shared/ops/limits";
import { MAX_MESSAGE_FILE_BYTES, MAX_PICTURE_BYTES } from "@odys/shared/ops/files";
import { actorName, type ProfessionalCtx, type UserCtx } from "../kernel/ctx.ts";
import { networkOf } from "../kernel/network.ts";
import type { Services } from "../kernel/ports.ts";
import { createContext, type RequestContext } from "../trpc/context.ts";
import { reportOf } from "../trpc/errors.ts";
import { failure, seal, success } from "./answers.ts";
import type { Door } from "./arrival.ts";
import { readBody, refusalOf, withDeadline } from "./guard.ts";

export const UPLOAD_PREFIX = "/api/upload";
/** A form adds its boundaries and the names of its fields to the file. */
const FORM_BYTES = 65_536;

/** Makes what was sent the caller's picture. */
export type KeepPicture = (
  ctx: ProfessionalCtx,
  input: { bytes: Uint8Array },
) => Promise<{ avatarUrl: string }>;

/** Keeps what was sent for a message of the caller's to the other one of a client's conversation. */
export type KeepMessageFile = (
  ctx: UserCtx,
  input: { clientId: string; bytes: Uint8Array },
) => Promise<{ id: string }>;

/** Something that takes files: who may send them, how large, how often, and what becomes of one. */
type Target = {
  maxBytes: number;
  limit: RateLimitName;
  admit(context: RequestContext, url: URL): Promise<{ userId: string; keep: Keep }>;
};
type Keep = (bytes: Uint8Array) => Promise<object>;

/**
 * `POST /api/upload/avatar`, `POST /api/upload/message?client=<id>`: the file as the body, or as `file`
 * of a form. For who is signed in, from our own pages; nothing of the body is read before that is
 * sure. Whatever type or name is claimed for the bytes counts for nothing.
 */
export function createUploadDoor(keepPicture: KeepPicture, keepFile: KeepMessageFile): Door {
  const targets = new Map<string, Target>([
    [`${UPLOAD_PREFIX}/avatar`, avatarTarget(keepPicture)],
    [`${UPLOAD_PREFIX}/message`, messageTarget(keepFile)],
  ]);
  return async (request, services, { requestId, ip }) => {
    const { headers, method } = request;
    const context = createContext(services, { headers, ip, via: "http", requestId });
    try {
      const url = new URL(request.url);
      const target = targets.get(url.pathname);
      if (!target) throw new DomainError("NOT_FOUND");
      if (method !== "POST") {
        const refused = failure(new DomainError("METHOD_NOT_ALLOWED"), requestId);
        refused.headers.set("allow", "POST");
        return seal(refused, requestId);
      }
      const refused = refusalOf(method, headers, services.settings, target.maxBytes + FORM_BYTES);
      if (refused) throw new DomainError(refused);
      await count(services, "api", networkOf(ip));
      const { userId, keep } = await target.admit(context, url);
      await count(services, target.limit, userId);
      const bytes = await withDeadline(readFile(request, target.maxBytes));
      const done = await withDeadline(keep(bytes));
      return seal(success(done, context.responseHeaders), requestId);
    } catch (error) {
      const { code, http } = reportOf(error);
      if (http >= 500) services.log.error({ err: error, requestId, code }, "upload failed");
      else services.log.info({ requestId, code }, "upload refused");
      return seal(failure(error, requestId, context.responseHeaders), requestId);
    }
  };
}

function avatarTarget(keepPicture: KeepPicture): Target {
  return {
    maxBytes: MAX_PICTURE_BYTES,
    limit: "upload",
    async admit(context) {
      const ctx = await signedIn(context, "accounts.setAvatar");
      const { professionalId, userId } = ctx.actor;
      if (!professionalId) throw new DomainError("ONBOARDING_REQUIRED");
      return { userId, keep: (bytes) => keepPicture({ ...ctx, professionalId }, { bytes }) };
    },
  };
}

function messageTarget(keepFile: KeepMessageFile): Target {
  return {
    maxBytes: MAX_MESSAGE_FILE_BYTES,
    limit: "messageFile",
    async admit(context, url) {
      const ctx = await signedIn(context, "messaging.keepMessageFile");
      const clientId = id.safeParse(url.searchParams.get("client"));
      if (!clientId.success) throw new DomainError("NOT_FOUND");
      const keep: Keep = (bytes) => keepFile(ctx, { clientId: clientId.data, bytes });
      return { userId: ctx.actor.userId, keep };
    },
  };
}

async function signedIn(context: RequestContext, action: string): Promise<UserCtx> {
  const actor = await context.who();
  if (actor.type !== "user") throw new DomainError("UNAUTHORIZED");
  const log = context.log.child({ requestId: context.requestId, actor: actorName(actor) });
  return { ...context, actor, log, action };
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

async function readFile(request: Request, maxBytes: number): Promise<Uint8Array> {
  const body = await readBody(request, maxBytes + FORM_BYTES);
  const type = request.headers.get("content-type") ?? "";
  const bytes = type.startsWith("multipart/form-data") ? await fileOf(body, type) : body;
  if (bytes.byteLength > maxBytes) throw new DomainError("PAYLOAD_TOO_LARGE");
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
