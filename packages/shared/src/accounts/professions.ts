/** Professions by group, in the order in which onboarding offers them. Words in messages under `professions`. */
export const PROFESSION_GROUPS = {
  health: [
    "psychologist",
    "nutritionist",
    "physiotherapist",
    "speech_therapist",
    "occupational_therapist",
    "doctor",
    "dentist",
  ],
  fitness: [
    "personal_trainer",
    "yoga_teacher",
    "pilates_teacher",
    "dance_teacher",
    "martial_arts_teacher",
    "running_coach",
  ],
  beauty: [
    "hairdresser",
    "barber",
    "manicurist",
    "makeup_artist",
    "esthetician",
    "lash_designer",
    "tattoo_artist",
  ],
  wellness: [
    "massage_therapist",
    "acupuncturist",
    "holistic_therapist",
    "doula",
    "reiki_therapist",
  ],
  teaching: ["tutor", "language_teacher", "music_teacher", "programming_teacher", "art_teacher"],
  consulting: [
    "coach",
    "career_consultant",
    "financial_consultant",
    "lawyer",
    "accountant",
    "architect",
    "photographer",
    "other",
  ],
} as const;

export type ProfessionGroup = keyof typeof PROFESSION_GROUPS;
export type Profession = (typeof PROFESSION_GROUPS)[ProfessionGroup][number];
export const PROFESSIONS = Object.values(PROFESSION_GROUPS).flat() as [Profession, ...Profession[]];
