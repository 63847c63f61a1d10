export { messagingConsumers } from "./events.ts";
