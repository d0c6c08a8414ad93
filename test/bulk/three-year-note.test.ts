/** The note of the bench, compiled, beside the exact engine: path by path. */
import { describe, expect, test } from "vitest";
import { interleaved } from "../../bench/bulk.ts";
import { fillPath, marketOf, metrics, plan, program, scenarioOf, setting, template } from "../../bench/bulk-case.ts";
import { ensured, loadedCase } from "../../bench/cases.ts";
import { loadByPlatform } from "../../bench/load-wasm.ts";
import { compileBulk } from "../../src/bulk/compile-bulk.ts";
import { javaScriptOf, loadByFunction } from "../../src/bulk/routine/javascript.ts";
import { webAssemblyOf } from "../../src/bulk/routine/webassembly.ts";
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

  test("paths side by side give the same bits as one at a time, whole or a day at a time", () => {
    if (!compiled.ok) throw new Error("not compiled");
    const { note } = compiled;
    const runner = javaScriptOf(note, loadByFunction);
    const side = webAssemblyOf(note, loadByPlatform);
    const rows = runner.column("low") ?? new Float64Array();
    for (let group = 0; group < 25; group += 1) {
      const paths = Array.from({ length: side.lanes }, (_, lane) => {
        const low = new Float64Array(rows.length);
        fillPath(group * side.lanes + lane, low);
        return low;
      });
      side.column("low")?.set(interleaved(paths, side.lanes)[0] ?? []);
      side.start();
      for (let day = 0; day < note.days; day += group % 2 === 0 ? note.days : 100) {
        side.run(day, Math.min(note.days, day + (group % 2 === 0 ? note.days : 100)));
      }
      for (const [lane, low] of paths.entries()) {
        rows.set(low);
        runner.start();
        runner.run(0, note.days);
        const results = metrics.map((_, index) => side.result(index, lane));
        expect(results).toEqual(metrics.map((_, index) => runner.result(index)));
        expect(side.needsExact(lane)).toBe(runner.needsExact());
      }
    }
  });

  test("what can't be compiled is named with its section", () => {
    const [rule] = plan.rules;
    if (rule === undefined) throw new Error("no rule");
    const trigger = { kind: "OnSchedule", schedule: "none" } as const;
    const other = compileBulk(program, { ...plan, rules: [{ ...rule, trigger }] }, setting());
    const gaps = other.ok ? [] : other.gaps.map(({ section, what }) => `${section}: ${what}`);
    expect(gaps).toEqual(["monthly conversion: a plan's rule whose days differ from path to path"]);
  });
});
