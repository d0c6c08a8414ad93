/**
 * Runs each test once as the code is, and then once more for each change of the code that the test reaches.
 *
 * Stryker puts all changes into one copy of the code and switches one of them on; a test can so be tried against hundreds
 * of them without loading anything again. A change is noticed when a test fails; it is not tried any further then. What
 * was found goes to a file line by line (`tried.ts`), since a change may take so much memory that the process ends.
 */
import type { RunnerTestCase } from "vitest";
import { TestRunner } from "vitest";
import { endless, isInSample, readTried, write, writeCurrent } from "./tried.ts";

/** What Stryker's copy of the code looks at, and writes down. */
interface Switches {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number;
  hitLimit?: number | undefined;
  mutantCoverage?: { static: Record<string, number>; perTest: Record<string, Record<string, number>> };
}

declare global {
  var __stryker__: Switches | undefined;
}

/** A change with which a place is passed so many times as often as without it runs without end. */
const manyTimes = 20;

const { noticed, tests } = readTried();

// biome-ignore lint/style/noDefaultExport: Vitest takes a runner from the default export.
export default class ChangesInTurn extends TestRunner {
  async runTask(test: RunnerTestCase): Promise<void> {
    const name = `${test.file.name}#${test.fullTestName}`;
    if (tests.has(name)) return;
    globalThis.__stryker__ ??= {};
    const switches = globalThis.__stryker__;
    const run = TestRunner.getTestFn(test);
    const reached = await reachedBy(run, switches);
    const atLoading = Object.keys(switches.mutantCoverage?.static ?? {});
    for (const [change, times] of Object.entries(reached)) {
      if (noticed.has(change) || !isInSample(change)) continue;
      writeCurrent(change);
      const failure = await failureWith(change, times * manyTimes, run, switches);
      if (failure === undefined) continue;
      noticed.set(change, failure);
      write({ change, test: name, failure });
    }
    writeCurrent(undefined);
    // What a change has left behind in the program would be laid to the next one.
    await run();
    switches.currentTestId = undefined;
    write({ test: name, reached: Object.keys(reached), atLoading });
  }
}

/** Runs a test as the code is; how many times it passes each place that can be changed. */
async function reachedBy(run: () => unknown, switches: Switches): Promise<Record<string, number>> {
  switches.currentTestId = "as it is";
  if (switches.mutantCoverage !== undefined) switches.mutantCoverage.perTest = {};
  await run();
  const reached = { ...switches.mutantCoverage?.perTest[switches.currentTestId] };
  // What is passed from here on is not counted as passed while modules load.
  switches.currentTestId = "changed";
  return reached;
}

/** How the test fails with a change; undefined where it does not. */
async function failureWith(
  change: string,
  hitLimit: number,
  run: () => unknown,
  switches: Switches,
): Promise<string | undefined> {
  // Vitest's messages have to get through between two runs.
  await new Promise((resolve) => setImmediate(resolve));
  Object.assign(switches, { activeMutant: change, hitCount: 0, hitLimit });
  try {
    await run();
    return (switches.hitCount ?? 0) > hitLimit ? endless : undefined;
  } catch (error) {
    if ((switches.hitCount ?? 0) > hitLimit) return endless;
    return String(error instanceof Error ? error.message : error).slice(0, 200);
  } finally {
    Object.assign(switches, { activeMutant: undefined, hitLimit: undefined });
  }
}
