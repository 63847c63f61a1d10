import { createHash } from "node:crypto";
import { DomainError } from "@odys/shared/kernel/errors";
import {
  packRefusedForm,
  REFUSED_FORM_COOKIE,
  type RefusedForm,
} from "@odys/shared/kernel/refused-form";
import { type AnyTRPCRouter, callTRPCProcedure } from "@trpc/server";
import type { Services } from "../kernel/ports.ts";
import { createContext } from "../trpc/context.ts";
import { type ErrorReport, reportOf } from "../trpc/errors.ts";
import { failure, seal } from "./answers.ts";
import type { Door, DoorArrival } from "./arrival.ts";
import { type Fields, FORMS, type PageForm } from "./form-pages.ts";
import { readBody, refusalOf, withDeadline } from "./guard.ts";

export const FORMS_PREFIX = "/api/forms";

const FORM_TYPE = /^application\/x-www-form-urlencoded\s*(;|$)/i;
/** How long a refused form is kept for the page that shows it again. */
const KEPT_SECONDS = 900;

/**
 * `POST /api/forms/<name>`: the forms of public pages as a browser without JavaScript sends them. Each
 * calls one procedure, with its limits and schemas, and leads to a page: on, or back to where it came
 * from, which says why and has everything that was typed.
 */
export function createFormsDoor(router: AnyTRPCRouter): Door {
  return async (request, services, arrival) => {
    try {
      const { pathname } = new URL(request.url);
      const form = FORMS.get(pathname.slice(FORMS_PREFIX.length + 1));
      if (!form) throw new DomainError("NOT_FOUND");
      if (request.method !== "POST") return wrongMethod(arrival);
      const refused = refusalOf(request.method, request.headers, services.settings);
      if (refused) throw new DomainError(refused);
      if (!FORM_TYPE.test(request.headers.get("content-type") ?? ""))
        throw new DomainError("UNSUPPORTED_MEDIA_TYPE");
      const fields = await withDeadline(readFields(request));
      return seal(
        await withDeadline(send(router, form, { fields, request, services, arrival })),
        arrival.requestId,
      );
    } catch (error) {
      if (reportOf(error).code === "INTERNAL")
        services.log.error({ err: error, ...arrival }, "form door failed");
      return seal(failure(error, arrival.requestId), arrival.requestId);
    }
  };
}

type Asked = { fields: Fields; request: Request; services: Services; arrival: DoorArrival };

async function send(
  router: AnyTRPCRouter,
  form: PageForm,
  { fields, request, services, arrival }: Asked,
): Promise<Response> {
  const { path, page } = form;
  const headers = new Headers(request.headers);
  const key = keyOf(fields);
  if (key) headers.set("idempotency-key", key);
  const ctx = createContext(services, { ...arrival, headers, via: "http" });
  const { origin } = services.settings;
  const to = (address: string, cookie: string) => {
    const answer = new Headers({ location: `${origin}${address}`, "set-cookie": cookie });
    return new Response(null, { status: 303, headers: answer });
  };
  const here = page(fields);
  try {
    const input = form.input(fields);
    const getRawInput = () => Promise.resolve(input);
    const opts = {
      router,
      path,
      type: "mutation" as const,
      ctx,
      getRawInput,
      signal: undefined,
      batchIndex: 0,
    };
    const output = await callTRPCProcedure(opts);
    return to(form.done(output, fields), cookieOf(services, here, "", 0));
  } catch (error) {
    const report = reportOf(error);
    const address = form.back(fields, report.code);
    const kept = packRefusedForm(refusedOf(report, form, fields));
    return to(address, cookieOf(services, here, kept, KEPT_SECONDS));
  }
}

/** Only the page of the form gets it, and only from this browser. */
function cookieOf(services: Services, page: string, value: string, seconds: number): string {
  const secure = services.settings.origin.startsWith("https:") ? "; Secure" : "";
  return `${REFUSED_FORM_COOKIE}=${value}; Path=${page}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
}

function refusedOf(
  { code, details = {} }: ErrorReport,
  form: PageForm,
  fields: Fields,
): RefusedForm {
  const { alternatives, fields: wrong, retryAfterSeconds } = details;
  return {
    code,
    alternatives: Array.isArray(alternatives) ? alternatives.map(String).slice(0, 3) : [],
    fields: typeof wrong === "object" && wrong !== null ? Object.keys(wrong).slice(0, 20) : [],
    ...(typeof retryAfterSeconds === "number" && { retryAfterSeconds }),
    typed: Object.fromEntries(
      form.typed(fields).map((name) => [name.slice(0, 64), fields.get(name).slice(0, 4_000)]),
    ),
  };
}

/**
 * The page gives every form that it shows a key of its own. The same form sent twice, by a second tap
 * or by going back, happens once; a changed one is another wish.
 */
function keyOf(fields: Fields): string | null {
  if (!/^[\w-]{16,64}$/.test(fields.get("key"))) return null;
  const hash = createHash("sha256").update(JSON.stringify(fields.entries()));
  return `form-${hash.digest("hex")}`;
}

async function readFields(request: Request): Promise<Fields> {
  const params = new URLSearchParams(new TextDecoder().decode(await readBody(request)));
  return {
    get: (name) => (params.get(name) ?? "").replaceAll("\r\n", "\n"),
    entries: () => [...params],
  };
}

function wrongMethod({ requestId }: DoorArrival): Response {
  return seal(
    failure(new DomainError("METHOD_NOT_ALLOWED"), requestId, { allow: "POST" }),
    requestId,
  );
}
