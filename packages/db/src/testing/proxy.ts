import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { MessageReader } from "./wire.ts";

export interface ProxyOptions {
  /** Milliseconds that every chunk waits on its way, in each direction. */
  delayMs?: number;
}

export interface ProxyCounts {
  connections: number;
  /** Times the client sent something and then waited: bursts with no answer in between. */
  roundTrips: number;
  /** Messages by type: `P` Parse, `B` Bind, `D` Describe, `E` Execute, `S` Sync, `Q` simple query. */
  sent: Record<string, number>;
  /** Messages by type: `Z` ReadyForQuery, `E` error, `1` parsed … */
  received: Record<string, number>;
}

/** What to do to a connection; the default does nothing. */
export interface Fault {
  /** Cut when this many messages have gone in that direction, counted from now on. */
  afterMessages: number;
  from: "client" | "server";
  /** `reset` sends RST, as a killed server does; `end` closes in good order. */
  how: "reset" | "end";
  /** Whether the last counted message still arrives. Default true. */
  deliver?: boolean;
}

export interface Proxy {
  /** The given URL, through the proxy. */
  url: string;
  counts: ProxyCounts;
  reset: () => void;
  /** Arms one fault; the next connection that reaches it is cut, then all is well again. */
  cut: (fault: Fault) => void;
  /** Cuts every open connection now. */
  cutAll: (how?: Fault["how"]) => void;
  /** While true, new connections are closed at once. */
  refuse: boolean;
  close: () => Promise<void>;
}

const noCounts = (): ProxyCounts => ({ connections: 0, roundTrips: 0, sent: {}, received: {} });

/**
 * A TCP proxy before a PostgreSQL server that understands the messages it passes on: counts round
 * trips, delays, cuts connections at a chosen message. Plain connections only, no TLS.
 */
export async function startProxy(
  target: string,
  { delayMs = 0 }: ProxyOptions = {},
): Promise<Proxy> {
  const { hostname, port } = new URL(target);
  const pairs = new Set<[Socket, Socket]>();
  let armed: (Fault & { left: number }) | undefined;

  const server = createServer({ noDelay: true }, (client) => {
    client.on("error", () => undefined);
    if (proxy.refuse) return void client.destroy();
    const upstream = connect({ host: hostname, port: Number(port), noDelay: true });
    upstream.on("error", () => undefined);
    const pair: [Socket, Socket] = [client, upstream];
    pairs.add(pair);
    proxy.counts.connections += 1;
    const state = { waiting: false };
    for (const from of ["client", "server"] as const) relay(pair, from, state);
    client.on("close", () => (pairs.delete(pair), upstream.destroy()));
    upstream.on("close", () => client.destroySoon());
  });

  function relay(
    [client, upstream]: [Socket, Socket],
    from: Fault["from"],
    state: { waiting: boolean },
  ) {
    const [source, sink] = from === "client" ? [client, upstream] : [upstream, client];
    const reader = new MessageReader(from === "client");
    let queue = Promise.resolve();
    source.on("data", (chunk: Buffer) => {
      if (from === "client" && !state.waiting) proxy.counts.roundTrips += 1;
      state.waiting = from === "client";
      const passed = inspect(reader, chunk, from);
      const due = performance.now() + delayMs;
      queue = queue.then(async () => {
        if (delayMs > 0) await sleep(Math.max(0, due - performance.now()));
        if (!sink.destroyed && passed.bytes.length > 0) sink.write(passed.bytes);
        if (passed.cut) sever([client, upstream], passed.cut);
      });
    });
  }

  /** Counts the messages of a chunk; what follows the one at which to cut does not pass. */
  function inspect(reader: MessageReader, chunk: Buffer, from: Fault["from"]) {
    const tally = from === "client" ? proxy.counts.sent : proxy.counts.received;
    for (const { type, start, end } of reader.read(chunk)) {
      tally[type] = (tally[type] ?? 0) + 1;
      if (armed?.from !== from || --armed.left > 0) continue;
      const { how, deliver = true } = armed;
      armed = undefined;
      return { bytes: chunk.subarray(0, deliver ? end : Math.max(0, start)), cut: how };
    }
    return { bytes: chunk, cut: undefined };
  }

  const proxy: Proxy = {
    url: "",
    counts: noCounts(),
    refuse: false,
    reset: () => void (proxy.counts = noCounts()),
    cut: (fault) => void (armed = { ...fault, left: fault.afterMessages }),
    cutAll(how = "reset") {
      for (const pair of pairs) sever(pair, how);
    },
    async close() {
      proxy.cutAll();
      server.close();
      await once(server, "close");
    },
  };
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = new URL(target);
  url.hostname = "127.0.0.1";
  url.port = String((server.address() as AddressInfo).port);
  proxy.url = url.toString();
  return proxy;
}

function sever([client, upstream]: [Socket, Socket], how: Fault["how"]): void {
  upstream.destroy();
  if (how === "reset") client.resetAndDestroy();
  else client.destroySoon();
}
