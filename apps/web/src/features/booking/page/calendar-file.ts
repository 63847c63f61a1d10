/** An entry for the guest's own calendar (RFC 5545), in UTC so that no zone needs a description. */
export interface CalendarEntry {
  id: string;
  title: string;
  place: string;
  startsAt: string;
  endsAt: string;
  /** Waiting for the professional's yes. */
  tentative: boolean;
  /** ISO instant. */
  writtenAt: string;
}

export function calendarFile(entry: CalendarEntry): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Odys//booking//EN",
    "BEGIN:VEVENT",
    `UID:${entry.id}@odys`,
    `DTSTAMP:${stamp(entry.writtenAt)}`,
    `DTSTART:${stamp(entry.startsAt)}`,
    `DTEND:${stamp(entry.endsAt)}`,
    `SUMMARY:${escaped(entry.title)}`,
    `LOCATION:${escaped(entry.place)}`,
    `STATUS:${entry.tentative ? "TENTATIVE" : "CONFIRMED"}`,
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

/** 2026-11-12T17:00:00.000Z → 20261112T170000Z */
function stamp(instant: string): string {
  return new Date(instant).toISOString().replace(/[-:]|\.\d+/g, "");
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
}

/** At most 75 octets a line; the rest goes on after a space. Never cuts a character in two. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let [out, size] = ["", 0];
  for (const character of line) {
    const octets = encoder.encode(character).length;
    if (size + octets > 74) [out, size] = [`${out}\r\n `, 1];
    out += character;
    size += octets;
  }
  return out;
}
