import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { LOCALES } from "../../packages/shared/src/kernel/wire.ts";
import { definitionsIn } from "../../packages/shared/src/messaging/definitions.ts";
import { templatesPage } from "./page.ts";
import { type Account, compare, write } from "./register.ts";

type Row = ReturnType<typeof definitionsIn>[number] & { id: string; status: string };

const wanted = LOCALES.flatMap(definitionsIn);
let rows: Row[] = [];
let refusing = false;
let next: string | undefined;

/** As the Graph API answers, two to a page. */
const server = createServer((request, response) => void respond(request, response));
async function respond(request: IncomingMessage, response: ServerResponse) {
  const answer = (status: number, body: object) =>
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  if (request.headers.authorization !== "Bearer secret")
    return answer(401, { error: { code: 190 } });
  const url = new URL(request.url ?? "/", "http://graph.test");
  if (request.method === "GET") {
    const after = Number(url.searchParams.get("after") ?? 0);
    const more =
      after + 2 < rows.length ? `${account.api}${url.pathname}?after=${after + 2}` : next;
    return answer(200, { data: rows.slice(after, after + 2), paging: more ? { next: more } : {} });
  }
  let text = "";
  for await (const chunk of request) text += chunk;
  if (refusing) return answer(400, { error: { code: 100, message: "Invalid parameter" } });
  const body = JSON.parse(text);
  const known = rows.find(({ id }) => url.pathname === `/${id}`);
  if (known) Object.assign(known, body, { status: "PENDING" });
  else rows.push({ ...body, id: String(rows.length + 1), status: "PENDING" });
  return answer(200, { success: true });
}
let account: Account = { api: "", id: "waba", token: "secret" };

beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  account = { ...account, api: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
});
afterAll(() => server.close());
beforeEach(() => {
  [rows, refusing, next] = [[], false, undefined];
});

it("registers what is missing, changes what is otherwise, and leaves the rest alone", async () => {
  const first = await compare(account, wanted);
  expect(new Set(first.map(({ is }) => is))).toEqual(new Set(["missing"]));
  expect(rows).toHaveLength(0);
  await write(account, wanted, first);
  expect(rows.map(({ name }) => name)).toEqual(wanted.map(({ name }) => name));
  const [body] = rows[0]?.components ?? [];
  if (body?.type === "BODY") body.text = "Outras palavras";
  const second = await compare(account, wanted);
  expect(second.filter(({ is }) => is === "changed").map(({ name }) => name)).toEqual([
    wanted[0]?.name,
  ]);
  await write(account, wanted, second);
  const third = await compare(account, wanted);
  expect(third.every(({ is, status }) => is === "same" && status === "PENDING")).toBe(true);
  expect(rows).toHaveLength(wanted.length);
});

it("says what WhatsApp says against it, and takes the token nowhere else", async () => {
  const findings = await compare(account, wanted.slice(0, 1));
  refusing = true;
  await expect(write(account, wanted, findings)).rejects.toThrow(/400: .*Invalid parameter/);
  await expect(compare({ ...account, token: "other" }, wanted)).rejects.toThrow(/401/);
  next = "https://elsewhere.test/";
  await expect(compare(account, wanted)).rejects.toThrow(/somewhere else/);
});

it("the page in docs is what is sent", () => {
  const page = join(import.meta.dirname, "../../docs/whatsapp-templates.md");
  expect(readFileSync(page, "utf8")).toBe(templatesPage());
});
