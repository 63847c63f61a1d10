export { clientsConsumers } from "./events.ts";
export { findByIdentity } from "./identity-queries.ts";
