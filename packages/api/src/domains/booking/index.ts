export { bookingInTransaction } from "./events.ts";
