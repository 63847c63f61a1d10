import type { Locale } from "../kernel/wire.ts";
import { type ComposedMail, composeMail } from "./compose.ts";
import type { ConnectionState } from "./conversation.ts";

/** Tells who runs the platform that nothing leaves by WhatsApp and that a person has to act. */
export function connectionMail(
  locale: Locale,
  { state, url }: { state: ConnectionState; url: string },
): ComposedMail {
  const unlinked = state === "logged_out";
  if (locale === "en")
    return composeMail(locale, {
      subject: "WhatsApp is disconnected",
      onBehalfOf: null,
      heading: "WhatsApp is disconnected",
      paragraphs: [
        unlinked
          ? "The provider does not let us in any more: the phone was unlinked, or the account was stopped. Somebody has to connect it again."
          : "The provider has not answered for more than ten minutes.",
        "Meanwhile messages go out by e-mail, where there is an address.",
      ],
      action: { label: "See the connection", url },
      why: "You get this message because you run this Odys.",
    });
  return composeMail(locale, {
    subject: "O WhatsApp está desconectado",
    onBehalfOf: null,
    heading: "O WhatsApp está desconectado",
    paragraphs: [
      unlinked
        ? "O provedor não nos deixa mais entrar: o aparelho foi desconectado ou a conta foi suspensa. Alguém precisa conectar de novo."
        : "O provedor não responde há mais de dez minutos.",
      "Enquanto isso, as mensagens saem por e-mail, quando há um endereço.",
    ],
    action: { label: "Ver a conexão", url },
    why: "Você recebeu esta mensagem porque administra este Odys.",
  });
}
