/**
 * Stryker's way to the tests: one run of Vitest tries all changes (`changes-in-turn.ts`); Stryker then asks about each.
 *
 * It stands in for `@stryker-mutator/vitest-runner`, which starts Vitest and loads all modules anew for each change.
 */
import { declareClassPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import type { DryRunResult, MutantRunOptions, MutantRunResult } from "@stryker-mutator/api/test-runner";
import { DryRunStatus, MutantRunStatus, TestStatus } from "@stryker-mutator/api/test-runner";
import { createVitest } from "vitest/node";
import type { Found } from "./tried.ts";
import { endless, isInSample, readCurrent, readTried, write } from "./tried.ts";

/** A single test that takes so long has run into a loop that passes no place that can be changed. */
const longest = 60_000;

class RunnerOfAllChanges {
  #found: Found = readTried();
  #reachedBy = new Map<string, number>();

  capabilities(): { reloadEnvironment: boolean } {
    return { reloadEnvironment: true };
  }

  async dryRun(): Promise<DryRunResult> {
    for (let last: string | undefined; ; ) {
      const failures = await tryAll();
      const stopped = readCurrent()?.change;
      if (failures.length === 0) break;
      // The process ended or was ended at this change; the rest goes on without it.
      if (stopped === undefined || stopped === last || readTried().noticed.has(stopped))
        return { status: DryRunStatus.Error, errorMessage: failures.join("\n") };
      write({ change: stopped, test: "", failure: endless });
      last = stopped;
    }
    this.#found = readTried();
    return this.#asDryRun();
  }

  mutantRun({ activeMutant: { id } }: MutantRunOptions): Promise<MutantRunResult> {
    // What ends in an error is in no score.
    if (!isInSample(id)) return Promise.resolve({ status: MutantRunStatus.Error, errorMessage: "not in the sample" });
    const failure = this.#found.noticed.get(id);
    const nrOfTests = this.#reachedBy.get(id) ?? 0;
    if (failure === undefined) return Promise.resolve({ status: MutantRunStatus.Survived, nrOfTests });
    if (failure === endless) return Promise.resolve({ status: MutantRunStatus.Timeout });
    const killedBy = [this.#found.noticedBy.get(id) ?? ""];
    return Promise.resolve({ status: MutantRunStatus.Killed, killedBy, failureMessage: failure, nrOfTests });
  }

  #asDryRun(): DryRunResult {
    const { tests, atLoading } = this.#found;
    for (const change of [...tests.values()].flat()) {
      this.#reachedBy.set(change, (this.#reachedBy.get(change) ?? 0) + 1);
    }
    const counts = (changes: Iterable<string>) => Object.fromEntries([...changes].map((change) => [change, 1]));
    return {
      status: DryRunStatus.Complete,
      tests: [...tests.keys()].map((id) => ({ id, name: id, timeSpentMs: 0, status: TestStatus.Success })),
      mutantCoverage: {
        static: counts(atLoading),
        perTest: Object.fromEntries([...tests].map(([test, reached]) => [test, counts(reached)])),
      },
    };
  }
}

/** Runs all tests that are not done; what went wrong, a test that fails as the code is included. */
async function tryAll(): Promise<string[]> {
  const vitest = await createVitest("test", { config: "tools/mutation/vitest.config.ts", watch: false });
  const watch = setInterval(endWhatHangs, 10_000);
  try {
    const { testModules, unhandledErrors } = await vitest.start();
    const failed = testModules.flatMap((module) => [...module.children.allTests("failed")].map((it) => it.fullName));
    const errors = [...unhandledErrors, ...testModules.flatMap((module) => module.errors())];
    return [...failed, ...errors.map((it) => String((it as { message?: unknown }).message))];
  } finally {
    clearInterval(watch);
    await vitest.close();
  }
}

function endWhatHangs(): void {
  const trying = readCurrent();
  if (trying === undefined || Date.now() - trying.since <= longest) return;
  try {
    process.kill(trying.pid);
  } catch {
    // It has ended already, and the process that goes on has not yet said what it tries.
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, "all-changes", RunnerOfAllChanges)];
