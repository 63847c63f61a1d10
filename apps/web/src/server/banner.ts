import { DEMO_ACCOUNTS, DEMO_PASSWORD, DEMO_SLUG } from "@odys/db/seed/people";

/** What a person is told once everything runs. */
export function banner(options: { origin: string; demo: boolean; seconds: number }): string {
  const { origin, demo, seconds } = options;
  const lines = [
    "",
    `  Odys is ready after ${seconds.toFixed(1)} s`,
    "",
    `  ${origin}`,
    ...(demo
      ? [
          `  ${origin}/p/${DEMO_SLUG}    booking page of the demo professional`,
          `  ${origin}/dashboard      sign in with one of the accounts below`,
          `  ${origin}/dev/outbox     mails that were sent`,
        ]
      : []),
    `  ${origin}/api/v1/openapi.json`,
  ];
  if (demo) {
    lines.push("", `  Demo accounts, password ${DEMO_PASSWORD}`);
    for (const { who, email } of DEMO_ACCOUNTS) lines.push(`  ${who.padEnd(14)}${email}`);
  }
  return [...lines, "", "  Ctrl-C stops everything.", ""].join("\n");
}
