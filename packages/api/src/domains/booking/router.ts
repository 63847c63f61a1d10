import { mergeRouters } from "../../trpc/init.ts";
import { agendaRouter } from "./agenda-router.ts";
import { appointmentsRouter } from "./appointments-router.ts";
import { calendarRouter } from "./calendar-router.ts";
import { clientRouter } from "./client-router.ts";
import { guestRouter } from "./guest-router.ts";
import { lifeRouter } from "./life-router.ts";
import { manageRouter } from "./manage-router.ts";
import { pageRouter } from "./page-router.ts";
import { rulesRouter } from "./rules-router.ts";

export const bookingRouter = mergeRouters(
  pageRouter,
  guestRouter,
  appointmentsRouter,
  agendaRouter,
  lifeRouter,
  manageRouter,
  rulesRouter,
  calendarRouter,
  clientRouter,
);
