import type { Reporter, SerializedError, TestModule } from "vitest/node";

/**
 * Ends a test run with the line `N passed, N failed`, for scripts to read.
 *
 * Counts tests. A test file that could not be loaded, and an error outside every test, count as one failed each;
 * skipped tests count as neither.
 */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const passed = tests.filter((test) => test.result().state === "passed").length;
    const failedTests = tests.filter((test) => test.result().state === "failed").length;
    const brokenFiles = modules.filter((module) => module.errors().length > 0).length;
    const line = `${passed} passed, ${failedTests + brokenFiles + unhandled.length} failed\n`;
    // The other reporters may still have something to say; this line is the last.
    process.once("exit", () => process.stdout.write(line));
  }
}
