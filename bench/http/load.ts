import { connect } from "node:net";

/**
 * load.ts: asks one server as fast as it answers, over `connections` kept alive, one request at a time on
 * each. In a process of its own, told by messages, so that it takes nothing from the server but the
 * machine. It counts bytes: every answer to the same request has the same length, and its
 * status stands at a known place, so nothing has to be parsed.
 */
export type LoadOrder = {
  port: number;
  path: string;
  connections: number;
  ms: number;
  /** As browsers send it; none unless given. */
  acceptEncoding?: string;
};
/** `p99` of the time from a request to the last byte of its answer, ms. */
export type LoadResult = { perSecond: number; errors: number; answers: number; p99: number };

const OK = Buffer.from("HTTP/1.1 200");

process.on("message", (order: LoadOrder) => {
  void load(order).then((result) => process.send?.(result));
});

async function load({
  port,
  path,
  connections,
  ms,
  acceptEncoding,
}: LoadOrder): Promise<LoadResult> {
  const request = Buffer.from(
    `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nx-request-id: bench-request-1\r\n${acceptEncoding ? `accept-encoding: ${acceptEncoding}\r\n` : ""}\r\n`,
  );
  const length = await measure(port, request);
  let answers = 0;
  let errors = 0;
  const times: number[] = [];
  const started = performance.now();
  const until = started + ms;
  await Promise.all(
    Array.from(
      { length: connections },
      () =>
        new Promise<void>((resolve) => {
          const socket = connect({ port, host: "127.0.0.1", noDelay: true });
          let pending = length;
          let asked = performance.now();
          socket.on("connect", () => socket.write(request));
          socket.on("data", (chunk: Buffer) => {
            if (pending === length && !chunk.subarray(0, 12).equals(OK)) errors++;
            pending -= chunk.length;
            if (pending > 0) return;
            if (pending < 0) errors++;
            pending = length;
            answers++;
            const now = performance.now();
            times.push(now - asked);
            asked = now;
            if (now < until) socket.write(request);
            else socket.end(resolve);
          });
          socket.on("error", () => {
            errors++;
            resolve();
          });
        }),
    ),
  );
  const perSecond = (answers / (performance.now() - started)) * 1000;
  times.sort((a, b) => a - b);
  return { perSecond, errors, answers, p99: times[Math.floor(times.length * 0.99)] ?? 0 };
}

/** Bytes of one answer: the same twice, with a length of its own. */
async function measure(port: number, request: Buffer): Promise<number> {
  const once = () =>
    new Promise<number>((resolve, reject) => {
      const socket = connect({ port, host: "127.0.0.1" });
      let text = "";
      socket.setEncoding("latin1");
      socket.on("error", reject);
      socket.on("connect", () => socket.write(request));
      socket.on("data", (chunk: string) => {
        text += chunk;
        const head = text.indexOf("\r\n\r\n");
        if (head < 0) return;
        const body = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, head))?.[1];
        const chunked = /\r\ntransfer-encoding: chunked/i.test(text.slice(0, head));
        const whole = body
          ? head + 4 + Number(body)
          : chunked
            ? text.indexOf("0\r\n\r\n", head) + 5
            : 0;
        if (whole > 4 && text.length >= whole) {
          socket.destroy();
          resolve(whole);
        }
      });
    });
  const [first, second] = [await once(), await once()];
  if (first !== second) throw new Error(`answers of different lengths: ${first}, ${second}`);
  return first;
}
