import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lateScripts, paintFirst } from "./paint-first.ts";

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

describe("paintFirst", () => {
  const PART = `<p>${"ação ".repeat(60_000)}</p>`;
  /** Writes as Next does: where there is no more room it waits to be told that there is. */
  const server = createServer((req, res) => {
    paintFirst(req, res);
    res.statusCode = req.url === "/p/nobody" ? 404 : 200;
    res.setHeader("content-type", "text/html; charset=utf-8");
    const write = async () => {
      for (const part of [HTML, PART, PART, PART])
        if (!res.write(Buffer.from(part))) await once(res, "drain");
      res.end();
    };
    void write();
  });
  beforeAll(() => once(server.listen(0, "127.0.0.1"), "listening"));
  afterAll(() => once(server.close(), "close"));
  const ask = (path: string, encoding: string) =>
    fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, {
      headers: { "accept-encoding": encoding },
    });

  it.each(["br", "gzip", "identity"])(
    "a page of a megabyte comes whole, in %s",
    async (encoding) => {
      const answer = await ask("/p/ana", encoding);
      expect(answer.headers.get("content-encoding") ?? "identity").toBe(encoding);
      const html = await answer.text();
      expect(html.slice(-3 * PART.length)).toBe(PART.repeat(3));
      expect(html).toContain('type="late"');
    },
  );

  it("what is not there has its scripts at once: without them there is nothing to be seen", async () => {
    const answer = await ask("/p/nobody", "br");
    expect([answer.status, answer.headers.get("content-encoding")]).toEqual([404, "br"]);
    expect(await answer.text()).toBe([HTML, PART, PART, PART].join(""));
  });

  it("other pages go out as they are", async () => {
    const answer = await ask("/dashboard", "br");
    expect(answer.headers.get("content-encoding")).toBe(null);
    expect(await answer.text()).toBe([HTML, PART, PART, PART].join(""));
  });
});
