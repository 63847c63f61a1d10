/** Who wrote a message of a conversation; `system` is Odys itself. */
export const AUTHORS = ["professional", "client", "system"] as const;
export type Author = (typeof AUTHORS)[number];

export const MESSAGE_KINDS = ["text", "link", "file"] as const;

/** Over which way a message came in. */
export const MESSAGE_WAYS = ["app", "whatsapp"] as const;

/** Where a word about what somebody wants to be sent came from. */
export const CONSENT_SOURCES = ["client", "professional", "provider"] as const;

/** How the WhatsApp connection is, as the watchdog found it, and what it did about it. */
export const CONNECTION_STATES = [
  "healthy",
  "unproven",
  "connecting",
  "closed",
  "logged_out",
  "unreachable",
] as const;
export type ConnectionState = (typeof CONNECTION_STATES)[number];
export const WATCHDOG_ACTIONS = ["none", "restart", "connect", "tell"] as const;
export type WatchdogAction = (typeof WATCHDOG_ACTIONS)[number];
