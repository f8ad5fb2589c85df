import { defineConfig } from "vitest/config";
import { languages } from "./build/forms.ts";

export default defineConfig({
  plugins: [languages()],
  test: { include: ["src/**/*.test.ts", "build/**/*.test.ts"], environment: "node", restoreMocks: true },
});
