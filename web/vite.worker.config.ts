/** Builds dist/sw.js, the tablet's service worker. Runs after the pages, whose files it lists, and before the widget. */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { OLDEST } from "./build/oldest.ts";
import { shellOf } from "./build/shell.ts";

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

export default defineConfig({
  publicDir: false,
  define: { SHELL: JSON.stringify(shellOf(path("dist"))) },
  build: {
    outDir: path("dist"),
    emptyOutDir: false,
    target: OLDEST,
    lib: { entry: path("src/kiosk/worker/worker.ts"), formats: ["es"], fileName: () => "sw.js" },
  },
});
