export * from "./accounts.ts";
export * from "./booking.ts";
export * from "./clients.ts";
export * from "./messaging.ts";
export * from "./ops.ts";
