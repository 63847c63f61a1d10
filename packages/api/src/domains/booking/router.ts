import { mergeRouters } from "../../trpc/init.ts";
import { appointmentsRouter } from "./appointments-router.ts";
import { pageRouter } from "./page-router.ts";
import { rulesRouter } from "./rules-router.ts";

export const bookingRouter = mergeRouters(pageRouter, appointmentsRouter, rulesRouter);
