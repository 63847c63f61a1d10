import { connect, isPooled } from "@odys/db/client";
import type { Logger } from "pino";
import { coalesce } from "./coalesce.ts";

const CHANNEL = "odys_outbox";

/**
 * Tells the workers of other processes that events wait. On a connection of its own and after the
 * commit, because a NOTIFY inside a transaction takes a lock of the whole server at its commit.
 * However often it is called while one is under way, one more follows.
 */
export function createAnnouncer(url: string, log: Logger) {
  const { sql, close } = connect(url, { max: 1, idleTimeout: 60, applicationName: "odys wake" });
  const announcement = coalesce(async () => {
    try {
      await sql.notify(CHANNEL, "");
    } catch (err) {
      // The workers look by themselves every second.
      log.warn({ err }, "outbox: could not wake the workers");
    }
    return false;
  });
  return { wake: announcement.call, close };
}

/** Calls `wake` when another process announces events, and after every reconnection. */
export async function listen(
  url: string,
  log: Logger,
  wake: () => void,
): Promise<{ close(): Promise<void> }> {
  // A transaction pooler passes no notifications on; there the polling has to do.
  if (isPooled(url)) return { close: async () => {} };
  const { sql, close } = connect(url, { max: 1, applicationName: "odys listen" });
  try {
    await sql.listen(CHANNEL, wake, wake);
  } catch (err) {
    log.warn({ err }, "outbox: cannot listen, polling only");
  }
  return { close };
}
