import { defineConfig } from "vitest/config";
import type { TestSpecification } from "vitest/node";
import { BaseSequencer } from "vitest/node";

/** What runs a scenario many times over comes late, and whole scenarios last: what other tests notice is not tried there. */
class SlowestLast extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const slow = ["amounts-due", "scenarios"];
    const place = ({ moduleId }: TestSpecification) => slow.findIndex((name) => moduleId.includes(name));
    return files.toSorted((a, b) => place(a) - place(b) || (a.moduleId < b.moduleId ? -1 : 1));
  }
}

/** What changes are tried against: the tests of meaning, the quickest first. */
// biome-ignore lint/style/noDefaultExport: Vitest reads its configuration from the default export.
export default defineConfig({
  test: {
    include: [
      "test/{checked,core,evaluate,units,wording}/**/*.test.ts",
      "test/syntax/{clauses,clause-values,near-clauses}.test.ts",
      "test/limits.test.ts",
      "test/driver/{owed-once,position}.test.ts",
      "tools/mutation/scenarios.test.ts",
    ],
    exclude: ["test/evaluate/{registry,cut-data,recomputation}.test.ts", "test/core/order.test.ts"],
    // Explanations of whole scenarios take too long, and long chains and figures show only that nothing overflows.
    testNamePattern:
      /^(?!each question of|a long chain|a chain of definitions|many names|what lies in|copies of|digits|steps work|a calendar of many|the same as Temporal|.*(too many|more) digits)/,
    runner: "./tools/mutation/changes-in-turn.ts",
    setupFiles: ["test/support/fixed-seed.ts"],
    reporters: [],
    // A change may make something grow without end: better that the process ends soon.
    execArgv: ["--max-old-space-size=1500"],
    sequence: { sequencer: SlowestLast },
    // Properties take their time on a busy machine.
    testTimeout: 120_000,
    isolate: false,
    maxWorkers: 1,
    maxConcurrency: 1,
    update: "none",
  },
});
