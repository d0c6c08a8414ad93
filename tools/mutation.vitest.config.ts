import { defineConfig } from "vitest/config";

/** What mutants are tried against: the tests of meaning. Processes, pages and rendered text would only make it slow. */
// biome-ignore lint/style/noDefaultExport: Vitest reads its configuration from the default export.
export default defineConfig({
  test: {
    include: [
      "test/{core,evaluate,units}/**/*.test.ts",
      "test/checked/**/*.test.ts",
      "test/{acceptance,bench-baseline,stories,determinism}.test.ts",
    ],
    isolate: false,
    update: "none",
  },
});
