import type { Service } from "@odys/shared/booking/schema";

/** The edge that tells services apart at a glance; their names stand beside it. */
export const SERVICE_EDGE: Record<Service["color"], string> = {
  teal: "bg-service-teal",
  amber: "bg-service-amber",
  rose: "bg-service-rose",
  indigo: "bg-service-indigo",
  olive: "bg-service-olive",
  slate: "bg-service-slate",
};
