/**
 * Personal data as lists of the platform's own people show it: enough to tell two apart, too little
 * to use. The whole of it stands on a detail page, whose opening is in the audit log.
 */

/** `ana@example.com` → `a•••@example.com`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf("@");
  return at < 1 ? "•••" : `${email.slice(0, 1)}•••${email.slice(at)}`;
}

/** `+5511987654321` → `+55•••••••4321`: the country's first digits and the last four. */
export function maskPhone(phone: string): string {
  const hidden = phone.length - 7;
  return hidden < 1 ? "•••" : `${phone.slice(0, 3)}${"•".repeat(hidden)}${phone.slice(-4)}`;
}
