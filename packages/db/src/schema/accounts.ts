import { PLAN_NAMES } from "@odys/shared/accounts/plan";
import { PROFESSIONS } from "@odys/shared/accounts/professions";
import { ROLES } from "@odys/shared/accounts/roles";
import { CURRENCIES } from "@odys/shared/kernel/money";
import { LOCALES } from "@odys/shared/kernel/wire";
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, instantColumn, oneOf, primaryId, updatedAt, words } from "./columns.ts";

const currencies = Object.keys(CURRENCIES) as [
  keyof typeof CURRENCIES,
  ...(keyof typeof CURRENCIES)[],
];

/** A person who can sign in. Credentials live elsewhere: in `auth_*` (local driver) or at Supabase. */
export const users = pgTable(
  "users",
  {
    id: primaryId(),
    email: text("email").notNull(),
    emailVerified: boolean("email_verified").notNull().default(false),
    name: text("name").notNull(),
    image: text("image"),
    role: words("role", ROLES).notNull().default("user"),
    locale: words("locale", LOCALES).notNull().default("pt-BR"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex("users_email").on(t.email),
    oneOf("users_role", t.role, ROLES),
    oneOf("users_locale", t.locale, LOCALES),
  ],
);

const userId = () =>
  uuid("user_id")
    .notNull()
    .references(() => users.id, { onDelete: "cascade" });

/** Passwords (argon2id) and linked providers of the local driver. */
export const authAccounts = pgTable(
  "auth_accounts",
  {
    id: primaryId(),
    userId: userId(),
    accountId: text("account_id").notNull(),
    providerId: text("provider_id").notNull(),
    accessToken: text("access_token"),
    refreshToken: text("refresh_token"),
    idToken: text("id_token"),
    accessTokenExpiresAt: instantColumn("access_token_expires_at"),
    refreshTokenExpiresAt: instantColumn("refresh_token_expires_at"),
    scope: text("scope"),
    password: text("password"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index("auth_accounts_user").on(t.userId),
    uniqueIndex("auth_accounts_provider").on(t.providerId, t.accountId),
  ],
);

/** Devices that are signed in, local driver. */
export const authSessions = pgTable(
  "auth_sessions",
  {
    id: primaryId(),
    userId: userId(),
    token: text("token").notNull(),
    expiresAt: instantColumn("expires_at").notNull(),
    ipAddress: text("ip_address"),
    userAgent: text("user_agent"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [uniqueIndex("auth_sessions_token").on(t.token), index("auth_sessions_user").on(t.userId)],
);

/** Links that were mailed and not yet used, local driver. */
export const authVerifications = pgTable(
  "auth_verifications",
  {
    id: primaryId(),
    identifier: text("identifier").notNull(),
    value: text("value").notNull(),
    expiresAt: instantColumn("expires_at").notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [index("auth_verifications_identifier").on(t.identifier)],
);

/** A practice: one tenant. Everything that belongs to it carries its id. */
export const professionals = pgTable(
  "professionals",
  {
    id: primaryId(),
    userId: userId(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    profession: words("profession", PROFESSIONS).notNull(),
    phone: text("phone").notNull(),
    bio: text("bio").notNull().default(""),
    zone: text("zone").notNull(),
    currency: words("currency", currencies).notNull().default("BRL"),
    locale: words("locale", LOCALES).notNull().default("pt-BR"),
    plan: words("plan", PLAN_NAMES).notNull().default("free"),
    trialEndsAt: instantColumn("trial_ends_at"),
    /** Minutes between the starts of two offered slots. */
    slotStepMinutes: integer("slot_step_minutes").notNull().default(30),
    /** How many requests of guests may wait for confirmation at once; more are refused. */
    maxPending: integer("max_pending").notNull().default(10),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex("professionals_user").on(t.userId),
    uniqueIndex("professionals_slug").on(t.slug),
    oneOf("professionals_profession", t.profession, PROFESSIONS),
    oneOf("professionals_currency", t.currency, currencies),
    oneOf("professionals_locale", t.locale, LOCALES),
    oneOf("professionals_plan", t.plan, PLAN_NAMES),
  ],
);

/** What somebody has filled in of the onboarding wizard so far, so that it can be taken up again. */
export const onboardingDrafts = pgTable("onboarding_drafts", {
  userId: userId().primaryKey(),
  draft: jsonb("draft").$type<Record<string, unknown>>().notNull(),
  updatedAt: updatedAt(),
});
