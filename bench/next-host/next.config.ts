import { join } from "node:path";
import type { NextConfig } from "next";

const config: NextConfig = {
  transpilePackages: ["@odys/api", "@odys/db", "@odys/shared"],
  serverExternalPackages: [
    "@node-rs/argon2",
    "better-auth",
    "ioredis",
    "nodemailer",
    "pg-boss",
    "pino",
    "postgres",
  ],
  turbopack: { root: join(import.meta.dirname, "../..") },
  // Types are checked with those of the other benches.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
};

export default config;
