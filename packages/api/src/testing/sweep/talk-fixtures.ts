import type { Fixture } from "./fixtures.ts";

/** Of what professionals and clients write to each other. */
export const TALK_FIXTURES: Record<string, Fixture> = {
  "messaging.listConversations": { rung: "user", input: () => ({ side: "client" }) },
  "messaging.getConversation": {
    rung: "user",
    input: ({ rui }) => ({ clientId: rui.clientId }),
    foreign: true,
  },
  "messaging.sendMessage": {
    rung: "user",
    input: ({ rui }) => ({ clientId: rui.clientId, text: "Oi" }),
    foreign: true,
  },
  "messaging.markConversationRead": {
    rung: "user",
    input: ({ rui }) => ({ clientId: rui.clientId }),
    foreign: true,
  },
  "messaging.countUnreadMessages": { rung: "user", input: () => ({ side: "client" }) },
  "messaging.onMessage": { rung: "user", input: () => ({}) },
  "messaging.getConsent": {
    rung: "professional",
    input: ({ rui }) => ({ clientId: rui.clientId }),
    foreign: true,
  },
  "messaging.setConsent": {
    rung: "professional",
    input: ({ rui }) => ({ clientId: rui.clientId, channel: "whatsapp", granted: false }),
    foreign: true,
  },
};
