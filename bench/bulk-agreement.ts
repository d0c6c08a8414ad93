/**
 * `node bench/bulk-agreement.ts 10000`: so many paths of the three-year note compiled and in the exact engine, and how far
 * they agree. Prints each path on which a share differs.
 */

import { javaScriptOf, loadByFunction } from "../src/bulk/routine/javascript.ts";
import { loadScenario, runScenario } from "../src/index.ts";
import { compiledNote } from "./bulk.ts";
import { fillPath, marketOf, metrics, scenarioOf, template } from "./bulk-case.ts";
import { ensured } from "./cases.ts";

const count = Number(process.argv[2] ?? 100);
const note = compiledNote();
const runner = javaScriptOf(note, loadByFunction);
const low = runner.column("low") ?? new Float64Array();
const scenario = { name: "scenario.json", text: scenarioOf() };
const shares = 1;
const sums = metrics.map(() => ({ bulk: 0, exact: 0, worst: 0 }));
let [equal, needsExact] = [0, 0];
for (let path = 0; path < count; path += 1) {
  fillPath(path, low);
  runner.start();
  runner.run(0, note.days);
  if (runner.needsExact()) needsExact += 1;
  const market = { name: "market.csv", text: marketOf(low) };
  const run = ensured(runScenario(template, ensured(loadScenario(template, { scenario, market }))));
  const answers = run.outcome.answers.map((it) => ("answer" in it ? Number(it.answer) : Number.NaN));
  for (const [index, sum] of sums.entries()) {
    const [bulk, exact] = [runner.result(index), answers[index] ?? Number.NaN];
    sum.bulk += bulk;
    sum.exact += exact;
    sum.worst = Math.max(sum.worst, Math.abs(bulk - exact));
  }
  if (runner.result(shares) === answers[shares]) equal += 1;
  else process.stdout.write(`path ${path}: ${runner.result(shares)} shares, exactly ${answers[shares]}\n`);
}
process.stdout.write(`${count} paths, shares equal on ${equal}, for the exact engine ${needsExact}\n`);
for (const [index, { bulk, exact, worst }] of sums.entries()) {
  const relative = exact === 0 ? bulk : Math.abs(bulk / exact - 1);
  process.stdout.write(`${metrics[index]}: at most ${worst} apart, means by ${relative} of them\n`);
}
