import * as s from "@odys/shared/messaging/settings-schema";
import { router } from "../../trpc/init.ts";
import { professionalProcedure } from "../../trpc/ladder.ts";
import { getSettings } from "./get-settings.ts";
import { listTemplates } from "./list-templates.ts";
import { resetWording } from "./reset-wording.ts";
import { setSettings } from "./set-settings.ts";
import { setWording } from "./set-wording.ts";

/** When, by which ways and in which words a practice writes to its clients. */
export const messageSettingsRouter = router({
  getSettings: professionalProcedure
    .meta({ openapi: { method: "GET", path: "/messages/settings" } })
    .input(s.getMessageSettingsInput)
    .output(s.messageSettings)
    .query(({ ctx }) => getSettings(ctx)),

  setSettings: professionalProcedure
    .meta({ idempotent: true, openapi: { method: "PATCH", path: "/messages/settings" } })
    .input(s.setMessageSettingsInput)
    .output(s.messageSettings)
    .mutation(({ ctx, input }) => setSettings(ctx, input)),

  listTemplates: professionalProcedure
    .meta({ openapi: { method: "GET", path: "/messages/templates" } })
    .input(s.listTemplatesInput)
    .output(s.listTemplatesOutput)
    .query(({ ctx, input }) => listTemplates(ctx, input)),

  setWording: professionalProcedure
    .meta({ idempotent: true, openapi: { method: "PUT", path: "/messages/templates/{template}" } })
    .input(s.setWordingInput)
    .output(s.templatePreview)
    .mutation(({ ctx, input }) => setWording(ctx, input)),

  resetWording: professionalProcedure
    .meta({
      idempotent: true,
      openapi: { method: "POST", path: "/messages/templates/{template}/reset" },
    })
    .input(s.resetWordingInput)
    .output(s.templatePreview)
    .mutation(({ ctx, input }) => resetWording(ctx, input)),
});
