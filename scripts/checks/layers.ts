import { imports, isTest, type Source, type Violation } from "./source.ts";

export const name = "layers";

interface Layer {
  /** What may be imported only from certain places … */
  readonly what: RegExp;
  /** … the files the rule speaks about … */
  readonly within: RegExp;
  /** … and those of them that may. */
  readonly except?: RegExp;
  /** Tests look behind the walls unless the rule says otherwise. */
  readonly testsToo?: true;
  readonly why: string;
}

const API = "packages/api/src";
const WEB = "apps/web/src";

// Drivers that hand their library a database handle, each with its reason.
const DRIVERS_WITH_DATABASE = [
  "gateways/auth/", // better-auth keeps its own tables and wants Drizzle's handle through its adapter
].map((path) => `${API}/${path}`);

const LAYERS: readonly Layer[] = [
  {
    what: /^(drizzle-orm|postgres)(\/|$)/,
    within: /^(packages|apps)\//,
    except: new RegExp(
      `^(packages/db/|${API}/domains/[^/]+/(?!(?:[\\w-]+-)?router\\.ts)|${API}/kernel/|${DRIVERS_WITH_DATABASE.join("|")})`,
    ),
    why: "SQL stands in a room's use cases and queries, in the kernel and in packages/db",
  },
  {
    what: /^(drizzle-orm(\/|$)|packages\/db\/)/,
    within:
      /^(apps\/web\/src\/(app|features|ui|trpc)\/|packages\/api\/src\/(domains\/[^/]+\/(?:[\w-]+-)?router\.ts|doors\/))/,
    why: "pages, features and doors reach data through the router; routers through use cases",
  },
  {
    what: /^@trpc\/server(\/|$)/,
    within: /^(packages|apps)\//,
    except: new RegExp(
      `^(${API}/(domains/[^/]+/(?:[\\w-]+-)?router\\.ts|trpc/|doors/|root\\.ts)|${WEB}/(trpc|server|app/api)/|apps/web/server\\.ts)`,
    ),
    why: "@trpc/server is for routers, the ladder and the doors",
  },
  {
    what: /^packages\/api\/src\/trpc\//,
    within: /^packages\/api\/src\/domains\/[^/]+\/(?!(?:[\w-]+-)?router\.ts)/,
    why: "use cases do not know which door they are called from",
  },
  {
    what: /^packages\/api\/src\/domains\//,
    within: /^packages\/api\/src\/(kernel|gateways|doors)\//,
    why: "kernel, gateways and doors know no room",
  },
  {
    what: /^packages\/api\/src\/gateways\/[^/]+\/(?!port\.ts)/,
    within: /^packages\/api\/src\/(domains|kernel|trpc|doors)\//,
    why: "only a gateway's port.ts is known to the rest; the composition root picks the driver",
  },
  {
    what: /^packages\/api\/src\/(domains|kernel|gateways)\//,
    within: /^apps\/web\/src\/(app|features|ui)\//,
    why: "pages and features call procedures",
  },
  {
    what: /^apps\/web\/src\/app\//,
    within: /^apps\/web\/(?!src\/app\/)/,
    testsToo: true,
    why: "nothing outside app/ imports app/",
  },
  {
    what: /^(apps\/web\/src\/(features|server|trpc)\/|packages\/(api|db)\/|@trpc\/)/,
    within: /^apps\/web\/src\/ui\//,
    why: "ui/ knows no feature and no data",
  },
  {
    what: /^(?!(packages\/shared\/src\/|(zod|temporal-polyfill|libphonenumber-js|uuid)(\/|$)))/,
    within: /^packages\/shared\/src\//,
    why: "packages/shared is pure: itself and pure libraries",
  },
  {
    what: /^apps\//,
    within: /^packages\//,
    testsToo: true,
    why: "packages know no app",
  },
];

/** Which layer may import what; each rule says why. */
export function check(files: readonly Source[]): Violation[] {
  return files.flatMap((source) => {
    const rules = LAYERS.filter(
      ({ within, except, testsToo }) =>
        within.test(source.path) &&
        !except?.test(source.path) &&
        (testsToo || !isTest(source.path)),
    );
    if (rules.length === 0) return [];
    return imports(source).flatMap(({ target, specifier, line }) =>
      rules
        .filter(({ what }) => what.test(target))
        .map(({ why }) => ({ file: source.path, line, message: `${specifier}: ${why}` })),
    );
  });
}
