import {
  type AnyTRPCProcedure,
  type AnyTRPCRouter,
  getTRPCErrorFromUnknown,
  getTRPCErrorShape,
  TRPCError,
  type TRPCProcedureType,
} from "@trpc/server";
import { getHTTPStatusCode } from "@trpc/server/http";
import type { RequestContext } from "../trpc/context.ts";
import type { HeaderReader } from "./arrival.ts";
import { MAX_BATCH } from "./guard.ts";
import { readQuery } from "./trpc-query.ts";

/**
 * tRPC's resolver (`resolveResponse`, @trpc/server 11) needs a `Request`, a `Response` and two abort
 * controllers for every call, which cost more than most procedures. Plain JSON calls and batches are
 * answered here without them, byte for byte as the resolver answers; whatever is not plain is left to
 * the resolver. trpc-direct.test.ts holds the two side by side.
 */

/** A request line and its headers, as far as they decide. */
export type Head = {
  method: string;
  /** After `/api/trpc/`, as it stood on the request line. */
  path: string;
  /** After the `?`, as it stood there. */
  search: string;
  headers: HeaderReader;
};

type Call = { path: string; procedure: AnyTRPCProcedure | undefined };
export type Plan = {
  method: "GET" | "POST";
  calls: Call[];
  batch: boolean;
  type: TRPCProcedureType | "unknown";
  /** `?input=`, already decoded. */
  input: string | null;
};

export type PlainAnswer = { status: number; body: string };
export const JSON_TYPE = "application/json";
export const VARY = "trpc-accept, accept";

const PLAIN_PATH = /^[\w$-][\w$.,-]*$/;

/** Says how a request is answered directly, or null when it is one for tRPC's own resolver. */
export function planOf(router: AnyTRPCRouter, head: Head): Plan | null {
  const { method, path, headers } = head;
  if (method !== "GET" && method !== "POST") return null;
  const type = headers.get("content-type");
  if (!(type === null ? method === "GET" : type.startsWith(JSON_TYPE))) return null;
  if (headers.get("trpc-accept") !== null || headers.get("accept")?.includes("jsonl")) return null;
  if (!PLAIN_PATH.test(path)) return null;
  const query = readQuery(head.search);
  if (!query) return null;

  const paths = query.batch ? path.split(",") : [path];
  if (paths.length > MAX_BATCH) return null;
  const calls: Call[] = [];
  let common: Plan["type"] = "unknown";
  for (const one of paths) {
    const procedure = router._def.procedures[one] as AnyTRPCProcedure | undefined;
    if (procedure) {
      const own = procedure._def.type;
      if (own === "subscription" || (common !== "unknown" && common !== own)) return null;
      common = own;
    } else if (Object.keys(router._def.lazy).length > 0) return null;
    calls.push({ path: one, procedure });
  }
  return { method, calls, batch: query.batch, type: common, input: query.input };
}

type Result = { data: unknown } | { error: TRPCError };
type Config = AnyTRPCRouter["_def"]["_config"];
type Inputs = { of(index: number): unknown; known(index: number): unknown };

/** Runs the calls of a plan, all at once, and writes the answer. `body` is that of a POST. Never throws. */
export async function answerPlan(
  router: AnyTRPCRouter,
  plan: Plan,
  ctx: RequestContext,
  body: string | null,
): Promise<PlainAnswer> {
  const inputs = inputsOf(router, plan, body);
  const config = router._def._config;
  const written = (result: Result, { path, procedure }: Call, index: number) => {
    if ("data" in result) return { result: { data: result.data } };
    const type = plan.batch ? (procedure?._def.type ?? "unknown") : plan.type;
    const input = inputs.known(index);
    return { error: getTRPCErrorShape({ config, ctx, error: result.error, input, path, type }) };
  };
  try {
    if (plan.batch) {
      const results = await Promise.all(
        plan.calls.map((call, index) => run(plan, ctx, inputs, call, index)),
      );
      const answer = results.map((result, index) =>
        written(streamless(result), plan.calls[index] as Call, index),
      );
      return { status: getHTTPStatusCode(answer), body: bodyOf(config, answer) };
    }
    const call = plan.calls[0] as Call;
    const result = streamless(await run(plan, ctx, inputs, call, 0));
    if ("error" in result && result.error === STREAM) throw result.error;
    const answer = written(result, call, 0);
    return {
      status: "error" in answer ? getHTTPStatusCode(answer) : 200,
      body: bodyOf(config, answer),
    };
  } catch (cause) {
    // An output that cannot be written as JSON.
    const error = getTRPCErrorFromUnknown(cause);
    const { type } = plan;
    const answer = {
      error: getTRPCErrorShape({ config, ctx, error, input: undefined, path: undefined, type }),
    };
    return { status: getHTTPStatusCode(answer), body: bodyOf(config, answer) };
  }
}

type Answer = { result: { data: unknown } } | { error: ReturnType<typeof getTRPCErrorShape> };

/** What `transformTRPCResponse` makes of an answer, without its copies. */
function bodyOf({ transformer }: Config, answer: Answer | Answer[]): string {
  const { serialize } = transformer.output;
  const wire = (one: Answer) =>
    "error" in one
      ? { error: serialize(one.error) }
      : { result: { data: serialize(one.result.data) } };
  return JSON.stringify(Array.isArray(answer) ? answer.map(wire) : wire(answer));
}

async function run(
  plan: Plan,
  ctx: RequestContext,
  inputs: Inputs,
  { path, procedure }: Call,
  index: number,
): Promise<Result> {
  try {
    if (!procedure) {
      throw new TRPCError({ code: "NOT_FOUND", message: `No procedure found on path "${path}"` });
    }
    const { type } = procedure._def;
    if (plan.method !== (type === "query" ? "GET" : "POST")) {
      throw new TRPCError({
        code: "METHOD_NOT_SUPPORTED",
        message: `Unsupported ${plan.method}-request to ${type} procedure at path "${path}"`,
      });
    }
    const getRawInput = async () => inputs.of(index);
    // No abort signal: what a plain call has begun, it finishes.
    const call = { path, type, ctx, getRawInput, signal: undefined, batchIndex: index };
    return { data: await procedure(call) };
  } catch (cause) {
    return { error: getTRPCErrorFromUnknown(cause) };
  }
}

/** Parsed when the first procedure asks, as in the resolver: an unknown path never looks at its input. */
function inputsOf(router: AnyTRPCRouter, plan: Plan, body: string | null): Inputs {
  const { deserialize } = router._def._config.transformer.input;
  let parsed: { value: unknown } | { error: TRPCError } | undefined;
  const parse = () => {
    try {
      const text = plan.method === "GET" ? plan.input || null : (body ?? "");
      const value: unknown = text === null ? undefined : JSON.parse(text);
      if (value !== undefined && plan.batch && !isRecord(value)) {
        const message = '"input" needs to be an object when doing a batch call';
        return { error: new TRPCError({ code: "BAD_REQUEST", message }) };
      }
      return { value };
    } catch (cause) {
      return { error: new TRPCError({ code: "BAD_REQUEST", cause }) };
    }
  };
  const at = (value: unknown, index: number) => {
    const own = plan.batch ? (isRecord(value) ? value[index] : undefined) : value;
    return own === undefined ? undefined : deserialize(own);
  };
  return {
    of(index) {
      parsed ??= parse();
      if ("error" in parsed) throw parsed.error;
      return at(parsed.value, index);
    },
    known: (index) => (parsed && "value" in parsed ? at(parsed.value, index) : undefined),
  };
}

const STREAM = new TRPCError({
  code: "UNSUPPORTED_MEDIA_TYPE",
  message: "Cannot use stream-like response in non-streaming request - use httpBatchStreamLink",
});

/** Promises and iterables inside an output need the streaming link. */
function streamless(result: Result): Result {
  if ("error" in result || !isRecord(result.data)) return result;
  if (Symbol.asyncIterator in result.data) return { error: STREAM };
  for (const key in result.data) {
    const value = result.data[key];
    if (!isRecord(value)) continue;
    const promise = typeof value["then"] === "function" && typeof value["catch"] === "function";
    if (promise || Symbol.asyncIterator in value) return { error: STREAM };
  }
  return result;
}

function isRecord(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
