import { describe, expect, test } from "vitest";
import { clientAddress } from "./client-address.ts";

describe("audit L2: the client's address never comes from a raw header", () => {
  const forged = "203.0.113.66, 198.51.100.7";
  test.each([
    ["no proxy: the header is not read", "192.0.2.1", forged, 0, "192.0.2.1"],
    ["one proxy: the last entry", "10.0.0.1", forged, 1, "198.51.100.7"],
    ["two proxies: the last but one", "10.0.0.1", `${forged}, 10.0.0.2`, 2, "198.51.100.7"],
    ["fewer entries than proxies", "10.0.0.1", "198.51.100.7", 3, "198.51.100.7"],
    ["a proxy that sends no header", "10.0.0.1", null, 1, "10.0.0.1"],
    ["no address", "10.0.0.1", "<script>", 1, "unknown"],
    ["a name", "10.0.0.1", "localhost", 1, "unknown"],
    ["an empty entry", "10.0.0.1", "198.51.100.7,", 1, "unknown"],
    ["a platform that hides the peer", undefined, forged, 0, "unknown"],
    ["a platform that is the proxy", undefined, forged, 1, "198.51.100.7"],
    ["IPv4 in IPv6", "::ffff:192.0.2.1", null, 0, "192.0.2.1"],
    ["with a port", "10.0.0.1", "198.51.100.7:4711", 1, "198.51.100.7"],
    ["IPv6 with a port", "10.0.0.1", "[2001:DB8::1]:4711", 1, "2001:db8::1"],
    ["IPv6", "2001:db8::1", null, 0, "2001:db8::1"],
  ] as const)("%s", (_name, remote, header, proxies, expected) => {
    expect(clientAddress(remote, header, proxies)).toBe(expected);
  });

  test("whatever a client writes, it cannot choose what is counted", () => {
    for (const own of ["1.1.1.1", "1.1.1.1, 2.2.2.2", "x", ""]) {
      const heard = own === "" ? "198.51.100.7" : `${own}, 198.51.100.7`;
      expect(clientAddress("10.0.0.1", heard, 1)).toBe("198.51.100.7");
    }
  });
});
