/** Which files the tablet's service worker keeps: read from what the pages' build has left in dist. */
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** Scripts, styles, fonts with their list, icons and the manifest; the page is served as `/kiosk`. */
const KEPT = /^(assets\/.+|fonts\/.+|kiosk[^/]*\.(png|svg|webmanifest))$/;
const DERIVED = /\.(br|gz|map|txt|md)$/;
const PAGE_FILE = "kiosk.html";
const PAGE = "/kiosk";

export interface Shell {
  /** Changes when any of the files does: 12 hex digits. */
  readonly version: string;
  /** Paths as they are asked for. */
  readonly files: readonly string[];
}

/** The shell of the tablet as it lies in `dist`. */
export function shellOf(dist: string): Shell {
  const kept = filesIn(dist).filter((file) => KEPT.test(file) && !DERIVED.test(file));
  const hash = createHash("sha256");
  for (const file of [PAGE_FILE, ...kept]) hash.update(file).update(readFileSync(join(dist, file)));
  return { version: hash.digest("hex").slice(0, 12), files: [PAGE, ...kept.map((file) => `/${file}`)] };
}

function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/")).sort();
}
