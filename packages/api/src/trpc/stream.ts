import { tracked, type TrackedEnvelope } from "@trpc/server";
import * as z from "zod";

/** One thing of a stream, with the id after which a reader that comes back goes on. */
export type Streamed<T> = { id: string; data: T };

/**
 * The output of a subscription: a stream whose every thing leaves through the schema. What a reader
 * that was cut off had last comes back as `lastEventId` of the input, by its browser's own doing.
 */
export function streamOf<T extends z.ZodType>(item: T) {
  async function* through(
    source: AsyncIterable<Streamed<z.input<T>>>,
  ): AsyncGenerator<TrackedEnvelope<z.output<T>>, void> {
    for await (const { id, data } of source) yield tracked(id, await item.parseAsync(data));
  }
  return z
    .custom<AsyncIterable<Streamed<z.input<T>>>>(isAsyncIterable)
    .transform((source): AsyncIterable<TrackedEnvelope<z.output<T>>> => through(source));
}

function isAsyncIterable(value: unknown): boolean {
  return typeof value === "object" && value !== null && Symbol.asyncIterator in value;
}
