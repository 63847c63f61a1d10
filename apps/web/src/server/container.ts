import type { RequestContext } from "@odys/api/trpc/context";
import type { Services } from "@odys/api/kernel/ports";
import type { AppCaller } from "./build-container.ts";

/** What a process is made of, once. The server and Next's bundle, which holds its own copy of the code, share it. */
export type Container = {
  services: Services;
  /** Opens the door that a request is for. For mounts that do not see the connection. */
  open(request: Request): Promise<Response>;
  /** The context of one server-side render; calls of one render share it. */
  contextOf(headers: Headers): RequestContext;
  /** Calls procedures in process. */
  call(context: RequestContext): AppCaller;
  /** Stops the workers, gives their jobs back, closes the pool, leaves the embedded database. */
  close(): Promise<void>;
};

const KEY = Symbol.for("odys.container");
const holder: { [KEY]?: Promise<Container> } & object = globalThis;

/** Hands the server's container to whoever asks in this process. Throws when there is one already. */
export function provideContainer(container: Promise<Container>): Promise<Container> {
  if (holder[KEY]) throw new Error("this process has its container already");
  return (holder[KEY] = container);
}

/**
 * The container of this process. Where Next runs without our server (a platform's functions, `next
 * start`) it is built at the first request, from the same environment.
 */
export function getContainer(): Promise<Container> {
  return (holder[KEY] ??= import("./build-container.ts").then(({ buildOwnContainer }) =>
    buildOwnContainer(),
  ));
}
