/** The build's share of the service worker: tells it which files make up this version of the tablet. */
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/** Where the page is served; in `dist` it lies as a file of another name. */
const PAGE = "/kiosk";
const WORKER = "sw.js";

/** Puts `SHELL` before the worker's code: page, script, styles, fonts and icons, and a hash over all their contents. */
export function kioskShell(publicDir: string): Plugin {
  return {
    name: "kiosk-shell",
    apply: "build",
    enforce: "post",
    generateBundle(_, bundle) {
      const worker = bundle[WORKER];
      if (worker?.type !== "chunk") return;
      const own = readdirSync(publicDir).filter((file) => /^kiosk.*\.(png|svg|webmanifest)$/.test(file));
      const assets = Object.keys(bundle).filter((file) => file.startsWith("assets/") && !file.endsWith(".map"));
      const hash = createHash("sha256");
      for (const file of own.sort()) hash.update(readFileSync(join(publicDir, file)));
      for (const file of Object.keys(bundle).sort()) {
        const part = bundle[file];
        if (part !== undefined && !file.endsWith(".map")) hash.update(file).update(part.type === "chunk" ? part.code : part.source);
      }
      const files = [PAGE, ...own.map((file) => `/${file}`), ...assets.map((file) => `/${file}`)];
      const shell = { version: hash.digest("hex").slice(0, 12), files };
      worker.code = `const SHELL = ${JSON.stringify(shell)};\n${worker.code}`;
    },
  };
}
