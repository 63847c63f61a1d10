import { clockText, localDay, type Instant } from "../../../ui/when.ts";

/** Zones that live by the clock of the capital: Brazilians call all of it "horário de Brasília". */
const BRASILIA = new Set(
  ["Araguaina", "Bahia", "Belem", "Fortaleza", "Maceio", "Recife", "Santarem", "Sao_Paulo"].map(
    (city) => `America/${city}`,
  ),
);

/** Cities whose name in the zone's id is not how it is written in Portuguese. */
const IN_PORTUGUESE: Record<string, string> = {
  "America/Cuiaba": "Cuiabá",
  "America/Mexico_City": "Cidade do México",
  "America/New_York": "Nova York",
  "America/Noronha": "Fernando de Noronha",
  "America/Eirunepe": "Eirunepé",
  "Asia/Calcutta": "Calcutá",
  "Asia/Kolkata": "Calcutá",
  "Asia/Tokyo": "Tóquio",
  "Europe/Berlin": "Berlim",
  "Europe/Brussels": "Bruxelas",
  "Europe/Lisbon": "Lisboa",
  "Europe/London": "Londres",
  "Europe/Rome": "Roma",
  "Europe/Vienna": "Viena",
  "Europe/Zurich": "Zurique",
};

/** The place by which people call a zone; null stands for Brasília, which has a name of its own. */
export function placeOf(zone: string, locale: string): string | null {
  if (BRASILIA.has(zone)) return null;
  const own = locale.startsWith("pt") ? IN_PORTUGUESE[zone] : undefined;
  return own ?? (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}

/** Whether clocks in two zones show the same at an instant, whatever the zones are called. */
export function sameClock(one: string, other: string, at: Instant): boolean {
  return (
    one === other ||
    (clockText(at, one) === clockText(at, other) && localDay(at, one) === localDay(at, other))
  );
}
