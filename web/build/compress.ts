/** Writes `.br` and `.gz` beside every built text file, so that the server never compresses anything itself. */
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Plugin } from "vite";

const COMPRESSIBLE: ReadonlySet<string> = new Set([".js", ".css", ".html", ".json", ".svg", ".webmanifest", ".txt"]);

/** Runs after the last of the builds: `folder` then holds everything. */
export function compress(folder: string): Plugin {
  return {
    name: "horgos-compress",
    closeBundle: () => {
      for (const file of filesIn(folder)) if (COMPRESSIBLE.has(extname(file))) write(file);
    },
  };
}

function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

function write(file: string): void {
  const bytes = readFileSync(file);
  const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: quality }));
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
}
