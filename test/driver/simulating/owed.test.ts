/** What is owed as a path ends is what the position says, in either engine. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { runPath } from "../../../src/driver/simulating/exact-runner.ts";
import { positionAt } from "../../../src/evaluate/answers/position.ts";
import { compile, openSimulation } from "../../../src/index.ts";
import { toBinary } from "../../../src/units/binary/to-binary.ts";

const template = compile(readFileSync("test/data/simulation/two-debts.tenor", "utf8"));
if (!template.ok) throw new Error("the note has errors");

test("a default amount stands for all, none leaves the sum, and one that fails leaves none", () => {
  const terms = { "First Day": "2026-01-05", "Last Day": "2026-01-09", "Trigger Price": "1" };
  const scenario = { scenario: "s", note: "two-debts", terms, events: [], ask: [] };
  const asked = { model: "gbm?volatility=5%&price=1&digits=2&history=0", seed: [3, 0] as const };
  const more = { values: [], charted: 0, variants: [] };
  const texts = { scenario: { name: "s.json", text: JSON.stringify(scenario) } };
  if (!template.ok) throw new Error("the note has errors");
  const opened = openSimulation(template.value, texts, { ...asked, ...more });
  if (!opened.ok) throw new Error(opened.diagnostics.map(({ message }) => message).join());
  expect(opened.value.notCompiled).toEqual([]);
  const checked = opened.value.check(Array.from({ length: 40 }, (_, path) => path));
  if (!checked.ok) throw new Error("the paths can't be run");
  const owedAt = opened.value.base.metrics.findIndex(({ metric }) => metric === "still owed at the end");
  const rounded = (owed: number | string | undefined) =>
    typeof owed === "number" ? owed.toFixed(6) : /`(.*?)`/.exec(owed ?? "")?.[1];
  const found = checked.value.map(({ path, compiled, exact }) => {
    const { replay } = runPath(opened.value.base, path);
    const close = opened.value.base.maker.rows.columns.get("close")?.at(-1) ?? 0;
    const { sum } = positionAt(replay, replay.lastDay).owed ?? {};
    const position = typeof sum !== "object" || "answer" in sum ? "none" : toBinary(sum.amount).toFixed(6);
    return { close, position, figures: [compiled, exact].map((figures) => rounded(figures[owedAt])) };
  });
  // The loan and both fees, 1,000 + 10 + 5; the default amount, 1,000 × 1 ÷ (1 - close); at the trigger, a division by zero.
  const owedAtClose = (close: number) =>
    close > 1 ? "1015.000000" : close < 1 ? (1_000 / (1 - close)).toFixed(6) : "Default Amount";
  for (const { close, position, figures } of found) {
    const owed = owedAtClose(close);
    expect([position, ...figures]).toEqual([close === 1 ? "none" : owed, owed, owed]);
  }
  const kinds = found.map(({ close }) => Math.sign(close - 1));
  expect(new Set(kinds)).toEqual(new Set([-1, 0, 1]));
});
