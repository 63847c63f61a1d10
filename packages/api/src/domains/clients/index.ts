export { clientsConsumers } from "./events.ts";
export {
  findByIdentity,
  type Identity,
  type KnownClient,
  learnIdentity,
} from "./identity-queries.ts";
