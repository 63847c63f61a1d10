import { PLAN_NAMES } from "@odys/shared/accounts/plan";
import { GUEST_CHECKS, HOLIDAY_CALENDARS, MAIL_TOPICS } from "@odys/shared/accounts/practice";
import { PROFESSIONS } from "@odys/shared/accounts/professions";
import { ROLES } from "@odys/shared/accounts/roles";
import { CURRENCIES } from "@odys/shared/kernel/money";
import { LOCALES } from "@odys/shared/kernel/wire";
import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { storedFiles } from "./ops.ts";
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
    // Any part of a name or an address, for the platform's own people.
    index("users_search").using("gin", sql`app.fold(${t.name} || ' ' || ${t.email}) gin_trgm_ops`),
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
    /** Most appointments of a local day, and of a week from Monday to Sunday; null: as many as fit. */
    maxPerDay: integer("max_per_day"),
    maxPerWeek: integer("max_per_week"),
    /** Whose public holidays are closed unless an exception opens them. */
    holidays: words("holidays", HOLIDAY_CALENDARS).notNull().default("BR"),
    /** Until how long before the start a client may cancel or move an appointment by themselves. */
    cancelNoticeMinutes: integer("cancel_notice_minutes").notNull().default(1440),
    /** What a guest without an account has to do besides filling in the form. */
    guestCheck: words("guest_check", GUEST_CHECKS).notNull().default("work"),
    /** Mails about appointments that the professional does not want. */
    mutedMails: text("muted_mails", { enum: MAIL_TOPICS }).array().notNull().default([]),
    avatarId: uuid("avatar_id").references(() => storedFiles.id, { onDelete: "set null" }),
    /** Since when the platform keeps its page closed. */
    suspendedAt: instantColumn("suspended_at"),
    suspendedReason: text("suspended_reason"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex("professionals_user").on(t.userId),
    uniqueIndex("professionals_slug").on(t.slug),
    index("professionals_avatar").on(t.avatarId),
    index("professionals_search").using(
      "gin",
      sql`app.fold(${t.name} || ' ' || ${t.slug}) gin_trgm_ops`,
    ),
    index("professionals_suspended")
      .on(t.id)
      .where(sql`${t.suspendedAt} is not null`),
    oneOf("professionals_profession", t.profession, PROFESSIONS),
    oneOf("professionals_currency", t.currency, currencies),
    oneOf("professionals_locale", t.locale, LOCALES),
    oneOf("professionals_plan", t.plan, PLAN_NAMES),
    oneOf("professionals_holidays", t.holidays, HOLIDAY_CALENDARS),
    oneOf("professionals_guest_check", t.guestCheck, GUEST_CHECKS),
    check(
      "professionals_figures",
      sql`coalesce(${t.maxPerDay}, 1) between 1 and 500 and coalesce(${t.maxPerWeek}, 1) between 1 and 2000 and ${t.cancelNoticeMinutes} between 0 and 43200`,
    ),
  ],
);

/** What somebody has filled in of the onboarding wizard so far, so that it can be taken up again. */
export const onboardingDrafts = pgTable("onboarding_drafts", {
  userId: userId().primaryKey(),
  draft: jsonb("draft").$type<Record<string, unknown>>().notNull(),
  updatedAt: updatedAt(),
});
