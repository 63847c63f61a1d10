const KEY = "odys.mail";

/** Remembers, for this tab, which address waits for its link: no address stands in a URL. */
export function rememberMail(email: string): void {
  try {
    sessionStorage.setItem(KEY, email);
  } catch {
    // Storage may be shut off; then the page asks for the address.
  }
}

/** The address that waits in this tab, or an empty text. */
export function rememberedMail(): string {
  try {
    return sessionStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}
