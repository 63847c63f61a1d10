import type { Fixture } from "./fixtures.ts";

/** Of what became of messages. */
export const DELIVERY_FIXTURES: Record<string, Fixture> = {
  "messaging.listDeliveries": {
    rung: "professional",
    input: ({ rui }) => ({ id: rui.pendingId }),
    foreign: true,
  },
  "messaging.sendAgain": {
    rung: "professional",
    input: ({ rui }) => ({ id: rui.deliveryId }),
    foreign: true,
  },
};
