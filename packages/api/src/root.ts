import {
  accountsConsumers,
  accountsSchedules,
  readAvatar,
  resolveActor,
  setAvatar,
} from "./domains/accounts/index.ts";
import { accountsRouter } from "./domains/accounts/router.ts";
import { adminRouter } from "./domains/admin/router.ts";
import { bookingInTransaction, bookingSchedules } from "./domains/booking/index.ts";
import { clientListRouter } from "./domains/booking/client-router.ts";
import { bookingRouter } from "./domains/booking/router.ts";
import { clientsConsumers } from "./domains/clients/index.ts";
import { clientsRouter } from "./domains/clients/router.ts";
import {
  keepMessageFile,
  messagingConsumers,
  messagingSchedules,
  readMessageFile,
} from "./domains/messaging/index.ts";
import { messagingRouter } from "./domains/messaging/router.ts";
import { messagingSystemRouter } from "./domains/messaging/system-router.ts";
import { healthChecks, opsSchedules } from "./domains/ops/index.ts";
import { opsSystemRouter } from "./domains/ops/router.ts";
import type { ScheduledJob } from "./gateways/queue/port.ts";
import type { EventConsumer, InTransactionHandlers } from "./kernel/ports.ts";
import { mergeRouters, router } from "./trpc/init.ts";

/** What people and programs may call. */
export const appRouter = router({
  accounts: accountsRouter,
  booking: bookingRouter,
  clients: mergeRouters(clientsRouter, clientListRouter),
  messaging: messagingRouter,
  admin: adminRouter,
});

/** Cron and webhook procedures: no HTTP path of its own, reached only through doors that verified the caller. */
export const systemRouter = router({ ops: opsSystemRouter, messaging: messagingSystemRouter });

/** What rooms do within the transaction of another room's event. */
export const inTransaction: InTransactionHandlers = { ...bookingInTransaction };

/** What rooms do after another room's event was committed, as jobs. */
export const consumers: readonly EventConsumer[] = [
  ...accountsConsumers,
  ...clientsConsumers,
  ...messagingConsumers,
];

/** What is due by the clock, as jobs. */
export const schedules: readonly ScheduledJob[] = [
  ...opsSchedules,
  ...accountsSchedules,
  ...bookingSchedules,
  ...messagingSchedules,
];

/** What the doors of files lead to: bytes, which no procedure takes or gives. */
export const files = {
  readPicture: readAvatar,
  readOwn: readMessageFile,
  keepPicture: setAvatar,
  keepForMessage: keepMessageFile,
};

export { healthChecks, resolveActor };
export type AppRouter = typeof appRouter;
