/** Builds dist/widget.js: one ES module and nothing else. Runs last, so that it compresses what all builds made. */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { budget } from "./build/budget.ts";
import { compress } from "./build/compress.ts";
import { fonts } from "./build/fonts.ts";
import { languages } from "./build/languages.ts";
import { OLDEST } from "./build/oldest.ts";

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const WIDGET = "widget.js";

export default defineConfig({
  publicDir: false,
  plugins: [languages(), fonts(), budget(WIDGET), compress(path("dist"))],
  build: {
    outDir: path("dist"),
    emptyOutDir: false,
    target: OLDEST,
    modulePreload: { polyfill: false },
    // Not Vite's library mode: that leaves the spaces in.
    rollupOptions: {
      input: path("src/widget/main.ts"),
      output: { entryFileNames: WIDGET, codeSplitting: false },
    },
  },
});
