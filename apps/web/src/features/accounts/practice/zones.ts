/** Zones of Brazil, the most lived in first. */
const BRAZIL = [
  "America/Sao_Paulo",
  "America/Bahia",
  "America/Fortaleza",
  "America/Recife",
  "America/Belem",
  "America/Manaus",
  "America/Cuiaba",
  "America/Campo_Grande",
  "America/Porto_Velho",
  "America/Boa_Vista",
  "America/Maceio",
  "America/Araguaina",
  "America/Santarem",
  "America/Rio_Branco",
  "America/Eirunepe",
  "America/Noronha",
] as const;

/** Cities whose accents the ids of zones leave out. */
const SPELLED: Record<string, string> = {
  Sao_Paulo: "São Paulo",
  Belem: "Belém",
  Cuiaba: "Cuiabá",
  Maceio: "Maceió",
  Araguaina: "Araguaína",
  Santarem: "Santarém",
  Eirunepe: "Eirunepé",
  Noronha: "Fernando de Noronha",
};

export interface ZoneGroups {
  brazil: readonly string[];
  others: readonly string[];
}

/** Every zone that can be chosen; `known` are in it even when the browser has another name for them. */
export function zoneGroups(known: readonly string[]): ZoneGroups {
  const brazil = new Set<string>(BRAZIL);
  const all = new Set([...Intl.supportedValuesOf("timeZone"), ...known]);
  return {
    brazil: BRAZIL,
    others: [...all].filter((zone) => zone.includes("/") && !brazil.has(zone)).toSorted(),
  };
}

/** "São Paulo", "New York". */
export function cityOf(zone: string): string {
  const name = zone.split("/").at(-1) ?? zone;
  return SPELLED[name] ?? name.replaceAll("_", " ");
}

/** Any instant of these years: names of zones change over decades. */
const SAMPLE = Date.UTC(2026, 6, 1);

/** "horário de Brasília", "Brasilia Time": what people call the clock of a zone. */
export function zoneWords(zone: string, locale: string): string {
  const parts = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    timeZoneName: "longGeneric",
  }).formatToParts(SAMPLE);
  const words = parts.find(({ type }) => type === "timeZoneName")?.value ?? zone;
  // Where the dictionary has no name it says "GMT-3" or "Horário Hora de …": the city says more.
  const text = /GMT|UTC/.test(words) ? cityOf(zone) : words;
  // Zones without summer time are called by their standard time, which nobody says.
  return text.replace(/ (Padrão|Standard)\b/i, "").replace(/^Horário/, "horário");
}

/** The zone of this device, when it is a real one. */
export function deviceZone(): string | null {
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return zone?.includes("/") && !zone.startsWith("Etc/") ? zone : null;
}
