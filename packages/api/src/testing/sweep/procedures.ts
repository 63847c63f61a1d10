import { type AnyTRPCProcedure, type AnyTRPCRouter, callTRPCProcedure } from "@trpc/server";
import * as z from "zod";
import { ERROR_CODES, type ErrorCode } from "@odys/shared/kernel/errors";
import type { RequestContext } from "../../trpc/context.ts";
import { reportOf } from "../../trpc/errors.ts";
import type { Meta } from "../../trpc/meta.ts";

/** A procedure as the sweeps look at it: from the outside, whatever it is for. */
export type Swept = {
  path: string;
  type: "query" | "mutation" | "subscription";
  meta: Meta;
  input: z.ZodType | null;
  output: z.ZodType | null;
};

/** Every procedure of a router, by path. */
export function proceduresOf(router: AnyTRPCRouter): Swept[] {
  return Object.entries<AnyTRPCProcedure>(router._def.procedures)
    .map(([path, { _def }]) => {
      const { inputs, output } = _def as { inputs?: unknown[]; output?: unknown };
      return {
        path,
        type: _def.type,
        meta: (_def.meta ?? {}) as Meta,
        input: schemaOf(inputs?.at(-1)),
        output: schemaOf(output),
      };
    })
    .toSorted((a, b) => a.path.localeCompare(b.path));
}

function schemaOf(parser: unknown): z.ZodType | null {
  return parser instanceof z.ZodType ? parser : null;
}

export type Outcome =
  | { code: "OK"; data: unknown }
  | { code: ErrorCode; data: unknown; error: unknown };

/** Calls a procedure as a door would, and says how it ended. Never throws. */
export async function callProcedure(
  router: AnyTRPCRouter,
  { path, type }: Pick<Swept, "path" | "type">,
  ctx: RequestContext,
  input: unknown,
): Promise<Outcome> {
  try {
    const data: unknown = await callTRPCProcedure({
      router,
      path,
      type,
      ctx,
      getRawInput: () => Promise.resolve(input),
      signal: undefined,
      batchIndex: 0,
    });
    return { code: "OK", data };
  } catch (error) {
    const { code, details } = reportOf(error);
    if (!ERROR_CODES.includes(code)) throw error;
    return { code, data: details, error };
  }
}

/** The error at the bottom: what was really thrown. */
export function rootOf(error: unknown): unknown {
  let root = error;
  while (root instanceof Error && root.cause !== undefined) root = root.cause;
  return root;
}
