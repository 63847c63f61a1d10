export { clientsConsumers } from "./events.ts";
