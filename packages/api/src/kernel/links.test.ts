import { newId } from "@odys/shared/kernel/ids";
import { expect, it } from "vitest";
import { linkToken, readLinkToken } from "./links.ts";
import type { Settings } from "./ports.ts";

const settings: Settings = {
  origin: "http://odys.test",
  trustedOrigins: [],
  trustedProxies: 0,
  responseFloorMs: 0,
  guestWork: 0,
  guestCapsTimes: 1,
  cronSecret: null,
  linkSecret: "a secret of at least thirty-two characters",
  production: false,
  supportEmail: "suporte@odys.test",
  openMailbox: false,
  version: "test",
};
const id = newId();
const token = linkToken(settings, "manage", id);

it("leads back to the id it was made for", () => {
  expect(readLinkToken(settings, "manage", token)).toBe(id);
  expect(token).toMatch(/^[\w-]{43}$/);
});

it("opens nothing of another purpose, and nothing under another secret", () => {
  expect(readLinkToken(settings, "confirm", token)).toBeNull();
  const other = { ...settings, linkSecret: `${settings.linkSecret}.` };
  expect(readLinkToken(other, "manage", token)).toBeNull();
});

it("is refused when any character of it was changed, and when it is no token", () => {
  for (let at = 0; at < token.length; at++) {
    const forged = `${token.slice(0, at)}${token[at] === "A" ? "B" : "A"}${token.slice(at + 1)}`;
    expect(readLinkToken(settings, "manage", forged), forged).toBeNull();
  }
  for (const text of ["", "x", `${token}A`, token.slice(1), "é".repeat(43), " ".repeat(43)])
    expect(readLinkToken(settings, "manage", text), text).toBeNull();
});
