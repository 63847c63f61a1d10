import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { lateScripts } from "./paint-first.ts";

const HTML = [
  '<html><head><link rel="preload" as="script" fetchPriority="low" nonce="n" href="/_next/static/a.js"/>',
  '<link rel="preload" as="font" href="/_next/static/é.woff2"/>',
  '<script src="/_next/static/b.js" async="" nonce="bm9uY2U="></script>',
  '<script src="/_next/static/old.js" noModule="" nonce="bm9uY2U="></script></head>',
  '<body>1 &lt; 2, ação<script src="/_next/static/a.js" nonce="bm9uY2U=" id="_R_" async=""></script>',
  '<script nonce="bm9uY2U=">self.__next_f.push(1)</script></body></html>',
].join("");

async function through(size: number): Promise<string> {
  const stream = lateScripts();
  const bytes = Buffer.from(HTML);
  for (let at = 0; at < bytes.length; at += size) stream.write(bytes.subarray(at, at + size));
  stream.end();
  return text(stream);
}

describe("lateScripts", () => {
  it("holds back external scripts, and nothing else", async () => {
    const html = await through(HTML.length * 2);
    expect(html.match(/ type="late"/g)).toHaveLength(2);
    expect(html).toContain(
      '<script src="/_next/static/b.js" async="" type="late" nonce="bm9uY2U=">',
    );
    expect(html).toContain('nonce="bm9uY2U=" id="_R_" async="" type="late">');
    expect(html).toContain('<script src="/_next/static/old.js" noModule="" nonce="bm9uY2U=">');
    expect(html).not.toContain('as="script"');
    expect(html).toContain('<link rel="preload" as="font" href="/_next/static/é.woff2"/>');
    expect(html).toContain("<body>1 &lt; 2, ação");
  });

  it("starts them by one script that carries the page's nonce", async () => {
    const html = await through(HTML.length * 2);
    expect(html.match(/<script nonce="bm9uY2U=">\{let go=/g)).toHaveLength(1);
    expect(html.indexOf("{let go=")).toBeLessThan(html.indexOf("b.js"));
  });

  it("answers the same however the bytes are cut", async () => {
    const whole = await through(HTML.length * 2);
    for (const size of [1, 2, 7, 64]) expect(await through(size)).toBe(whole);
  });
});
