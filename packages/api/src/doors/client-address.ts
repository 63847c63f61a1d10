import { isIP } from "node:net";

/**
 * The client's address. Every trusted proxy appends whom it heard to `x-forwarded-for`, so the list is
 * counted from the right, and whatever the client wrote into it itself lies further left, unread.
 * `remote` is the peer of the connection; undefined where a platform keeps it from us, as in a route
 * handler. Without trusted proxies the header is ignored. Returns "unknown" for what is no address.
 */
export function clientAddress(
  remote: string | undefined,
  forwarded: string | null,
  trustedProxies: number,
): string {
  if (trustedProxies === 0 || !forwarded) return addressOf(remote);
  const heard = forwarded.split(",");
  // The nearest proxy is the peer itself, so one trusted proxy means the last entry.
  return addressOf(heard[Math.max(0, heard.length - trustedProxies)]);
}

/** `::ffff:192.0.2.1`, `192.0.2.1:4711` and `[2001:db8::1]:4711` are written as the plain address. */
function addressOf(text: string | undefined): string {
  if (!text) return "unknown";
  let address = text.trim();
  if (address.startsWith("::ffff:") && address.includes(".")) address = address.slice(7);
  if (address.startsWith("[")) address = address.slice(1).split("]", 1)[0] ?? "";
  else if (/^[\d.]+:\d+$/.test(address)) address = address.split(":", 1)[0] ?? "";
  return isIP(address) === 0 ? "unknown" : address.toLowerCase();
}
