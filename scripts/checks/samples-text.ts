import type { Case } from "./samples.ts";

const tasks = "packages/shared/src/kernel/tasks.ts";
const manifest = (body: string) => ({ "package.json": body });
const record = (title: string, more = "") =>
  `# ${title}\n\n## Context\n\n## Decision\n\n## Consequences\n${more}`;

export const textCases: readonly Case[] = [
  {
    check: "env",
    good: [
      { "apps/web/src/env.ts": "process.env.PORT;", "drizzle.config.ts": "process.env.X;" },
      { [tasks]: '// process.env\nconst a = "process.env"; const b = ctx.env; process.exit();' },
    ],
    bad: [
      [{ [tasks]: "process.env.PORT;" }, /in apps\/web\/src\/env\.ts only/],
      [{ [tasks]: 'globalThis.process["env"];' }, /env\.ts only/],
      [{ [tasks]: "import.meta.env.DEV;" }, /env\.ts only/],
      [{ [tasks]: "const { env } = process;" }, /env\.ts only/],
      [{ [tasks]: 'import { env } from "node:process";' }, /env\.ts only/],
    ],
  },
  {
    check: "types",
    good: [
      { [tasks]: 'const any = "as any"; const b = x as unknown; // any\nconst c = y as const;' },
      { [tasks]: "// oxlint-disable-next-line no-console -- the banner\n" },
    ],
    bad: [
      [{ [tasks]: "let a: any;" }, /no `any`/],
      [{ [tasks]: "const a = b as any;" }, /no `any`/],
      [{ [tasks]: "const a: Array<any> = [];" }, /no `any`/],
      [{ [tasks]: "const a = b as unknown as C;" }, /as unknown as/],
      [{ [tasks]: "const a = (b as unknown) as C;" }, /as unknown as/],
      [{ [tasks]: "// @ts-expect-error\na();" }, /@ts-/],
      [{ [tasks]: "/* @ts-nocheck */" }, /@ts-/],
      [{ [tasks]: "// oxlint-disable-next-line no-console" }, /says why/],
    ],
  },
  {
    check: "tests",
    good: [{ "a.test.ts": 'test("skip", () => { page.only(); list.skip(1); vi.fn(); mock(); });' }],
    bad: [
      [{ "a.test.ts": 'vi.mock("./a.ts");' }, /gateway's fake/],
      [{ "a.test.ts": 'vi.doMock("./a.ts");' }, /gateway's fake/],
      [{ "a.test.ts": "test.skip();" }, /runs or is gone/],
      [{ "a.test.ts": 'describe.only("a", f);' }, /runs or is gone/],
      [{ "a.test.ts": 'it.todo("a");' }, /runs or is gone/],
      [{ "a.test.ts": 'test.skipIf(x)("a", f);' }, /runs or is gone/],
      [{ "a.test.ts": "test.describe.fixme(f);" }, /runs or is gone/],
    ],
  },
  {
    check: "catalogue",
    good: [
      manifest('{ "dependencies": { "a": "catalog:", "b": "workspace:*" } }'),
      {
        "pnpm-workspace.yaml":
          "packages:\n  - apps/*\ncatalog:\n  a: 1.2.3\n  'b': 1.0.0-rc.1\nx:\n  a: ^1\n",
      },
    ],
    bad: [
      [manifest('{ "dependencies": { "a": "1.2.3" } }'), /should be "catalog:"/],
      [manifest('{ "devDependencies": { "a": "workspace:^" } }'), /should be/],
      [manifest('{ "packageManager": "pnpm@12.21.0" }'), /no packageManager/],
      [{ "pnpm-workspace.yaml": "catalog:\n  '@a/b': ^1.2.3\n" }, /@a\/b: "\^1\.2\.3"/],
    ],
  },
  {
    check: "docs",
    good: [
      {
        "docs/architecture.md": "`packages/api/src/<room>/x.ts`, `docs/`.",
        "packages/api/src/a.ts": "",
      },
      {
        "docs/decisions/0001-one-router.md": record("0001. One router"),
        "docs/decisions/template.md": "",
      },
    ],
    bad: [
      [{ "docs/architecture.md": "│ packages/api/src/doors/rest.ts │" }, /rest\.ts does not exist/],
      [{ "README.md": "see docs/nowhere.md." }, /docs\/nowhere\.md does not exist/],
      [{ "docs/decisions/one.md": record("0001. One") }, /named NNNN/],
      [{ "docs/decisions/0001-a.md": "# 0001. A\n\n## Context\n\n## Decision\n" }, /Consequences/],
      [{ "docs/decisions/0001-a.md": record("A") }, /begins with/],
      [{ "docs/decisions/0001-a.md": record("0001. A", "a\n".repeat(40)) }, /longer than 40/],
      [
        {
          "docs/decisions/0001-a.md": record("0001. A"),
          "docs/decisions/0001-b.md": record("0001. B"),
        },
        /number is 0001-a\.md's/,
      ],
    ],
  },
  {
    check: "docstrings",
    good: [
      {
        [tasks]: "/** In minutes. */\nexport function a() {}\nexport type B = 1;\nfunction c() {}",
      },
      { "packages/shared/src/kernel/tasks.test.ts": "export function a() {}" },
    ],
    bad: [
      [{ [tasks]: "export function a() {}" }, /a\(\) has no docstring/],
      [{ [tasks]: "// In minutes.\nexport async function a() {}" }, /no docstring/],
    ],
  },
  {
    check: "colours",
    good: [
      { "apps/web/src/ui/tokens.css": ":root { --a: oklch(1 0 0); }" },
      { "apps/web/src/app/opengraph-image.tsx": 'const a = "#fff";' },
      { "apps/web/src/ui/a.tsx": 'const a = "#main"; const b = "var(--accent)"; // #fff' },
    ],
    bad: [
      [{ "apps/web/src/ui/a.tsx": 'const a = "text-[#ff0000]";' }, /a colour literal/],
      [{ "apps/web/src/ui/a.tsx": "const a = `0 0 2px rgba(0, 0, 0, 0.1)`;" }, /a colour literal/],
      [{ "apps/web/src/app/globals.css": "a { color: #fff; }" }, /a colour literal/],
    ],
  },
  {
    check: "directives",
    good: [{ "apps/web/src/app/a.tsx": '"use client"; const a = "use server";' }],
    bad: [
      [{ "apps/web/src/app/a.ts": '"use server";' }, /procedure instead/],
      [{ "apps/web/src/app/a.ts": 'async function a() { "use server"; }' }, /procedure instead/],
    ],
  },
  {
    check: "loose ends",
    good: [{ [tasks]: 'const a = "TODO"; // todo o dia' }],
    bad: [
      [{ [tasks]: "// TODO later" }, /unfinished/],
      [{ "apps/web/src/a.css": "/* FIXME */" }, /unfinished/],
    ],
  },
];
