import * as s from "@odys/shared/messaging/conversation-schema";
import { count } from "@odys/shared/messaging/schema";
import { router } from "../../trpc/init.ts";
import { professionalProcedure, userProcedure } from "../../trpc/ladder.ts";
import { streamOf } from "../../trpc/stream.ts";
import { countUnreadMessages } from "./count-unread-messages.ts";
import { getConsent } from "./get-consent.ts";
import { getConversation } from "./get-conversation.ts";
import { listConversations } from "./list-conversations.ts";
import { markConversationRead } from "./mark-conversation-read.ts";
import { onMessage } from "./on-message.ts";
import { sendMessage } from "./send-message.ts";
import { setConsent } from "./set-consent.ts";

/** What professionals and clients write to each other. A conversation goes by the client's id. */
export const conversationRouter = router({
  listConversations: userProcedure
    .meta({ openapi: { method: "GET", path: "/conversations" } })
    .input(s.listConversationsInput)
    .output(s.listConversationsOutput)
    .query(({ ctx, input }) => listConversations(ctx, input)),

  getConversation: userProcedure
    .meta({ openapi: { method: "GET", path: "/conversations/{clientId}" } })
    .input(s.getConversationInput)
    .output(s.conversation)
    .query(({ ctx, input }) => getConversation(ctx, input)),

  sendMessage: userProcedure
    .meta({
      idempotent: true,
      rateLimit: "message",
      openapi: { method: "POST", path: "/conversations/{clientId}/messages" },
    })
    .input(s.sendMessageInput)
    .output(s.conversationMessage)
    .mutation(({ ctx, input }) => sendMessage(ctx, input)),

  markConversationRead: userProcedure
    .meta({ idempotent: true, openapi: { method: "POST", path: "/conversations/{clientId}/read" } })
    .input(s.markConversationReadInput)
    .output(count)
    .mutation(({ ctx, input }) => markConversationRead(ctx, input)),

  countUnreadMessages: userProcedure
    .meta({ openapi: { method: "GET", path: "/conversations-unread" } })
    .input(s.countUnreadMessagesInput)
    .output(count)
    .query(({ ctx, input }) => countUnreadMessages(ctx, input)),

  onMessage: userProcedure
    .meta({})
    .input(s.onMessageInput)
    .output(streamOf(s.onMessageOutput))
    .subscription(({ ctx, input, signal }) => onMessage(ctx, input, signal)),

  getConsent: professionalProcedure
    .meta({ openapi: { method: "GET", path: "/client-consents/{clientId}" } })
    .input(s.getConsentInput)
    .output(s.getConsentOutput)
    .query(({ ctx, input }) => getConsent(ctx, input)),

  setConsent: professionalProcedure
    .meta({ idempotent: true, openapi: { method: "POST", path: "/client-consents/{clientId}" } })
    .input(s.setConsentInput)
    .output(s.getConsentOutput)
    .mutation(({ ctx, input }) => setConsent(ctx, input)),
});
