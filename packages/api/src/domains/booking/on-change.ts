import type { Changed, OnChangeInput } from "@odys/shared/booking/agenda-schema";
import { changesOf } from "../../kernel/live.ts";
import type { ProfessionalCtx } from "../../kernel/ctx.ts";

/**
 * Tells that something of the practice has changed, wherever that happened: appointments, hours,
 * services. At first too, unless the reader comes back and nothing has. See `changesOf` for how it ends.
 */
export async function* onChange(
  ctx: ProfessionalCtx,
  { lastEventId }: OnChangeInput,
  signal: AbortSignal | undefined,
): AsyncGenerator<{ id: string; data: Changed }, void> {
  const since = lastEventId ?? null;
  const topic = `professional:${ctx.professionalId}` as const;
  for await (const id of changesOf(ctx, topic, { since, signal })) yield { id, data: {} };
}
