import { describe, expect, it } from "vitest";
import { isLink, reachOf } from "./reach.ts";

describe("reachOf", () => {
  const stranger = { hasAccount: false, email: "bia@example.com", refused: [] };
  it("whoever has an account is told in the app, whatever they refused", () => {
    const channels = ["whatsapp", "mail"] as const;
    expect(reachOf({ ...stranger, hasAccount: true, refused: ["mail"], channels })).toBe("app");
  });
  it.for([
    [["whatsapp", "mail"], [], "whatsapp"],
    [["mail", "whatsapp"], [], "mail"],
    [["whatsapp", "mail"], ["whatsapp"], "mail"],
    [["whatsapp"], ["whatsapp"], "none"],
    [["in_app"], [], "none"],
  ] as const)("by %j without %j: %s", ([channels, refused, reach]) => {
    expect(reachOf({ ...stranger, channels, refused })).toBe(reach);
  });
  it("without an address there is no mail", () => {
    expect(reachOf({ ...stranger, email: null, channels: ["mail"] })).toBe("none");
  });
});

describe("isLink", () => {
  it.for([
    ["https://odys.com.br/p/ana?x=1#a", true],
    ["HTTP://exemplo.com", true],
    ["veja https://exemplo.com", false],
    ["https://exemplo.com e mais", false],
    ["javascript:alert(1)", false],
    ["https://", false],
    ["https://localhost", false],
    ["exemplo.com", false],
  ] as const)("%s: %s", ([text, is]) => {
    expect(isLink(text)).toBe(is);
  });
});
