import { defineConfig } from "vitest/config";
import { fonts } from "./build/fonts.ts";
import { languages } from "./build/languages.ts";

export default defineConfig({
  plugins: [languages(), fonts()],
  test: { include: ["src/**/*.test.ts", "build/**/*.test.ts"], environment: "node", restoreMocks: true },
});
