import { LocalMailHint } from "../../../features/accounts/auth/local-mail-hint.tsx";
import { api } from "../../../trpc/server.tsx";

/** Shown where the local mailbox can be opened, which is never where real mails go out. */
export async function MailHint() {
  const isOpen = await api.messaging.listLocalMessages({ limit: 1 }).then(
    () => true,
    () => false,
  );
  return isOpen ? <LocalMailHint /> : null;
}
