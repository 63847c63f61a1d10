import * as z from "zod";

/**
 * What becomes of a form that was sent without JavaScript and refused: it travels back in a cookie of
 * the page that it came from, so that nothing typed is lost and nothing of it stands in an address.
 */
const refusedForm = z.object({
  code: z.string().max(64),
  /** The nearest free slots, where there are such. */
  alternatives: z.array(z.string().max(40)).max(3),
  retryAfterSeconds: z.number().optional(),
  /** Fields that were not accepted. */
  fields: z.array(z.string().max(64)).max(20),
  typed: z.record(z.string().max(64), z.string()),
});
export type RefusedForm = z.infer<typeof refusedForm>;

export const REFUSED_FORM_COOKIE = "odys_form";
/** Browsers keep a cookie up to 4,096 bytes, its name and attributes included. */
const MOST = 3_600;

/** The cookie's value. What does not fit loses the end of its longest field. */
export function packRefusedForm(form: RefusedForm): string {
  const packed = encode(JSON.stringify(form));
  if (packed.length <= MOST) return packed;
  const [longest = "", text = ""] =
    Object.entries(form.typed).toSorted(([, a], [, b]) => b.length - a.length)[0] ?? [];
  if (text.length < 2) return "";
  const shorter = text.slice(0, Math.floor(text.length * 0.8));
  return packRefusedForm({ ...form, typed: { ...form.typed, [longest]: shorter } });
}

/** What the cookie holds; null for whatever we did not write. */
export function unpackRefusedForm(value: string | undefined): RefusedForm | null {
  if (!value) return null;
  try {
    const read = refusedForm.safeParse(JSON.parse(decode(value)));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** base64url of the text's UTF-8: cookies carry nothing but ASCII. */
function encode(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function decode(value: string): string {
  const binary = atob(value.replaceAll("-", "+").replaceAll("_", "/"));
  return new TextDecoder().decode(Uint8Array.from(binary, (character) => character.charCodeAt(0)));
}
