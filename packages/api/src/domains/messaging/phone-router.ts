import * as s from "@odys/shared/messaging/phone-schema";
import { router } from "../../trpc/init.ts";
import { publicProcedure } from "../../trpc/ladder.ts";
import { answerAsClient } from "./answer-as-client.ts";
import { getPhone } from "./get-phone.ts";
import { listPhones } from "./list-phones.ts";
import { playReceipt } from "./play-receipt.ts";

/** The local driver's phones, for whoever develops: NOT_FOUND wherever messages reach real people. */
export const phoneRouter = router({
  listPhones: publicProcedure
    .meta({ public: true })
    .input(s.listPhonesInput)
    .output(s.listPhonesOutput)
    .query(({ ctx }) => listPhones(ctx)),

  getPhone: publicProcedure
    .meta({ public: true })
    .input(s.getPhoneInput)
    .output(s.getPhoneOutput)
    .query(({ ctx, input }) => getPhone(ctx, input)),

  playReceipt: publicProcedure
    .meta({ public: true })
    .input(s.playReceiptInput)
    .output(s.playReceiptOutput)
    .mutation(({ ctx, input }) => playReceipt(ctx, input)),

  answerAsClient: publicProcedure
    .meta({ public: true })
    .input(s.answerAsClientInput)
    .output(s.answerAsClientOutput)
    .mutation(({ ctx, input }) => answerAsClient(ctx, input)),
});
