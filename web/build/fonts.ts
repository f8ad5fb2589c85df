/** Puts the list of font files into the code: the files' names are hashed, so the list belongs to one build. */
import { existsSync, readFileSync } from "node:fs";
import type { Plugin } from "vite";

const LIST = new URL("../public/fonts/fonts.json", import.meta.url);
const NAME = "virtual:fonts";

/** Serves `virtual:fonts`; the list is empty where no fonts have been made. */
export function fonts(): Plugin {
  return {
    name: "horgos-fonts",
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load: (id) => (id === `\0${NAME}` ? `export const FONTS = ${list()};\n` : undefined),
  };
}

function list(): string {
  return existsSync(LIST) ? readFileSync(LIST, "utf8") : "[]";
}
