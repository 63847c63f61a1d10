import type { AppRouter } from "@odys/api/root";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";

/**
 * The router's procedures for public pages: tRPC's own wire and inferred types, in some hundred bytes
 * instead of its client. One call is one request; caching is the business of whoever asks.
 */
type Inputs = inferRouterInputs<AppRouter>;
export type Outputs = inferRouterOutputs<AppRouter>;
type Rooms = AppRouter["_def"]["record"];

type Verb<R extends keyof Rooms, Type extends "query" | "mutation"> = {
  [V in keyof Rooms[R] & keyof Inputs[R] & keyof Outputs[R] & string]: Rooms[R][V] extends {
    _def: { type: Type };
  }
    ? V
    : never;
}[keyof Rooms[R] & keyof Inputs[R] & keyof Outputs[R] & string];

/** The server's no. `data` is what tRPC's wire carries of it: `error` is our code, `details` go with it. */
export class Refusal extends Error {
  readonly data: unknown;
  constructor(data: unknown) {
    super("refused");
    this.name = "Refusal";
    this.data = data;
  }
}

/** A query. Throws `Refusal` for an answer that is a no, and whatever `fetch` throws where none came. */
export function ask<R extends keyof Rooms, V extends Verb<R, "query">>(
  room: R,
  verb: V,
  input: Inputs[R][V],
): Promise<Outputs[R][V]> {
  return call(`${room}.${verb}?input=${encodeURIComponent(JSON.stringify(input))}`, {});
}

/** A mutation; sent again with the same key it happens once. Throws as `ask` does. */
export function tell<R extends keyof Rooms, V extends Verb<R, "mutation">>(
  room: R,
  verb: V,
  input: Inputs[R][V],
  idempotencyKey?: string,
): Promise<Outputs[R][V]> {
  return call(`${room}.${verb}`, {
    method: "POST",
    body: JSON.stringify(input),
    headers: {
      "content-type": "application/json",
      ...(idempotencyKey && { "idempotency-key": idempotencyKey }),
    },
  });
}

async function call<Output>(path: string, init: RequestInit): Promise<Output> {
  const answer = await fetch(`/api/trpc/${path}`, init);
  const body: Envelope<Output> = await answer.json();
  if (body.result) return body.result.data;
  throw new Refusal(body.error?.data);
}

/** As the tRPC door writes it: one of the two. */
interface Envelope<Output> {
  result?: { data: Output };
  error?: { data?: unknown };
}
