export { emit } from "./emit.ts";
export { healthChecks } from "./health-checks.ts";
