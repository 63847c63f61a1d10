import { createContext } from "@odys/api/trpc/context";
import { t } from "@odys/api/trpc/init";
import { appRouter } from "@odys/api/root";
import type { Services } from "@odys/api/kernel/ports";
import type { UserActor } from "@odys/api/kernel/ctx";
import { crowdId } from "@odys/db/testing/crowd";
import type { ProfessionalId, UserId } from "@odys/shared/kernel/ids";

const createCaller = t.createCallerFactory(appRouter);

/** The practice of the crowd that is looked at: the same rows, however many others stand around them. */
export const PRACTICE = { slug: "crowd-1", serviceId: crowdId("services", 2) } as const;

export const owner: UserActor = {
  type: "user",
  userId: crowdId("users", 1) as UserId,
  sessionId: crowdId("users", 1),
  email: "crowd-1@odys.test",
  emailVerified: true,
  name: "Ana 1",
  role: "user",
  locale: "pt-BR",
  professionalId: crowdId("professionals", 1) as ProfessionalId,
};

/** Calls procedures as a guest, or as who owns the practice. */
export function callers(services: Services) {
  const arrival = { headers: new Headers(), ip: "192.0.2.1", via: "process" } as const;
  return {
    guest: () => createCaller(createContext(services, arrival)),
    owner: () =>
      createCaller({ ...createContext(services, arrival), who: () => Promise.resolve(owner) }),
  };
}

/** The local date so many days from now, in UTC. */
export function dateIn(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
