/** Whatever reads like a dot: some of them make an address in a browser. */
const DOTS = ".。．｡";

/** A header, a parameter of a template: one line, whatever a name holds. */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gu, " ")
    .replace(/\p{Zs}{2,}/gu, " ")
    .trim();
}

/**
 * A guest types any name and any address: what reads like a link, an address or a number to call is
 * left out, so that nobody can have Odys write their advertisement to a stranger.
 */
export function addressable(name: string): string {
  const advert = new RegExp(`[:/@\\\\]|[${DOTS}]\\p{L}{2,}|\\d(?:[\\s().-]?\\d){4,}`, "u");
  return advert.test(name) || name.length > 60 ? "" : name;
}

/** Whether a text has something that could be tapped: an address with or without its scheme. */
export function holdsLink(text: string): boolean {
  return new RegExp(`:/|\\bwww\\b|[\\p{L}\\p{N}][${DOTS}]\\p{L}{2,}|\\S@\\S`, "iu").test(text);
}

/** How one says hello to somebody: by the first name, or "" where there is none to trust. */
export function firstName(name: string): string {
  const whole = oneLine(addressable(name));
  const [first = ""] = whole.split(" ");
  const said = first.endsWith(".") ? whole : first;
  return said.length > 30 ? "" : said;
}

/** At most `max` UTF-16 units, cut between what people see as letters, with an ellipsis. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  let kept = "";
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (kept.length + segment.length > max - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

// WhatsApp has no way to escape its own formatting: look-alikes mean nothing to it.
const LOOKALIKES: Record<string, string> = { "*": "∗", _: "ˍ", "~": "∼", "`": "ˋ", ">": "›" };

/**
 * A person's words as they may stand in a WhatsApp message: one line that formats nothing, starts no
 * list, and holds no link that could be tapped.
 */
export function plainForWhatsApp(text: string): string {
  return (
    oneLine(text)
      .replace(/[*_~`>]/g, (character) => LOOKALIKES[character] ?? "")
      // Words of ours may follow, so that what stands alone begins a list as well.
      .replace(/^[-•](?=\s|$)/, "–")
      .replace(/^(\d+)\.(?=\s|$)/, "$1)")
      .replace(/:\/\//g, ": ")
      .replace(new RegExp(`(?<=[\\p{L}\\p{N}])[${DOTS}](?=\\p{L})`, "gu"), "․")
  );
}

/** The same for where one meets, which may be a link: whole https addresses stay as they are. */
export function placeForWhatsApp(text: string): string {
  return oneLine(text)
    .split(" ")
    .map((part) => (isLink(part) ? part : plainForWhatsApp(part)))
    .join(" ");
}

/** An https address of letters that mean nothing to WhatsApp. */
export function isLink(text: string): boolean {
  return /^https:\/\/[\w\-./%?=&#+,;:]+$/.test(text) && URL.canParse(text);
}
