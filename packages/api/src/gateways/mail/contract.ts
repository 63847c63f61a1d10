import { expect, it } from "vitest";
import type { Mail, MailGateway } from "./port.ts";

let count = 0;
/** A letter with everything in it, unlike any other. */
export const mail = (overrides: Partial<Mail> = {}): Mail => ({
  to: "bia@example.com",
  subject: "Confirmado: quinta, 14h — «até lá» 🐘",
  text: "Olá\n\nAté lá.",
  html: "<p>Olá</p>",
  attachments: [
    {
      filename: "odys.ics",
      contentType: "text/calendar; charset=utf-8; method=REQUEST",
      content: "BEGIN:VCALENDAR\r\nSUMMARY:«até lá» 🐘\r\n",
    },
  ],
  dedupeKey: `contract-${process.pid}-${++count}`,
  ...overrides,
});

/** What every driver of the port does; `sent` reads what has left so far under a key. */
export function mailContract(
  open: () => Promise<{
    gateway: MailGateway;
    sent(dedupeKey: string): Promise<Omit<Mail, "dedupeKey">[]>;
  }>,
): void {
  it("sends what it was given, letter by letter", async () => {
    const { gateway, sent } = await open();
    const letter = mail();
    expect(await gateway.send(letter)).toMatchObject({
      outcome: "accepted",
      providerMessageId: expect.stringMatching(/.+/),
    });
    const { dedupeKey, ...content } = letter;
    expect(await sent(dedupeKey)).toEqual([content]);
  });

  it("sends once for one reason, though it is asked ten times at once, if it says that it does", async () => {
    const { gateway, sent } = await open();
    const letter = mail();
    await Promise.all(Array.from({ length: 10 }, () => gateway.send(letter)));
    expect(await sent(letter.dedupeKey)).toHaveLength(gateway.deduplicates ? 1 : 10);
  });

  it("sends every one of many different letters", async () => {
    const { gateway, sent } = await open();
    const letters = [1, 2, 3, 4].map(() => mail());
    const answers = await Promise.all(letters.map((letter) => gateway.send(letter)));
    const ids = answers.map((one) => one.outcome === "accepted" && one.providerMessageId);
    expect(new Set(ids).size).toBe(4);
    for (const { dedupeKey } of letters) expect(await sent(dedupeKey)).toHaveLength(1);
  });
}
