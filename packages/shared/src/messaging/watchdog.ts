import type { ConnectionState, WatchdogAction } from "./conversation.ts";

/** What is known of the WhatsApp connection when somebody looks at it. Times in epoch milliseconds. */
export type Look = {
  now: number;
  /** How the provider says that it is connected. */
  said: "open" | "connecting" | "closed" | "logged_out" | "unreachable";
  /** When a message of ours was last acknowledged; null when none was, or long ago. */
  acknowledgedAt: number | null;
  /** What was found the last time, and since when it has been so; null at the first look. */
  before: { state: ConnectionState; since: number } | null;
  /** When something was last tried. */
  triedAt: number | null;
  /** When somebody was last told; null once it was well again. */
  toldAt: number | null;
};

const MINUTE = 60_000;
/** `open` is what the provider believes; a message that arrived within so long is a proof. */
export const PROOF_MS = 6 * 60 * MINUTE;
const PATIENCE_MS = MINUTE;
const BETWEEN_TRIES_MS = 10 * MINUTE;
const TOLD_AGAIN_MS = 24 * 60 * MINUTE;

/** Judges a look: how the connection is, since when, and what is to be done about it. */
export function judge(look: Look): {
  state: ConnectionState;
  since: number;
  action: WatchdogAction;
} {
  const state = stateOf(look);
  const since = look.before?.state === state ? look.before.since : look.now;
  return { state, since, action: actionOf(look, state, since) };
}

function stateOf({ said, acknowledgedAt, now }: Look): ConnectionState {
  if (said !== "open") return said;
  return acknowledgedAt !== null && now - acknowledgedAt <= PROOF_MS ? "healthy" : "unproven";
}

function actionOf(
  { now, triedAt, toldAt }: Look,
  state: ConnectionState,
  since: number,
): WatchdogAction {
  const mayTry = triedAt === null || now - triedAt >= BETWEEN_TRIES_MS;
  const mayTell = toldAt === null || now - toldAt >= TOLD_AGAIN_MS;
  switch (state) {
    case "healthy":
    case "unproven":
      return "none";
    case "connecting":
      return now - since > PATIENCE_MS && mayTry ? "restart" : "none";
    case "closed":
      return mayTry ? "connect" : "none";
    // Nothing that we could do brings a phone back that has unlinked us, or an account that is stopped.
    case "logged_out":
      return mayTell ? "tell" : "none";
    case "unreachable":
      return now - since >= BETWEEN_TRIES_MS && mayTell ? "tell" : "none";
  }
}
