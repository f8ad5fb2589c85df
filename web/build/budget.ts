/** Keeps the widget small: prints what it weighs and fails the build when it is too heavy. */
import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";

/** The most the widget's script may weigh, in bytes after gzip (issue 4). */
const BUDGET = 60_000;

export function budget(file: string): Plugin {
  return {
    name: "horgos-budget",
    generateBundle(_, bundle) {
      const chunk = bundle[file];
      if (chunk?.type !== "chunk") this.error(`${file} was not built`);
      const weight = gzipSync(chunk.code, { level: 9 }).length;
      const line = `${file}: ${weight.toLocaleString("en")} bytes gzip of ${BUDGET.toLocaleString("en")}`;
      if (weight > BUDGET) this.error(`${line}: too heavy`);
      this.info(line);
    },
  };
}
