import type { AnyTRPCRouter } from "@trpc/server";
import { FILES_PATH } from "@odys/shared/ops/files";
import type { HealthCheck, Services } from "../kernel/ports.ts";
import { appRouter, files, healthChecks, systemRouter } from "../root.ts";
import type { Door, DoorArrival } from "./arrival.ts";
import { AUTH_PREFIX, authDoor } from "./auth.ts";
import { CALENDAR_PREFIX, createCalendarDoor } from "./calendar.ts";
import { createCronDoor, CRON_PREFIX } from "./cron.ts";
import { createFormsDoor, FORMS_PREFIX } from "./forms.ts";
import { createFilesDoor, type ReadOwnFile, type ReadPicture } from "./files.ts";
import { createHealthDoor, HEALTH_PREFIX } from "./health.ts";
import { createRestDoor, notFound, REST_PREFIX } from "./rest.ts";
import { createTrpcDoor, TRPC_PREFIX } from "./trpc.ts";
import {
  createUploadDoor,
  type KeepMessageFile,
  type KeepPicture,
  UPLOAD_PREFIX,
} from "./upload.ts";
import { createWebhookDoor, WEBHOOK_PREFIX } from "./webhooks.ts";

export type Doors = {
  /** Answers a request to `/api/*`; null for everything else, which is somebody else's. */
  open(request: Request, services: Services, arrival: DoorArrival): Promise<Response> | null;
  /** What `/api/trpc` serves, for mounts that answer plain calls themselves. */
  appRouter: AnyTRPCRouter;
};

/** The doors of a house: one adapter for each kind of caller, all around the same routers. */
export function createDoors(house: {
  appRouter: AnyTRPCRouter;
  systemRouter: AnyTRPCRouter;
  healthChecks: readonly HealthCheck[];
  /** A house without files has no doors for them. */
  files?: {
    readPicture: ReadPicture;
    readOwn: ReadOwnFile;
    keepPicture: KeepPicture;
    keepForMessage: KeepMessageFile;
  };
}): Doors {
  const doors: [prefix: string, Door][] = [
    [TRPC_PREFIX, createTrpcDoor(house.appRouter)],
    [REST_PREFIX, createRestDoor(house.appRouter)],
    [FORMS_PREFIX, createFormsDoor(house.appRouter)],
    [AUTH_PREFIX, authDoor],
    [CALENDAR_PREFIX, createCalendarDoor(house.appRouter)],
    [HEALTH_PREFIX, createHealthDoor(house.healthChecks)],
    [CRON_PREFIX, createCronDoor(house.systemRouter)],
    [WEBHOOK_PREFIX, createWebhookDoor(house.systemRouter)],
  ];
  const { files: kept } = house;
  if (kept)
    doors.push(
      [FILES_PATH, createFilesDoor(kept.readPicture, kept.readOwn)],
      [UPLOAD_PREFIX, createUploadDoor(kept.keepPicture, kept.keepForMessage)],
    );
  return {
    appRouter: house.appRouter,
    open(request, services, arrival) {
      const { pathname } = new URL(request.url);
      if (pathname !== "/api" && !pathname.startsWith("/api/")) return null;
      const found = doors.find(
        ([prefix]) => pathname === prefix || pathname.startsWith(`${prefix}/`),
      );
      return found ? found[1](request, services, arrival) : Promise.resolve(notFound(arrival));
    },
  };
}

/** The doors of Odys. */
export const odysDoors = createDoors({ appRouter, systemRouter, healthChecks, files });
