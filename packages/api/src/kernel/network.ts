import { isIPv4, isIPv6 } from "node:net";

/**
 * Whom an address counts as for limits. Whoever has an IPv6 connection has a /64 of addresses, and
 * may use another one for each request; an IPv4 address is one by itself. Anything else stays.
 */
export function networkOf(address: string): string {
  if (!address.includes(":") || !isIPv6(address)) return address;
  const [before = "", after = ""] = address.split("::");
  const groups = (text: string) => (text === "" ? [] : text.split(":"));
  const [left, right] = [groups(before), groups(after)];
  const zeros = Array.from({ length: 8 - left.length - right.length }, () => "0");
  const network = [...left, ...zeros, ...right].slice(0, 4);
  return `${network.map((group) => Number.parseInt(group, 16).toString(16)).join(":")}::/64`;
}

/**
 * The addresses that one customer or one street tends to have: a /24, or a /56 of IPv6. Coarser than a
 * limit may be, for counting what a person does a few times a year.
 */
export function neighbourhoodOf(address: string): string {
  const network = networkOf(address);
  if (network.endsWith("::/64")) {
    const [a, b, c, d = "0"] = network.slice(0, -"::/64".length).split(":");
    const block = (Number.parseInt(d, 16) & 0xff00).toString(16);
    return `${a}:${b}:${c}:${block}::/56`;
  }
  return isIPv4(network) ? network.replace(/\d+$/, "0/24") : network;
}
