import type { Definition } from "../../packages/shared/src/messaging/definitions.ts";

/** A WhatsApp business account, as the Graph API knows it. */
export interface Account {
  /** `https://graph.facebook.com/v23.0` */
  api: string;
  id: string;
  token: string;
}

interface Registered {
  id: string;
  name: string;
  language: string;
  status: string;
  components?: Definition["components"];
}

export type Finding = {
  name: string;
  language: string;
  /** `changed`: registered with other words; it is reviewed anew when it is written. */
  is: "missing" | "changed" | "same";
  /** WhatsApp's word on it: APPROVED, PENDING, REJECTED, …; null of one that is missing. */
  status: string | null;
  id: string | null;
};

/** What the account lacks of `wanted`, or has otherwise. Changes nothing. */
export async function compare(account: Account, wanted: readonly Definition[]): Promise<Finding[]> {
  const registered = new Map<string, Registered>();
  let next: string | undefined =
    `${account.api}/${account.id}/message_templates?fields=name,language,status,components&limit=100`;
  while (next) {
    const page: { data: Registered[]; paging?: { next?: string } } = await ask(account, next);
    for (const one of page.data) registered.set(`${one.name} ${one.language}`, one);
    next = page.paging?.next;
    // The token goes to nobody but whom it was given for.
    if (next && new URL(next).origin !== new URL(account.api).origin)
      throw new Error(`the next page is somewhere else: ${new URL(next).origin}`);
  }
  return wanted.map((definition) => {
    const { name, language } = definition;
    const found = registered.get(`${name} ${language}`);
    const same =
      found !== undefined && wordsOf(found.components) === wordsOf(definition.components);
    const is = !found ? "missing" : same ? "same" : "changed";
    return { name, language, is, status: found?.status ?? null, id: found?.id ?? null };
  });
}

/** Registers what is missing and changes what is otherwise. The first refusal ends it. */
export async function write(
  account: Account,
  wanted: readonly Definition[],
  findings: readonly Finding[],
): Promise<void> {
  for (const [index, { is, id }] of findings.entries()) {
    const definition = wanted[index];
    if (!definition || is === "same") continue;
    const { category, components } = definition;
    if (id === null)
      await ask(account, `${account.api}/${account.id}/message_templates`, definition);
    else await ask(account, `${account.api}/${id}`, { category, components });
  }
}

/** Examples are for the reviewers: they are not what a message says. */
function wordsOf(components: Definition["components"] = []): string {
  return JSON.stringify(
    components.map((part) =>
      part.type === "BODY" ? part.text : part.buttons.map(({ type, text }) => [type, text]),
    ),
  );
}

async function ask<T>(account: Account, url: string, body?: object): Promise<T> {
  const answer = await fetch(url, {
    method: body ? "POST" : "GET",
    headers: {
      authorization: `Bearer ${account.token}`,
      ...(body && { "content-type": "application/json" }),
    },
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(30_000),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`WhatsApp answered ${answer.status}: ${text.slice(0, 500)}`);
  return JSON.parse(text) as T;
}
