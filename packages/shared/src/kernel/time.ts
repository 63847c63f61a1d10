/**
 * The one place where Temporal comes from: the runtime's own where there is one, else a polyfill.
 * Kept apart from everything else, so that a bundle which needs no zones carries none of it.
 */
export { Temporal } from "temporal-polyfill";
