import type { RateLimitName } from "@odys/shared/ops/limits";
import type { OpenApiMeta } from "trpc-to-openapi";

/** What a procedure offers to the doors, and under which conditions. Nothing of it is listed anywhere else. */
export type Meta = OpenApiMeta & {
  /** May be called without signing in; the sweep over all procedures reads this. */
  public?: true;
  rateLimit?: RateLimitName | readonly RateLimitName[];
  /**
   * Takes an `Idempotency-Key`: it then runs in one transaction with the record of its answer, so
   * its use case must do nothing besides the database.
   */
  idempotent?: true;
  /** Answers no faster than `settings.responseFloorMs`, so that time tells nothing. */
  responseFloor?: true;
  /** Of the system router: `/api/cron/<cron>` runs it. Without it, its own name in kebab case does. */
  cron?: string;
  /** Of the system router: takes the events of this provider, once the webhook door has verified them. */
  webhook?: string;
};
