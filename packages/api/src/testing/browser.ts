import type { Ctx } from "../kernel/ctx.ts";
import type { TestApp } from "./app.ts";

/**
 * Somebody's browser: keeps the cookies that answers set, and sends them along. `call` runs a use
 * case or a gateway's method as nobody in particular, with these cookies.
 */
export function createBrowser(app: TestApp, headers: Record<string, string> = {}) {
  const jar = new Map<string, string>();
  /** Every Set-Cookie as it came. */
  const received: string[] = [];

  const sent = () => ({
    "user-agent": "Vitest",
    ...headers,
    cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; "),
  });

  /** Takes in what an answer sets. */
  function absorb(answer: Headers) {
    for (const line of answer.getSetCookie()) {
      received.push(line);
      const [pair = ""] = line.split(";", 1);
      const at = pair.indexOf("=");
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
      if (value === "" || /;\s*max-age=0(;|$)/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
  }

  return {
    jar,
    received,
    sent,
    absorb,
    async call<T>(work: (ctx: Ctx) => Promise<T>): Promise<T> {
      const ctx: Ctx = {
        ...app.ctx({ type: "anonymous" }),
        headers: new Headers(sent()),
        responseHeaders: new Headers(),
      };
      try {
        return await work(ctx);
      } finally {
        absorb(ctx.responseHeaders);
      }
    },
  };
}
export type TestBrowser = ReturnType<typeof createBrowser>;
