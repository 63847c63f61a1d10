import { createHash } from "node:crypto";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { nowhere } from "../whatsapp/testing/provider.ts";
import { mail, mailContract } from "./contract.ts";
import type { Mail } from "./port.ts";
import { createSmtpMail } from "./smtp.ts";

const PASSWORD = "a-password-of-the-mail-server";

/** An SMTP server on a port of its own, which keeps what it takes and can be told to refuse. */
async function startServer() {
  const taken: (Email & { raw: string })[] = [];
  const state = { at: null as null | "RCPT" | "DATA", code: 550, mute: false };
  const refusal = () =>
    Object.assign(new Error("no, bia@example.com"), { responseCode: state.code });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onAuth: ({ password }, _session, done) =>
      done(password === PASSWORD ? null : new Error("no such user"), { user: "odys" }),
    onRcptTo: (_address, _session, done) => done(state.at === "RCPT" ? refusal() : null),
    onData(stream, _session, done) {
      const take = async () => {
        const raw = Buffer.concat(await stream.toArray());
        const letter = await PostalMime.parse(raw, { attachmentEncoding: "utf8" });
        if (state.at === "DATA") return done(refusal());
        taken.push({ ...letter, raw: raw.toString("latin1") });
        if (!state.mute) done();
      };
      void take();
    },
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  if (address === null || typeof address === "string") throw new TypeError("expected a port");
  return {
    taken,
    state,
    url: (password = PASSWORD) => `smtp://odys:${password}@127.0.0.1:${address.port}`,
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}

describe("mail, over SMTP", () => {
  let server: Awaited<ReturnType<typeof startServer>>;
  const from = "Odys <no-reply@odys.app>";
  beforeAll(async () => {
    server = await startServer();
  });
  beforeEach(() => void Object.assign(server.state, { at: null, code: 550, mute: false }));
  afterAll(() => server.close());

  const open = (options: { url?: string; timeoutMs?: number } = {}) =>
    createSmtpMail({ url: server.url(), from, ...options });
  const idOf = (dedupeKey: string) =>
    createHash("sha256").update(dedupeKey).digest("hex").slice(0, 40);
  const under = (dedupeKey: string) =>
    server.taken.filter(({ messageId }) => messageId === `<${idOf(dedupeKey)}@odys.app>`);

  mailContract(async () => ({
    gateway: open(),
    sent: async (dedupeKey) => under(dedupeKey).map(read),
  }));

  it("an attachment arrives byte by byte: a calendar's lines end in CRLF", async () => {
    const letter = mail();
    await open().send(letter);
    const bytes = Buffer.from(letter.attachments?.[0]?.content ?? "").toString("base64");
    expect(under(letter.dedupeKey)[0]?.raw.replace(/\s/g, "")).toContain(bytes);
  });

  it("says in whose name, and how to unsubscribe where a reader may", async () => {
    const letter = mail({ unsubscribeUrl: "https://odys.app/u/1?a=b" });
    await open().send(letter);
    const [taken] = under(letter.dedupeKey);
    const header = (key: string) => taken?.headers.find((one) => one.key === key)?.value;
    expect(taken?.from).toMatchObject({ name: "Odys", address: "no-reply@odys.app" });
    expect(header("list-unsubscribe")).toBe("<https://odys.app/u/1?a=b>");
    expect(header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
    const plain = mail();
    await open().send(plain);
    expect(under(plain.dedupeKey)[0]?.headers.map(({ key }) => key)).not.toContain(
      "list-unsubscribe",
    );
  });

  it("an address is one address, and nothing ends a header", async () => {
    const letter = mail({ to: "bia@example.com, eve@example.com", subject: "a\r\nBcc: eve@x.co" });
    await open().send(letter);
    for (const { headers } of under(letter.dedupeKey))
      expect(headers.map(({ key }) => key)).not.toContain("bcc");
    expect(await open().send(mail({ to: "" }))).toMatchObject({ outcome: "refused" });
  });

  it.each([
    ["RCPT", 550, "refused"],
    ["RCPT", 450, "slow_down"],
    ["DATA", 554, "refused"],
    ["DATA", 451, "slow_down"],
    ["DATA", 452, "provider_down"],
  ] as const)("refused at %s with %i: %s", async (at, code, reason) => {
    Object.assign(server.state, { at, code });
    const sent = await open().send(mail());
    expect(sent).toMatchObject({ outcome: "refused", reason });
    expect(JSON.stringify(sent)).not.toContain("bia@");
  });

  it("a password that is wrong stops everything, and is told to nobody", async () => {
    const sent = await open({ url: server.url("wrong-password") }).send(mail());
    expect(sent).toMatchObject({ outcome: "refused", reason: "account_stopped" });
    expect(JSON.stringify(sent)).not.toContain("wrong-password");
  });

  it("nobody listens there: nothing has left", async () => {
    const url = (await nowhere()).replace("http:", "smtp:");
    expect(await open({ url }).send(mail())).toMatchObject({
      outcome: "refused",
      reason: "provider_down",
    });
  });

  it("unknown: the letter was given away, and no answer came", async () => {
    server.state.mute = true;
    const letter = mail();
    expect(await open({ timeoutMs: 500 }).send(letter)).toMatchObject({ outcome: "unknown" });
    expect(under(letter.dedupeKey)).toHaveLength(1);
  });
});

function read(letter: Email): Omit<Mail, "dedupeKey"> {
  return {
    to: letter.to?.[0]?.address ?? "",
    subject: letter.subject ?? "",
    text: plain(letter.text),
    html: plain(letter.html),
    attachments: letter.attachments.map((file) => ({
      filename: file.filename ?? "",
      contentType: `${file.mimeType}; charset=utf-8; method=${file.method}`,
      // The parser takes a calendar for a text and its ends of lines for its own; see below.
      content: (file.content as string).replaceAll("\n", "\r\n"),
    })),
  };
}

/** Lines end as SMTP wants them; the last one is the format's. */
function plain(text: string | undefined): string {
  return (text ?? "").replaceAll("\r\n", "\n").replace(/\n$/, "");
}
