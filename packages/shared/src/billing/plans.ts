import { effectivePlan, type Plan } from "../accounts/plan.ts";

/**
 * Plans, features and limits: the one list that the ladder, the pages and the
 * comparison table read. Prices are BRL a month in centavos.
 */
export const PLANS = {
  free: { price: 0, clients: 10, appointmentsPerMonth: 20, features: [] },
  basic: {
    price: 3900,
    clients: null,
    appointmentsPerMonth: null,
    features: ["reminders", "auto_confirm"],
  },
  pro: {
    price: 7900,
    clients: null,
    appointmentsPerMonth: null,
    features: [
      "reminders",
      "auto_confirm",
      "recurring",
      "messages",
      "notes",
      "reports",
      "assistant",
    ],
  },
  premium: {
    price: 14900,
    clients: null,
    appointmentsPerMonth: null,
    features: [
      "reminders",
      "auto_confirm",
      "recurring",
      "messages",
      "notes",
      "reports",
      "assistant",
      "team",
    ],
  },
} as const satisfies Record<
  Plan,
  {
    price: number;
    clients: number | null;
    appointmentsPerMonth: number | null;
    features: readonly string[];
  }
>;

export type Feature = (typeof PLANS)[Plan]["features"][number];

export type Entitlements = {
  plan: Plan;
  /** Null means unlimited. */
  maxClients: number | null;
  /** Appointments that start in one calendar month of the professional's zone; null means unlimited. */
  maxAppointmentsPerMonth: number | null;
  has(feature: Feature): boolean;
};

/** The effective plan: the better of what is paid and a running trial. `now` and `trialEndsAt` are epoch ms. */
export function entitlements(paid: Plan, trialEndsAt: number | null, now: number): Entitlements {
  const plan = effectivePlan(paid, trialEndsAt, now);
  const features: readonly Feature[] = PLANS[plan].features;
  return {
    plan,
    maxClients: PLANS[plan].clients,
    maxAppointmentsPerMonth: PLANS[plan].appointmentsPerMonth,
    has: (feature) => features.includes(feature),
  };
}
