/** Gives the code what languages.yml says, so that nothing in TypeScript enumerates languages. */
import { readFileSync } from "node:fs";
import type { Plugin } from "vite";
import { parse } from "yaml";

const LANGUAGES = new URL("../../languages.yml", import.meta.url);
const NAME = "virtual:languages";

interface Languages {
  readonly default: string;
  readonly forms: Readonly<Record<string, unknown>>;
}

/** Serves `virtual:languages`: the default form's code and all codes, in their order. */
export function languages(): Plugin {
  return {
    name: "horgos-languages",
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load: (id) => (id === `\0${NAME}` ? source() : undefined),
  };
}

function source(): string {
  const file = parse(readFileSync(LANGUAGES, "utf8")) as Languages;
  const codes = Object.keys(file.forms);
  return `export const DEFAULT_FORM = ${JSON.stringify(file.default)};\nexport const FORM_CODES = ${JSON.stringify(codes)};\n`;
}
