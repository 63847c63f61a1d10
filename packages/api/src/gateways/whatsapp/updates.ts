import {
  type ReceiveInput,
  whatsAppUpdate,
  type WhatsAppUpdate,
} from "@odys/shared/messaging/whatsapp-schema";
import { DomainError } from "@odys/shared/kernel/errors";
import type { Logger } from "pino";

export type Keyed = ReceiveInput["updates"][number];

/** Collects what a webhook call tells; what nobody understands is counted and left out, never a failure of the rest. */
export function createCollector() {
  const updates: Keyed[] = [];
  const skipped = new Map<string, number>();
  const skip = (what: string) => void skipped.set(what, (skipped.get(what) ?? 0) + 1);
  return {
    skip,
    add(key: string, update: WhatsAppUpdate) {
      const good = whatsAppUpdate.safeParse(update);
      if (good.success && key.length > 0 && key.length <= 400)
        updates.push({ key, update: good.data });
      else skip(`broken ${update.type}`);
    },
    finish(log: Logger, provider: string): ReceiveInput {
      if (skipped.size > 0)
        log.warn({ provider, skipped: Object.fromEntries(skipped) }, "webhook: parts were skipped");
      return { updates };
    },
  };
}

/** A text as PostgreSQL takes it into jsonb: no NUL, no half of a surrogate pair. At most `max` long. */
export function clean(text: string | undefined, max: number): string {
  return (text ?? "").slice(0, max).replaceAll("\0", "").toWellFormed();
}

/** Seconds since 1970 → ISO. What is no time is when we heard of it. */
export function instantOf(seconds: unknown, now: number): string {
  const ms = Number(seconds) * 1000;
  const plausible = ms > Date.UTC(2009, 0) && ms < now + 86_400_000;
  return new Date(plausible ? ms : now).toISOString();
}

/** Reads a body that has been vouched for. Throws VALIDATION_ERROR when it is torn. */
export function readJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString("utf8"));
  } catch {
    throw new DomainError("VALIDATION_ERROR");
  }
}
