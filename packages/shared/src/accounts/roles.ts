/** Roles of a user on the platform itself. Professional and client are not roles but rows. */
export const ROLES = ["user", "admin"] as const;
export type Role = (typeof ROLES)[number];
