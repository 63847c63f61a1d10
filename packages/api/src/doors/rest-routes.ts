import type { AnyTRPCProcedure, AnyTRPCRouter } from "@trpc/server";
import type { Meta } from "../trpc/meta.ts";
import { type InputReader, inputReader } from "./rest-input.ts";

export type RestRoute = {
  method: string;
  /** `/appointments/{id}` */
  template: string;
  /** The procedure's own path, `booking.getAppointment`. */
  path: string;
  procedure: AnyTRPCProcedure;
  readInput: InputReader;
};
export type RestMatch = { route: RestRoute; params: Record<string, string> };

type Node = {
  literals: Map<string, Node>;
  param: { name: string; node: Node } | null;
  routes: Map<string, RestRoute>;
};
const node = (): Node => ({ literals: new Map(), param: null, routes: new Map() });

/** Every procedure of a router that its meta offers to REST. */
export function routesOf(router: AnyTRPCRouter): RestRoute[] {
  const routes: RestRoute[] = [];
  for (const [path, procedure] of Object.entries<AnyTRPCProcedure>(router._def.procedures)) {
    const openapi = (procedure._def.meta as Meta | undefined)?.openapi;
    if (!openapi || openapi.enabled === false) continue;
    const { method, path: template } = openapi;
    if (method === "GET" && procedure._def.type !== "query")
      throw new Error(`${path}: a GET changes nothing, but this is a ${procedure._def.type}`);
    routes.push({ method, template, path, procedure, readInput: inputReader(procedure, method) });
  }
  return routes;
}

/** The routing table of a router. Throws when two procedures claim one method and path. */
export function routingTable(router: AnyTRPCRouter) {
  const root = node();
  for (const route of routesOf(router)) {
    let at = root;
    for (const segment of route.template.split("/").filter(Boolean)) {
      const name = /^\{(\w+)\}$/.exec(segment)?.[1];
      if (name) {
        at.param ??= { name, node: node() };
        if (at.param.name !== name)
          throw new Error(
            `${route.path}: {${name}} stands where {${at.param.name}} does elsewhere`,
          );
        at = at.param.node;
      } else {
        const next = at.literals.get(segment) ?? node();
        at.literals.set(segment, next);
        at = next;
      }
    }
    const taken = at.routes.get(route.method);
    if (taken)
      throw new Error(`${route.path} and ${taken.path} are both ${route.method} ${route.template}`);
    at.routes.set(route.method, route);
  }

  /** Where a path leads: a route, the methods that it takes instead, or null. */
  return function match(method: string, path: string): RestMatch | { allow: string[] } | null {
    const params: Record<string, string> = {};
    let at = root;
    for (const segment of path.split("/").filter(Boolean)) {
      const literal = at.literals.get(segment);
      if (literal) at = literal;
      else if (at.param) {
        params[at.param.name] = decodeURIComponent(segment);
        at = at.param.node;
      } else return null;
    }
    if (at.routes.size === 0) return null;
    const route = at.routes.get(method === "HEAD" ? "GET" : method);
    return route ? { route, params } : { allow: allowed(at) };
  };
}

function allowed({ routes }: Node): string[] {
  return [...routes.keys(), ...(routes.has("GET") ? ["HEAD"] : [])].toSorted();
}
