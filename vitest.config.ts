import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    reporters: ["default", "./tools/count-reporter.ts"],
    // Properties and runs of the executable take their time on a busy machine.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // What a run of the executable in a test says must not come from the cache of an earlier one.
    env: { TENOR_CACHE: "off" },
    setupFiles: ["test/support/fixed-seed.ts"],
    // A golden file that is missing fails; only `npm run update` writes one.
    update: "none",
    // The code under test is pure, so test files can share a worker and load each module once.
    isolate: false,
    coverage: {
      provider: "v8",
      include: ["grammar/**/*.ts", "src/**/*.ts"],
      exclude: ["**/*.generated.*", "src/playground/**"],
    },
  },
});
