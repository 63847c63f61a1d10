import type { FreeSlots } from "@odys/shared/booking/schema";
import { ask, Refusal } from "../../../trpc/slim.ts";
import { rangeOf } from "./month.ts";

/** Whose slots: those of a service, or those to which the appointment of a link may be moved. */
export type SlotsOf = { slug: string; serviceId: string } | { token: string };

/** One month of them. */
export interface Question {
  of: SlotsOf;
  /** YYYY-MM */
  month: string;
}

/** What is known of it; every change is a new object. */
export interface Answer {
  free: FreeSlots | undefined;
  /** When it was asked: epoch ms. */
  at: number;
  /** The last attempt came to nothing. */
  failed: boolean;
}

/** Somebody else may book at any moment: what is older than this is asked again when it is looked at. */
const FRESH_MS = 20_000;
const RETRIES = 2;
const PAUSE_MS = 600;

const answers = new Map<string, Answer>();
const underWay = new Set<string>();
const readers = new Set<() => void>();
const watched = new Set<Question>();

export function keyOf({ of, month }: Question): string {
  return `${"token" in of ? of.token : `${of.slug} ${of.serviceId}`} ${month}`;
}

export function answerTo(key: string): Answer | undefined {
  return answers.get(key);
}

export function subscribe(reader: () => void): () => void {
  readers.add(reader);
  return () => readers.delete(reader);
}

function set(key: string, answer: Answer): void {
  answers.set(key, answer);
  for (const reader of readers) reader();
}

/** Takes over what came with the page. */
export function plant(question: Question, free: FreeSlots): void {
  const key = keyOf(question);
  if (!answers.has(key)) set(key, { free, at: Date.now(), failed: false });
}

/** Names what is on the screen, until the returned function is called. */
export function watch(question: Question): () => void {
  watched.add(question);
  return () => watched.delete(question);
}

/** Asks, unless the answer is younger than `freshMs` or on its way. Never throws: the answer says it. */
export async function load(question: Question, freshMs = FRESH_MS): Promise<void> {
  const key = keyOf(question);
  const known = answers.get(key);
  const fresh = known && !known.failed && Date.now() - known.at < freshMs;
  if (fresh || underWay.has(key)) return;
  underWay.add(key);
  const at = Date.now();
  try {
    set(key, { free: await patiently(question), at, failed: false });
  } catch {
    set(key, { free: answers.get(key)?.free, at, failed: true });
  } finally {
    underWay.delete(key);
  }
}

/** Booked or refused: what was shown as free is no longer the truth. It stays until the truth is known. */
export function outdate(): void {
  for (const [key, answer] of answers) answers.set(key, { ...answer, at: 0 });
  for (const question of watched) void load(question, 0);
}

async function patiently({ of, month }: Question): Promise<FreeSlots> {
  for (let left = RETRIES; ; left--) {
    try {
      const range = rangeOf(month);
      return await ("token" in of
        ? ask("booking", "listSlotsByToken", { ...of, ...range })
        : ask("booking", "listSlots", { ...of, ...range }));
    } catch (error) {
      if (left === 0 || isFinal(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}

/** The server understood and said no: asking again changes nothing. */
function isFinal(error: unknown): boolean {
  if (!(error instanceof Refusal)) return false;
  const { data } = error;
  const status =
    typeof data === "object" && data !== null && "httpStatus" in data && data.httpStatus;
  return typeof status === "number" && status < 500;
}
