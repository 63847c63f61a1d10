import { expect, test } from "vitest";
import { connectionMail } from "./connection-mail.ts";

test.each(["pt-BR", "en"] as const)("%s: says what happened and where to look", (locale) => {
  const url = "https://odys.app/admin/health";
  const out = connectionMail(locale, { state: "logged_out", url });
  const gone = connectionMail(locale, { state: "unreachable", url });
  for (const mail of [out, gone]) {
    expect(mail.subject).toContain("WhatsApp");
    expect(mail.text).toContain(url);
  }
  expect(out.text).not.toBe(gone.text);
});
