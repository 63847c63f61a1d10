import type { Profession } from "@odys/shared/accounts/professions";

const USUAL: Partial<Record<Profession, number>> = {
  psychologist: 50,
  doctor: 30,
  dentist: 30,
  barber: 30,
  makeup_artist: 90,
  lash_designer: 90,
  tattoo_artist: 120,
  photographer: 120,
  acupuncturist: 50,
  music_teacher: 50,
  coach: 50,
};

/** How long a first service usually takes: an hour, where the trade has no other custom. */
export function usualMinutes(profession: Profession): number {
  return USUAL[profession] ?? 60;
}
