/**
 * Brazilian mobile numbers got a ninth digit; WhatsApp's ids of older accounts never did. With and
 * without it they are one person's, so numbers from WhatsApp are written the way people write them:
 * with it. A landline (the number begins with 2 to 5) has none and gains none, a foreign one neither.
 * Takes digits or E.164; returns E.164, or null for what cannot be a number.
 */
export function phoneOfWhatsApp(number: string): string | null {
  const digits = number.replace(/^\+/, "");
  if (!/^[1-9]\d{6,14}$/.test(digits)) return null;
  const mobile = /^55([1-9]\d)([6-9]\d{7})$/.exec(digits);
  return mobile ? `+55${mobile[1]}9${mobile[2]}` : `+${digits}`;
}

/** Every way in which this person's number may be written; of most there is one. Takes and returns E.164. */
export function waysToWrite(e164: string): string[] {
  const mobile = /^\+55([1-9]\d)9([6-9]\d{7})$/.exec(phoneOfWhatsApp(e164) ?? e164);
  return mobile ? [`+55${mobile[1]}9${mobile[2]}`, `+55${mobile[1]}${mobile[2]}`] : [e164];
}
