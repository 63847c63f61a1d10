import type { Case } from "./samples.ts";

const room = "packages/api/src/domains/booking";
const useCase = "export async function confirmBooking() {}";
const tested = { [`${room}/confirm-booking.test.ts`]: "" };
const procedure = "x: p.meta({}).input(a).output(b).query(() => 1)";
const tasks = "packages/shared/src/kernel/tasks.ts";

export const structureCases: readonly Case[] = [
  {
    check: "rooms",
    good: [
      {
        [`${room}/confirm.ts`]:
          'import { charge } from "../billing/index.ts"; import "./queries.ts";',
      },
      { "packages/shared/src/booking/a.ts": 'import "../kernel/ids.ts"; import "../ops/a.ts";' },
      { "packages/db/src/schema/booking.ts": 'import "./clients.ts"; import "./columns.ts";' },
      { "packages/shared/src/ops/events.ts": 'import "../booking/status.ts";' },
      { "packages/db/src/schema/index.ts": 'export * from "./admin.ts";' },
    ],
    bad: [
      [{ [`${room}/a.ts`]: 'import "../payments/index.ts";' }, /stands left of payments/],
      [{ [`${room}/a.ts`]: 'export { x } from "../clients/queries.ts";' }, /only through/],
      [{ [`${room}/a.ts`]: 'import type { P } from "@odys/shared/payments/schema";' }, /left of/],
      [{ [`${room}/a.ts`]: 'type P = import("@odys/shared/payments/schema").P;' }, /left of/],
      [
        { [`${room}/a.ts`]: 'import * as s from "@odys/db/schema/index";' },
        /names the schema files/,
      ],
      [
        { "apps/web/src/features/payments/a.tsx": 'import "@/features/messaging/b";' },
        /side by side/,
      ],
      [{ "apps/web/src/features/misc/a.tsx": "" }, /no room of the house/],
      [{ "packages/db/src/schema/clients.ts": 'import "./booking.ts";' }, /left of booking/],
    ],
  },
  {
    check: "layers",
    good: [
      { [`${room}/queries.ts`]: 'import { eq } from "drizzle-orm";' },
      { [`${room}/router.ts`]: 'import "@trpc/server"; import "../../trpc/procedures.ts";' },
      { "packages/api/src/kernel/ctx.ts": 'import { sql } from "drizzle-orm";' },
      { "packages/api/src/doors/rest.test.ts": 'import "../domains/booking/index.ts";' },
      { "packages/shared/src/kernel/ids.ts": 'import { v7 } from "uuid"; import "./money.ts";' },
      {
        "apps/web/src/app/page.tsx":
          'import "./layout.tsx"; import "../features/booking/flow.tsx";',
      },
    ],
    bad: [
      [{ "packages/api/src/doors/rest.ts": 'import type { Sql } from "postgres";' }, /SQL stands/],
      [{ "apps/web/src/server/x.ts": 'import { eq } from "drizzle-orm/pg-core";' }, /SQL stands/],
      [{ "apps/web/src/app/page.tsx": 'import "@odys/db/client";' }, /through the router/],
      [
        { "apps/web/src/features/booking/a.ts": 'import "@odys/api/domains/booking/index";' },
        /call procedures/,
      ],
      [{ [`${room}/router.ts`]: 'import "@odys/db/schema/booking";' }, /through use cases/],
      [{ [`${room}/confirm.ts`]: 'import { TRPCError } from "@trpc/server";' }, /is for routers/],
      [{ [`${room}/confirm.ts`]: 'import "../../trpc/context.ts";' }, /which door/],
      [{ "packages/api/src/kernel/ctx.ts": 'import "../domains/ops/index.ts";' }, /know no room/],
      [{ [`${room}/confirm.ts`]: 'import "../../gateways/mail/smtp.ts";' }, /port\.ts/],
      [{ "apps/web/src/features/booking/a.tsx": 'import "@/app/page";' }, /outside app/],
      [{ "apps/web/src/ui/button.tsx": 'import "../features/booking/a.tsx";' }, /no feature/],
      [{ "apps/web/src/ui/button.tsx": 'import type { R } from "@odys/api/root";' }, /no feature/],
      [{ "packages/shared/src/kernel/a.ts": 'import "node:fs";' }, /is pure/],
      [{ "packages/db/src/client.ts": 'import "../../../apps/web/src/env.ts";' }, /know no app/],
    ],
  },
  {
    check: "pure",
    good: [
      { "packages/shared/src/kernel/a.ts": "export const day = (now: number) => new Date(now);" },
      { "packages/shared/src/kernel/a.test.ts": "const now = Date.now();" },
      { "packages/api/src/kernel/a.ts": "const now = Date.now();" },
    ],
    bad: [
      [{ "packages/shared/src/kernel/a.ts": "const now = new Date();" }, /new Date/],
      [{ "packages/shared/src/kernel/a.ts": "const now = Temporal.Now;" }, /Temporal\.Now/],
      [{ "packages/shared/src/kernel/a.ts": "process.exit();" }, /process\.exit/],
      [{ "packages/shared/src/kernel/a.ts": 'fetch("x");' }, /fetch/],
    ],
  },
  {
    check: "use cases",
    good: [
      {
        [`${room}/confirm-booking.ts`]: `export type A = 1; export interface B {} ${useCase}`,
        ...tested,
      },
      { [`${room}/confirm-booking.ts`]: "export const confirmBooking = () => 1;", ...tested },
      { [`${room}/queries.ts`]: "export const a = 1; export const b = 2;" },
    ],
    bad: [
      [{ [`${room}/confirm-booking.ts`]: useCase }, /test beside/],
      [
        { [`${room}/confirm-booking.ts`]: useCase, [`${room}/confirm-booking.race.test.ts`]: "" },
        /test beside/,
      ],
      [
        { [`${room}/confirm-booking.ts`]: `${useCase} export function b() {}`, ...tested },
        /exactly one/,
      ],
      [{ [`${room}/confirm-booking.ts`]: `${useCase} export const b = 1;`, ...tested }, /value b/],
      [{ [`${room}/confirm-booking.ts`]: 'export * from "./b.ts";', ...tested }, /exactly one/],
      [{ [`${room}/confirmBooking.ts`]: useCase }, /kebab-case/],
      [{ [`${room}/lib/confirm.ts`]: useCase }, /directly in its room/],
    ],
  },
  {
    check: "procedures",
    good: [
      { [`${room}/router.ts`]: `export const bookingRouter = router({ ${procedure} });` },
      { [`${room}/router.ts`]: `t.router({ holds: router({ ${procedure} }) });` },
      { [`${room}/router.ts`]: "export const bookingRouter = mergeRouters(a, b);" },
      { [`${room}/rules-router.ts`]: `export const rulesRouter = router({ ${procedure} });` },
    ],
    bad: [
      [{ [`${room}/router.ts`]: "router({ x: p.meta({}).input(a).query(f) });" }, /\.output\(/],
      [{ [`${room}/a-router.ts`]: "router({ x: p.meta({}).input(a).query(f) });" }, /\.output\(/],
      [{ [`${room}/router.ts`]: "export const bookingRouter = other;" }, /no router/],
      [
        {
          [`${room}/router.ts`]:
            "router({ x: p.meta({}).input(a).output(b).query(() => { return 1; }) });",
        },
        /one call of its use case/,
      ],
      [{ [`${room}/router.ts`]: `router({ ${procedure}, ...others });` }, /by name/],
      [{ [`${room}/router.ts`]: `const q = sql\`select 1\`; router({ ${procedure} });` }, /no SQL/],
      [{ [`${room}/router.ts`]: `const q = ctx.db; router({ ${procedure} });` }, /no SQL/],
    ],
  },
  {
    check: "room files",
    good: [{ [`${room}/README.md`]: "# booking\n", [`${room}/index.ts`]: "" }],
    bad: [
      [{ [`${room}/index.ts`]: "" }, /no README/],
      [{ [`${room}/README.md`]: "# booking\n" }, /no index/],
      [{ [`${room}/README.md`]: "a\n".repeat(21), [`${room}/index.ts`]: "" }, /longer than 20/],
    ],
  },
  {
    check: "sizes",
    good: [
      {
        [tasks]: "a\n".repeat(300),
        [`${room}/router.ts`]: "a\n".repeat(150),
        "a.json": "a\n".repeat(999),
      },
    ],
    bad: [
      [{ [tasks]: "a\n".repeat(301) }, /301 lines; at most 300/],
      [{ [`${room}/router.ts`]: "a\n".repeat(151) }, /at most 150/],
    ],
  },
];
