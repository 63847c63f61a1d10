import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/**
 * The script files that a page loads, as its HTML names them: in its script elements and in the
 * data from which React takes the page over. Those for browsers without modules are left out.
 */
export function scriptsOf(html: string): string[] {
  const old = [...html.matchAll(/<script[^>]*noModule[^>]*>/gi)].map(([element]) => element);
  const named = html.matchAll(/static\/chunks\/[\w.~()[\]/-]+?\.js/g);
  return [...new Set([...named].map(([file]) => file))].filter(
    (file) => !old.some((element) => element.includes(file)),
  );
}

/** Kilobytes (1,000 bytes) of these files of a build, each compressed by itself as it travels. */
export function gzippedKilobytes(dist: string, files: readonly string[]): number {
  const bytes = files.map((file) => gzipSync(readFileSync(join(dist, file))).byteLength);
  return bytes.reduce((sum, one) => sum + one, 0) / 1000;
}
