import {
  count,
  countUnreadInput,
  listLocalMessagesInput,
  listLocalMessagesOutput,
  listNotificationsInput,
  listNotificationsOutput,
  markAllReadInput,
  markReadInput,
  notification,
} from "@odys/shared/messaging/schema";
import { mergeRouters, router } from "../../trpc/init.ts";
import { publicProcedure, userProcedure } from "../../trpc/ladder.ts";
import { conversationRouter } from "./conversation-router.ts";
import { countUnread } from "./count-unread.ts";
import { deliveryRouter } from "./delivery-router.ts";
import { listLocalMessages } from "./list-local-messages.ts";
import { listNotifications } from "./list-notifications.ts";
import { markAllRead } from "./mark-all-read.ts";
import { markRead } from "./mark-read.ts";
import { connectionRouter } from "./connection-router.ts";
import { phoneRouter } from "./phone-router.ts";
import { messageSettingsRouter } from "./settings-router.ts";

const notificationRouter = router({
  listNotifications: userProcedure
    .meta({ openapi: { method: "GET", path: "/notifications" } })
    .input(listNotificationsInput)
    .output(listNotificationsOutput)
    .query(({ ctx, input }) => listNotifications(ctx, input)),

  countUnread: userProcedure
    .meta({ openapi: { method: "GET", path: "/notifications/unread" } })
    .input(countUnreadInput)
    .output(count)
    .query(({ ctx }) => countUnread(ctx)),

  markRead: userProcedure
    .meta({ idempotent: true, openapi: { method: "POST", path: "/notifications/{id}/read" } })
    .input(markReadInput)
    .output(notification)
    .mutation(({ ctx, input }) => markRead(ctx, input)),

  markAllRead: userProcedure
    .meta({ idempotent: true, openapi: { method: "POST", path: "/notifications/read" } })
    .input(markAllReadInput)
    .output(count)
    .mutation(({ ctx }) => markAllRead(ctx)),

  listLocalMessages: publicProcedure
    .meta({ public: true, openapi: { method: "GET", path: "/dev/messages" } })
    .input(listLocalMessagesInput)
    .output(listLocalMessagesOutput)
    .query(({ ctx, input }) => listLocalMessages(ctx, input)),
});

export const messagingRouter = mergeRouters(
  notificationRouter,
  conversationRouter,
  deliveryRouter,
  messageSettingsRouter,
  phoneRouter,
  connectionRouter,
);
