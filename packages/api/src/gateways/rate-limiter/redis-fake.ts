import { createServer, type Socket } from "node:net";
import { createHash } from "node:crypto";

/** What the server knows, and how it answers one command. */
function createStore() {
  const data = new Map<string, { value: number; expiresAt: number }>();
  const scripts = new Map<string, string>();
  function count(script: string, [key = "", by = "0", seconds = "0"]: string[]): string {
    const calls = [...script.matchAll(/redis\.call\('(\w+)'/g)].map((match) => match[1]);
    if (calls.join() !== "set,incrby,pttl,expire") return "-ERR unknown script\r\n";
    const now = Date.now();
    let entry = data.get(key);
    if (!entry || entry.expiresAt <= now)
      data.set(key, (entry = { value: 0, expiresAt: now + Number(seconds) * 1000 }));
    entry.value += Number(by);
    return `*2\r\n:${entry.value}\r\n:${entry.expiresAt - now}\r\n`;
  }

  function answer([name = "", ...args]: string[]): string {
    switch (name.toLowerCase()) {
      case "info":
        return bulk("redis_version:7.4.0\r\nloading:0\r\n");
      case "client":
      case "select":
        return "+OK\r\n";
      case "eval": {
        const [script = "", , ...rest] = args;
        scripts.set(createHash("sha1").update(script).digest("hex"), script);
        return count(script, rest);
      }
      case "evalsha": {
        const script = scripts.get(args[0] ?? "");
        return script ? count(script, args.slice(2)) : "-NOSCRIPT No matching script.\r\n";
      }
      default:
        return `-ERR unknown command '${name}'\r\n`;
    }
  }
  return answer;
}

/**
 * A Redis for tests, as far as the limiter and its client need one: RESP2 over TCP, keys with
 * expiry, and the one script of rate-limiter-flexible, known by the commands it calls. Anything
 * else is answered with an error, as the real server would.
 */
export async function startRedisFake() {
  const answer = createStore();
  const sockets = new Set<Socket>();
  const state = { mute: false };

  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => {});
    let pending: Buffer = Buffer.alloc(0);
    socket.on("data", (chunk) => {
      pending = Buffer.concat([pending, Buffer.from(chunk)]);
      for (let read = parse(pending); read; read = parse(pending)) {
        pending = pending.subarray(read.used);
        if (!state.mute) socket.write(answer(read.command));
      }
    });
  });
  const listen = (port: number) =>
    new Promise<number>((resolve) => {
      server.listen(port, "127.0.0.1", () => {
        const address = server.address();
        resolve(typeof address === "object" && address ? address.port : 0);
      });
    });
  const port = await listen(0);

  return {
    url: `redis://127.0.0.1:${port}`,
    /** From now on it takes commands and answers none. */
    hang: () => void (state.mute = true),
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
    restart: async () => void (await listen(port)),
  };
}

const bulk = (text: string) => `$${Buffer.byteLength(text)}\r\n${text}\r\n`;

/** One command as clients send it: an array of bulk strings. Null while it is incomplete. */
function parse(buffer: Buffer): { command: string[]; used: number } | null {
  let at = 0;
  const line = () => {
    const end = buffer.indexOf("\r\n", at);
    if (end < 0) return null;
    const text = buffer.toString("utf8", at + 1, end);
    at = end + 2;
    return Number(text);
  };
  const length = line();
  if (length === null) return null;
  const command: string[] = [];
  for (let i = 0; i < length; i++) {
    const size = line();
    if (size === null || buffer.length < at + size + 2) return null;
    command.push(buffer.toString("utf8", at, at + size));
    at += size + 2;
  }
  return { command, used: at };
}
