export * from "./accounts.ts";
export * from "./booking.ts";
export * from "./clients.ts";
export * from "./messaging/conversations.ts";
export * from "./messaging/deliveries.ts";
export * from "./messaging.ts";
export * from "./ops.ts";
