/** The note of the bench, compiled, beside the exact engine: path by path. */
import { describe, expect, test } from "vitest";
import { fillPath, marketOf, metrics, plan, program, scenarioOf, setting, template } from "../../bench/bulk-case.ts";
import { ensured, loadedCase } from "../../bench/cases.ts";
import { compileBulk } from "../../src/bulk/compile-bulk.ts";
import { javaScriptOf, loadByFunction } from "../../src/bulk/routine/javascript.ts";
import { runScenario } from "../../src/index.ts";

const compiled = compileBulk(program, plan, setting());

function exactly(low: Float64Array): (number | null)[] {
  const scenario = { name: "scenario.json", text: scenarioOf() };
  const loaded = loadedCase(template, { scenario, market: { name: "market.csv", text: marketOf(low) } });
  const run = ensured(runScenario(template, loaded));
  return run.outcome.answers.map((it) => ("answer" in it && it.answer !== null ? Number(it.answer) : null));
}

describe("the three-year note in bulk", () => {
  test("compiles", () => {
    expect(compiled).toMatchObject({ ok: true });
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])("path %i is as the exact engine has it", (seed) => {
    if (!compiled.ok) throw new Error("not compiled");
    const runner = javaScriptOf(compiled.note, loadByFunction);
    const low = runner.column("low") ?? new Float64Array();
    fillPath(seed, low);
    runner.start();
    runner.run(0, compiled.note.days);
    const exact = exactly(low);
    for (const [index, name] of metrics.entries()) {
      expect.soft(runner.result(index), name).toBeCloseTo(exact[index] ?? Number.NaN, 6);
    }
    expect(runner.needsExact()).toBe(false);
  });
});
