import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { nowhere, type Reply, startProvider } from "../whatsapp/testing/provider.ts";
import { mail, mailContract } from "./contract.ts";
import { createResendMail } from "./resend.ts";

const API_KEY = "re_fake_0123456789";
const letter = z.strictObject({
  from: z.string(),
  to: z.tuple([z.email()]),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  headers: z.record(z.string(), z.string()),
  attachments: z.array(
    z.strictObject({ filename: z.string(), content: z.base64(), content_type: z.string() }),
  ),
});
const error = (statusCode: number, name: string): Reply => ({
  status: statusCode,
  body: { statusCode, name, message: `not with ${API_KEY}` },
});

/** Resend as it is documented: one mail for one key. */
async function startResend() {
  const taken = new Map<string, { text: string; letter: z.infer<typeof letter>; id: string }>();
  const state: { error: Reply | null } = { error: null };
  const provider = await startProvider(({ method, path, headers, body }) => {
    if (headers.authorization !== `Bearer ${API_KEY}`) return error(403, "invalid_api_key");
    if (state.error) return state.error;
    if (method !== "POST" || path !== "/emails") return error(404, "not_found");
    const parsed = letter.safeParse(body);
    if (!parsed.success) return error(422, "validation_error");
    const key = String(headers["idempotency-key"]);
    const text = JSON.stringify(body);
    const before = taken.get(key);
    if (before && before.text !== text) return error(409, "invalid_idempotent_request");
    const id = before?.id ?? `49a3999c-${taken.size}`;
    taken.set(key, { text, letter: parsed.data, id });
    return { status: 200, body: { id } };
  });
  return { ...provider, taken, state };
}

describe("mail, through Resend", () => {
  let resend: Awaited<ReturnType<typeof startResend>>;
  beforeAll(async () => {
    resend = await startResend();
  });
  beforeEach(() => void (resend.state.error = null));
  afterAll(() => resend.close());

  const open = (options: Partial<Parameters<typeof createResendMail>[0]> = {}) =>
    createResendMail({
      url: resend.url,
      apiKey: API_KEY,
      from: "Odys <no-reply@odys.app>",
      ...options,
    });
  mailContract(async () => ({
    gateway: open(),
    sent: async (dedupeKey) => {
      const found = resend.taken.get(dedupeKey)?.letter;
      if (!found) return [];
      const { to, subject, text, html, attachments } = found;
      const files = attachments.map(({ filename, content, content_type: contentType }) => ({
        filename,
        contentType,
        content: Buffer.from(content, "base64").toString(),
      }));
      return [{ to: to[0], subject, text, html, attachments: files }];
    },
  }));

  it("says how to unsubscribe where a reader may", async () => {
    const given = mail({ unsubscribeUrl: "https://odys.app/u/1" });
    await open().send(given);
    expect(resend.taken.get(given.dedupeKey)?.letter.headers).toEqual({
      "List-Unsubscribe": "<https://odys.app/u/1>",
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    });
  });

  it("a lost answer can be asked for again; a letter that reads differently by now has been sent", async () => {
    const given = mail();
    resend.next("take and cut");
    expect(await open().send(given)).toMatchObject({ outcome: "unknown" });
    resend.next(null);
    expect(await open().send(given)).toMatchObject({ outcome: "accepted" });
    const now = await open().send({ ...given, text: "another minute" });
    expect(now).toEqual({ outcome: "accepted", providerMessageId: `key:${given.dedupeKey}` });
    expect(resend.taken.get(given.dedupeKey)?.letter.text).toBe(given.text);
  });

  it.each([
    [error(409, "concurrent_idempotent_requests"), "slow_down"],
    [error(429, "rate_limit_exceeded"), "slow_down"],
    [error(429, "daily_quota_exceeded"), "slow_down"],
    [error(401, "missing_api_key"), "account_stopped"],
    [error(422, "validation_error"), "refused"],
    [error(500, "application_error"), "provider_down"],
  ])("%j means %s", async (answer, reason) => {
    resend.state.error = answer;
    const sent = await open().send(mail());
    expect(sent).toMatchObject({ outcome: "refused", reason });
    expect(JSON.stringify(sent)).not.toContain(API_KEY);
  });

  it("says what is known: a wrong key, nobody there, no answer", async () => {
    expect(await open({ apiKey: "re_wrong" }).send(mail())).toEqual({
      outcome: "refused",
      reason: "account_stopped",
      detail: "http 403 invalid_api_key",
    });
    expect(await open({ url: await nowhere() }).send(mail())).toMatchObject({
      outcome: "refused",
      reason: "provider_down",
    });
    resend.next("hang");
    expect(await open({ timeoutMs: 50 }).send(mail())).toMatchObject({ outcome: "unknown" });
    resend.next(null);
  });
});
