import { newId } from "@odys/shared/kernel/ids";
import type { Tx } from "../client.ts";
import { contactConsents, conversations, messages } from "../schema/messaging/conversations.ts";
import { deliveries } from "../schema/messaging/deliveries.ts";

const MINUTE_MS = 60_000;
const DAY = 1_440;

/** Who said it (`a`: Ana, `c`: the client), how many minutes ago, and what. */
type Line = readonly ["a" | "c", number, string];

/** Threads of the demo by the index of the client; the last `unread` lines of the client wait for Ana. */
const THREADS: readonly {
  client: number;
  way: "app" | "whatsapp";
  unread: number;
  lines: readonly Line[];
}[] = [
  {
    client: 10,
    way: "whatsapp",
    unread: 0,
    lines: [
      [
        "a",
        9 * DAY + 12,
        "Oi, Lucas! O consultório estará sem elevador na quinta. Tudo bem subir dois andares?",
      ],
      ["c", 9 * DAY, "Tudo bem, obrigado por avisar"],
    ],
  },
  {
    client: 5,
    way: "whatsapp",
    unread: 0,
    lines: [
      ["c", 4 * DAY + 50, "Bom dia! Consigo um recibo das sessões do mês para o convênio?"],
      ["a", 4 * DAY + 20, "Bom dia, Gustavo. Consigo, sim: envio até sexta."],
      ["c", 4 * DAY + 18, "Perfeito, muito obrigado"],
    ],
  },
  {
    client: 3,
    way: "whatsapp",
    unread: 0,
    lines: [
      ["c", 2 * DAY + 90, "Ana, a primeira conversa é por vídeo mesmo?"],
      ["a", 2 * DAY + 65, "É sim, Eduardo. O link chega uma hora antes."],
      ["a", 2 * DAY + 64, "https://odys.com.br/ajuda/video"],
    ],
  },
  {
    client: 1,
    way: "whatsapp",
    unread: 2,
    lines: [
      ["a", DAY + 40, "Oi, Carlos! Confirmando a nossa sessão desta semana."],
      ["c", DAY + 15, "Confirmado!"],
      ["c", 95, "Vou me atrasar uns 10 minutos hoje, o trânsito está parado"],
      ["c", 94, "Ainda dá tempo?"],
    ],
  },
  {
    client: 0,
    way: "app",
    unread: 1,
    lines: [
      ["c", 3 * DAY + 30, "Oi, Ana! Posso trocar a sessão de quinta por uma online?"],
      ["a", 3 * DAY + 12, "Oi, Bia! Pode sim. Já mudei aqui, você recebe o link no dia."],
      ["c", 3 * DAY + 10, "Maravilha, obrigada!"],
      [
        "a",
        DAY + 200,
        "Bia, lembrei daquele texto de que falamos na última sessão. Quer que eu mande?",
      ],
      ["c", 42, "Quero muito! Estou lendo bastante sobre o assunto"],
    ],
  },
];

type Demo = { professionalId: string; clientIds: readonly string[]; now: number };

/** What the demo's practice and its clients have written to each other, up to `now` (epoch ms). */
export async function insertTalk(tx: Tx, { professionalId, clientIds, now }: Demo): Promise<void> {
  const at = (minutesAgo: number) => new Date(now - minutesAgo * MINUTE_MS);
  for (const { client, way, unread, lines } of THREADS) {
    const clientId = clientIds[client];
    const last = lines.at(-1)?.[1] ?? 0;
    if (!clientId) continue;
    const conversationId = newId();
    await tx.insert(conversations).values({
      id: conversationId,
      professionalId,
      clientId,
      lastMessageAt: at(last),
      unreadByProfessional: unread,
      createdAt: at(lines[0]?.[1] ?? 0),
    });
    const rows = lines.map(([who, minutesAgo, text], index) => ({
      id: newId(),
      professionalId,
      conversationId,
      author: who === "a" ? ("professional" as const) : ("client" as const),
      kind: text.startsWith("https://") ? ("link" as const) : ("text" as const),
      text,
      way: who === "c" ? way : ("app" as const),
      createdAt: at(minutesAgo),
      readAt: index < lines.length - unread ? at(minutesAgo - 1) : null,
    }));
    await tx.insert(messages).values(rows);
    const sent = rows.filter(({ author }) => author === "professional" && way === "whatsapp");
    if (sent.length > 0)
      await tx.insert(deliveries).values(
        sent.map(({ id, createdAt }) => ({
          id: newId(),
          professionalId,
          clientId,
          audience: "client" as const,
          template: "newMessageToClient" as const,
          locale: "pt-BR" as const,
          params: { messageId: id },
          dedupeKey: `message:${id}`,
          channels: ["whatsapp" as const],
          channel: "whatsapp" as const,
          state: "read" as const,
          notBefore: createdAt,
          notAfter: createdAt,
          createdAt,
        })),
      );
  }
  const refused = clientIds[2];
  if (refused)
    await tx.insert(contactConsents).values({
      id: newId(),
      professionalId,
      clientId: refused,
      channel: "whatsapp",
      granted: false,
      source: "client",
      createdAt: at(6 * DAY),
    });
}
