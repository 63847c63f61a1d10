import { auditLog } from "@odys/db/schema/ops";
import { desc } from "drizzle-orm";
import { afterAll, beforeAll } from "vitest";
import { actorName, type UserActor } from "../kernel/ctx.ts";
import { createTestApp, type TestApp } from "./app.ts";
import { mintUser } from "./fixtures.ts";

/** An app with somebody who runs the platform, for the tests of the room `admin`. */
export function adminBench(overrides: Parameters<typeof createTestApp>[0] = {}) {
  let app: TestApp;
  let actor: UserActor;
  beforeAll(async () => {
    app = await createTestApp(overrides);
    actor = await mintUser(app, { role: "admin" });
  });
  afterAll(() => app.close());
  return {
    get app() {
      return app;
    },
    get actor() {
      return actor;
    },
    get admin() {
      return app.as(actor).admin;
    },
    /** The newest row of the audit log that the admin caused. */
    async lastTrace() {
      const [row] = await app.db.select().from(auditLog).orderBy(desc(auditLog.id)).limit(1);
      return row?.actor === actorName(actor) ? row : null;
    },
  };
}
