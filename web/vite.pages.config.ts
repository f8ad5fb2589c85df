/** Builds the pages (index, frame, kiosk) into dist/, with hashed names under dist/assets. Runs before the widget. */
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { fonts } from "./build/fonts.ts";
import { languages } from "./build/languages.ts";
import { literal } from "./build/literal.ts";
import { OLDEST } from "./build/oldest.ts";

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const pages = readdirSync(path("pages")).filter((name) => name.endsWith(".html"));

export default defineConfig({
  root: path("pages"),
  publicDir: path("public"),
  plugins: [languages(), fonts(), literal()],
  build: {
    outDir: path("dist"),
    emptyOutDir: true,
    target: OLDEST,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: { input: pages.map((name) => path(`pages/${name}`)) },
  },
});
