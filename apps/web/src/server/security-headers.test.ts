import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { securityHeaders, TOAST_STYLES, type HeaderOptions } from "./security-headers.ts";

const nonce = "c29tZXRoaW5nLXJhbmRvbQ==";
const production: HeaderOptions = { nonce, dev: false, https: true };

function policy(options: HeaderOptions): Map<string, string> {
  const text = securityHeaders(options)["content-security-policy"] ?? "";
  return new Map(
    text.split("; ").map((directive) => {
      const [name = "", ...values] = directive.split(" ");
      return [name, values.join(" ")];
    }),
  );
}

describe("content security policy", () => {
  test("scripts run by nonce alone: no inline, no eval, no hosts", () => {
    expect(policy(production).get("script-src")).toBe(`'self' 'nonce-${nonce}' 'strict-dynamic'`);
  });
  test("style elements need the nonce; only attributes are free", () => {
    expect(policy(production).get("style-src")).toBe(
      `'self' 'nonce-${nonce}' ${TOAST_STYLES.join(" ")}`,
    );
    expect(policy(production).get("style-src-attr")).toBe("'unsafe-inline'");
  });
  test("nobody frames a page, but the embed", () => {
    expect(policy(production).get("frame-ancestors")).toBe("'none'");
    expect(policy({ ...production, embed: true }).get("frame-ancestors")).toBe("*");
  });
  test("everything not named is refused or from here", () => {
    const directives = policy(production);
    expect(directives.get("default-src")).toBe("'self'");
    expect(directives.get("object-src")).toBe("'none'");
    expect(directives.get("base-uri")).toBe("'none'");
    expect(directives.get("form-action")).toBe("'self'");
  });
  test("eval and sockets are development's only", () => {
    const text = securityHeaders({ ...production, dev: true })["content-security-policy"];
    expect(text).toContain("'unsafe-eval'");
    expect(text).toContain("ws:");
    expect(securityHeaders(production)["content-security-policy"]).not.toMatch(/unsafe-eval|ws:/);
  });
});

test("https is insisted on only where there is https", () => {
  expect(securityHeaders(production)["strict-transport-security"]).toMatch(/^max-age=\d{8}/);
  expect(policy(production).has("upgrade-insecure-requests")).toBe(true);
  const plain: HeaderOptions = { ...production, https: false };
  expect(securityHeaders(plain)).not.toHaveProperty("strict-transport-security");
  expect(policy(plain).has("upgrade-insecure-requests")).toBe(false);
});

test("the other headers", () => {
  expect(securityHeaders(production)).toMatchObject({
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "cross-origin-opener-policy": "same-origin",
    "x-frame-options": "DENY",
  });
  expect(securityHeaders({ ...production, embed: true })).not.toHaveProperty("x-frame-options");
});

test.each(["", "short", "a'; script-src *", "c29tZXRoaW5n cmFuZG9tLi4u"])(
  "%j is no nonce: nothing can be written into the policy",
  (bad) => {
    expect(() => securityHeaders({ ...production, nonce: bad })).toThrow(TypeError);
  },
);

test("the hashes are those of nothing and of the stylesheet which the installed sonner adds by script", () => {
  const file = createRequire(import.meta.url)
    .resolve("sonner")
    .replace(/index\.js$/, "index.mjs");
  const literal = /__insertCSS\(("(?:[^"\\]|\\.)*")\)/.exec(readFileSync(file, "utf8"))?.[1];
  const css: unknown = JSON.parse(literal ?? "null");
  const source = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  expect(TOAST_STYLES).toEqual([source(""), source(String(css))]);
});
