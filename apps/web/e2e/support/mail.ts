import { expect, type Page, test } from "@playwright/test";
import { call, dig } from "./practice.ts";

const originOf = () => test.info().project.use.baseURL ?? "";

async function mailsTo(page: Page, recipient: string): Promise<unknown[]> {
  const input = { recipient };
  const list = await call(page.request, originOf(), "query", "messaging.listLocalMessages", input);
  const items = dig(list, "items");
  return Array.isArray(items) ? items : [];
}

/** How many mails an address has got. */
export async function countMails(page: Page, to: string): Promise<number> {
  return (await mailsTo(page, to)).length;
}

/** Waits for a mail to an address that links to `path`; answers with the newest link, without its origin. */
export async function mailedLink(page: Page, to: string, path: string): Promise<string> {
  let link: URL | undefined;
  await expect(async () => {
    const texts = (await mailsTo(page, to)).map((mail) => String(dig(mail, "text")));
    const links = texts.flatMap((text) => text.match(/https?:\/\/\S+/g) ?? []);
    link = links.map((href) => new URL(href)).find(({ pathname }) => pathname === path);
    expect(link, `a link to ${path} for ${to}`).toBeDefined();
  }).toPass({ timeout: 15_000 });
  return link ? link.pathname + link.search : "";
}

/** Calls a mutation with the page's own cookies, as its scripts would; throws when it is refused. */
export function mutate(page: Page, procedure: string, input: object): Promise<unknown> {
  return call(page.request, originOf(), "mutation", procedure, input);
}
