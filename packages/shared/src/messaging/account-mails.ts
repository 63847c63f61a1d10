import type { Locale } from "../kernel/wire.ts";
import { type ComposedMail, composeMail } from "./compose.ts";

type Link = { url: string };

/** Asks somebody who registered to confirm the address. */
export function verifyEmailMail(locale: Locale, { url }: Link): ComposedMail {
  if (locale === "en")
    return composeMail(locale, {
      subject: "Confirm your e-mail at Odys",
      onBehalfOf: null,
      heading: "One step left",
      paragraphs: ["Confirm that this address is yours to open your account."],
      action: { label: "Confirm e-mail", url },
      why: "You get this message because somebody signed up to Odys with this address. If it was not you, just ignore it.",
    });
  return composeMail(locale, {
    subject: "Confirme seu e-mail no Odys",
    onBehalfOf: null,
    heading: "Falta só um passo",
    paragraphs: ["Confirme que este endereço é seu para abrir sua conta."],
    action: { label: "Confirmar e-mail", url },
    why: "Você recebeu esta mensagem porque alguém se cadastrou no Odys com este endereço. Se não foi você, é só ignorar.",
  });
}

/** Lets somebody choose a new password. */
export function resetPasswordMail(locale: Locale, { url }: Link): ComposedMail {
  if (locale === "en")
    return composeMail(locale, {
      subject: "Choose a new password",
      onBehalfOf: null,
      heading: "Choose a new password",
      paragraphs: [
        "The link works once and for a short time. After that, every device will have to sign in again.",
      ],
      action: { label: "Choose new password", url },
      why: "You get this message because somebody asked for a new password for this address. If it was not you, ignore it: your password stays the same.",
    });
  return composeMail(locale, {
    subject: "Escolha uma nova senha",
    onBehalfOf: null,
    heading: "Escolha uma nova senha",
    paragraphs: [
      "O link vale uma vez e por pouco tempo. Depois disso, todos os aparelhos terão que entrar de novo.",
    ],
    action: { label: "Escolher nova senha", url },
    why: "Você recebeu esta mensagem porque alguém pediu uma nova senha para este endereço. Se não foi você, ignore: sua senha continua a mesma.",
  });
}

/** Tells the owner of an account that somebody tried to register its address again. */
export function accountExistsMail(locale: Locale, { url }: Link): ComposedMail {
  if (locale === "en")
    return composeMail(locale, {
      subject: "You already have an Odys account",
      onBehalfOf: null,
      heading: "You already have an account",
      paragraphs: [
        "Somebody tried to sign up with this address, which already has an account. Nothing was changed.",
        "If it was you, just sign in. If you forgot your password, choose a new one on the same page.",
      ],
      action: { label: "Sign in", url },
      why: "You get this message because this address belongs to an Odys account. If it was not you, there is nothing to do.",
    });
  return composeMail(locale, {
    subject: "Você já tem uma conta no Odys",
    onBehalfOf: null,
    heading: "Você já tem uma conta",
    paragraphs: [
      "Alguém tentou se cadastrar com este endereço, que já tem uma conta. Nada foi alterado.",
      "Se foi você, é só entrar. Se esqueceu a senha, escolha uma nova na mesma página.",
    ],
    action: { label: "Entrar", url },
    why: "Você recebeu esta mensagem porque este endereço é de uma conta no Odys. Se não foi você, não precisa fazer nada.",
  });
}
