import * as z from "zod";
import { PLAN_NAMES } from "./plan.ts";
import { MAIL_TOPICS } from "./practice.ts";
import { PROFESSIONS } from "./professions.ts";
import { ROLES } from "./roles.ts";
import { SLUG, SLUG_MAX } from "./slug.ts";
import { id } from "../kernel/ids.ts";
import { currency } from "../kernel/money.ts";
import { e164, phone } from "../kernel/phone.ts";
import { email, instant, line, locale, localTime, prose, timeZone } from "../kernel/wire.ts";

/** 8 to 128 characters, composed (NFC), so that every keyboard writes the same one. */
export const password = z
  .string()
  .transform((text) => text.normalize("NFC"))
  .pipe(z.string().min(8).max(128));

/** The secret of a mailed link. */
const token = z
  .string()
  .min(16)
  .max(256)
  .regex(/^[\w.-]+$/, { message: "token" });

/** The input of queries that ask for nothing. */
export const nothing = z.strictObject({}).optional();
/** The same of mutations: an empty object, as a body has to hold something. */
export const emptyBody = z.strictObject({});
export const done = z.object({ ok: z.literal(true) });
export type Done = z.infer<typeof done>;

export const registerInput = z.strictObject({ name: line(120), email, password });
export const signInInput = z.strictObject({ email, password: z.string().min(1).max(128) });
export const emailInput = z.strictObject({ email });
export const tokenInput = z.strictObject({ token });
export const resetPasswordInput = z.strictObject({ token, password });
export type RegisterInput = z.infer<typeof registerInput>;
export type SignInInput = z.infer<typeof signInInput>;
export type EmailInput = z.infer<typeof emailInput>;
export type TokenInput = z.infer<typeof tokenInput>;
export type ResetPasswordInput = z.infer<typeof resetPasswordInput>;

/** Who has just signed in; the session itself travels in the cookie. */
export const signedIn = z.object({ user: z.object({ id, name: z.string(), email: z.string() }) });
export type SignedIn = z.infer<typeof signedIn>;

const profession = z.enum(PROFESSIONS);

/** Who is signed in, what they run, and what they may use. */
export const account = z.object({
  user: z.object({
    id,
    name: z.string(),
    email: z.string(),
    emailVerified: z.boolean(),
    role: z.enum(ROLES),
    locale,
  }),
  professional: z
    .object({
      id,
      slug: z.string(),
      name: z.string(),
      profession,
      zone: z.string(),
      currency,
      avatarUrl: z.string().nullable(),
      plan: z.object({
        /** What is paid for. */
        paid: z.enum(PLAN_NAMES),
        /** What holds now: the better of what is paid and a running trial. */
        effective: z.enum(PLAN_NAMES),
        trialEndsAt: instant.nullable(),
      }),
      /** Since when and why the platform keeps the page closed, and whom to write to. */
      suspension: z
        .object({ suspendedAt: instant, reason: z.string(), contact: z.string() })
        .nullable(),
    })
    .nullable(),
});
export type Account = z.infer<typeof account>;

export const updateMeInput = z
  .strictObject({ name: line(120), locale })
  .partial()
  .refine((input) => Object.keys(input).length > 0, { message: "empty" });
export type UpdateMeInput = z.infer<typeof updateMeInput>;

export const device = z.object({
  id: z.string(),
  current: z.boolean(),
  createdAt: instant,
  lastSeenAt: instant,
  ipAddress: z.string().nullable(),
  userAgent: z.string().nullable(),
});
export type DeviceDto = z.infer<typeof device>;
export const devices = z.object({ items: z.array(device) });
export const revokeDeviceInput = z.strictObject({ id });
export type RevokeDeviceInput = z.infer<typeof revokeDeviceInput>;

const MAX_WINDOWS = 42;

/** Opening hours of a week: 0 is Sunday, local wall-clock time, `24:00` the end of the day. */
const windows = z
  .array(
    z
      .strictObject({ dayOfWeek: z.int().min(0).max(6), startTime: localTime, endTime: localTime })
      .refine((window) => window.startTime < window.endTime, { message: "order" }),
  )
  .min(1)
  .max(MAX_WINDOWS)
  .refine(apart, { message: "overlap" });

function apart(list: { dayOfWeek: number; startTime: string; endTime: string }[]): boolean {
  const sorted = list.toSorted(
    (a, b) => a.dayOfWeek - b.dayOfWeek || a.startTime.localeCompare(b.startTime),
  );
  return sorted.every((window, i) => {
    const before = sorted[i - 1];
    return before?.dayOfWeek !== window.dayOfWeek || before.endTime <= window.startTime;
  });
}

/** The answers of the onboarding wizard. `priceAmount` is in minor units of the practice's currency. */
const answers = {
  name: line(120, 2),
  profession,
  phone,
  zone: timeZone,
  service: z.strictObject({
    name: line(120),
    durationMinutes: z.int().min(5).max(720),
    priceAmount: z.int().min(0).max(100_000_000),
  }),
  windows,
};
export const onboardingAnswers = z.strictObject(answers);
export const onboardingDraft = onboardingAnswers.partial();
export type OnboardingAnswers = z.infer<typeof onboardingAnswers>;
export type OnboardingDraft = z.infer<typeof onboardingDraft>;

/** The pages of the wizard, and the answers that each asks for. */
export const ONBOARDING_STEPS = {
  practice: ["name", "profession"],
  contact: ["phone", "zone"],
  service: ["service"],
  hours: ["windows"],
} as const satisfies Record<string, readonly (keyof OnboardingAnswers)[]>;
export type OnboardingStep = keyof typeof ONBOARDING_STEPS;
const steps = Object.keys(ONBOARDING_STEPS) as [OnboardingStep, ...OnboardingStep[]];

/** The first page of the wizard with an answer missing, or null when it can be completed. */
export function nextStep(draft: OnboardingDraft): OnboardingStep | null {
  const isOpen = (step: OnboardingStep) =>
    ONBOARDING_STEPS[step].some((key) => draft[key] === undefined);
  return steps.find(isOpen) ?? null;
}

export const practiceCard = z.object({ id, slug: z.string() });
export type PracticeCard = z.infer<typeof practiceCard>;

/** How far somebody has come; `professional` is set once the practice is open. */
export const onboarding = z.object({
  draft: z.object({ ...answers, phone: e164 }).partial(),
  nextStep: z.enum(steps).nullable(),
  professional: practiceCard.nullable(),
});
export type OnboardingDto = z.infer<typeof onboarding>;

const slug = z.string().trim().toLowerCase().min(2).max(SLUG_MAX).regex(SLUG, { message: "slug" });

/** What a professional sees and changes of their practice. Plan and trial are not among it. */
export const profile = z.object({
  id,
  slug: z.string(),
  name: z.string(),
  profession,
  phone: e164,
  bio: z.string(),
  zone: z.string(),
  currency,
  locale,
  slotStepMinutes: z.int(),
  maxPending: z.int(),
  /** What of appointments no mail is wanted about. */
  mutedMails: z.array(z.enum(MAIL_TOPICS)),
  /** A path of the app; null without a picture. */
  avatarUrl: z.string().nullable(),
});
export type ProfileDto = z.infer<typeof profile>;

export const updateProfileInput = z
  .strictObject({
    slug,
    name: line(120, 2),
    profession,
    phone,
    bio: prose(2000),
    zone: timeZone,
    locale,
    slotStepMinutes: z.union([5, 10, 15, 20, 30, 60].map((n) => z.literal(n))),
    maxPending: z.int().min(1).max(100),
    mutedMails: z
      .array(z.enum(MAIL_TOPICS))
      .max(MAIL_TOPICS.length)
      .transform((topics) => [...new Set(topics)]),
  })
  .partial()
  .refine((input) => Object.keys(input).length > 0, { message: "empty" });
export type UpdateProfileInput = z.infer<typeof updateProfileInput>;
