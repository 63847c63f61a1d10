import type { AppRouter } from "@odys/api/root";
import type { TRPCLink } from "@trpc/client";

/**
 * Infinite queries tell with every page in which direction they go. Our lists only go on, and their
 * inputs refuse what they do not know: so it stays here.
 */
export const forwardOnly: TRPCLink<AppRouter> =
  () =>
  ({ op, next }) => {
    const { input } = op;
    if (typeof input !== "object" || input === null || !("direction" in input)) return next(op);
    const { direction: _, ...rest } = input;
    return next({ ...op, input: rest });
  };
