import {
  PROFESSION_GROUPS,
  type Profession,
  type ProfessionGroup,
} from "@odys/shared/accounts/professions";

export interface FoundGroup {
  group: ProfessionGroup;
  professions: Profession[];
}

const fold = (text: string) => text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();

/**
 * The professions whose words begin with what is typed, accents aside, in the order of the groups.
 * `wordsOf` gives all words by which a profession may be looked for.
 */
export function searchProfessions(
  typed: string,
  wordsOf: (profession: Profession) => string,
): FoundGroup[] {
  const wanted = fold(typed).split(/\s+/).filter(Boolean);
  const fits = (profession: Profession) => {
    const words = fold(wordsOf(profession)).split(/[\s-]+/);
    return wanted.every((part) => words.some((word) => word.startsWith(part)));
  };
  return Object.entries(PROFESSION_GROUPS)
    .map(([group, professions]) => ({
      group: group as ProfessionGroup,
      professions: professions.filter(fits),
    }))
    .filter(({ professions }) => professions.length > 0);
}
