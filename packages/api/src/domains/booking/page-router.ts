import {
  bookInput,
  bookOutput,
  getPageInput,
  getPageOutput,
  listSlotsInput,
  listSlotsOutput,
} from "@odys/shared/booking/schema";
import { listDaysInput, listDaysOutput } from "@odys/shared/booking/rules-schema";
import { router } from "../../trpc/init.ts";
import { publicProcedure } from "../../trpc/ladder.ts";
import { book } from "./book.ts";
import { getPage } from "./get-page.ts";
import { listDays } from "./list-days.ts";
import { listSlots } from "./list-slots.ts";

/** What anybody may ask of a booking page. */
export const pageRouter = router({
  getPage: publicProcedure
    .meta({ public: true, openapi: { method: "GET", path: "/booking/{slug}" } })
    .input(getPageInput)
    .output(getPageOutput)
    .query(({ ctx, input }) => getPage(ctx, input)),

  listSlots: publicProcedure
    .meta({
      public: true,
      rateLimit: "slots",
      openapi: { method: "GET", path: "/booking/{slug}/slots" },
    })
    .input(listSlotsInput)
    .output(listSlotsOutput)
    .query(({ ctx, input }) => listSlots(ctx, input)),

  listDays: publicProcedure
    .meta({
      public: true,
      rateLimit: "slots",
      openapi: { method: "GET", path: "/booking/{slug}/days" },
    })
    .input(listDaysInput)
    .output(listDaysOutput)
    .query(({ ctx, input }) => listDays(ctx, input)),

  book: publicProcedure
    .meta({
      public: true,
      rateLimit: "booking",
      responseFloor: true,
      idempotent: true,
      openapi: { method: "POST", path: "/booking" },
    })
    .input(bookInput)
    .output(bookOutput)
    .mutation(({ ctx, input }) => book(ctx, input)),
});
