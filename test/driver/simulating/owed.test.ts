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

test("what is owed for each event has no sum in the compiled note, so that it says so and runs exactly", () => {
  const loan = readFileSync("test/data/simulation/two-debts.tenor", "utf8");
  const fees =
    'event Draw by Lender\n  Amount: money\nsection 3 "Draws"\nDraw Left for each Draw starts at its Amount\nrole "interest": Draw Left\n';
  const draws = compile(`${loan}${fees}`);
  if (!draws.ok) throw new Error(draws.diagnostics.map(({ message }) => message).join());
  const terms = { "First Day": "2026-01-05", "Last Day": "2026-01-09", "Trigger Price": "0.5" };
  const events = [{ on: "2026-01-06", event: "Draw", Amount: "200" }];
  const scenario = { name: "s.json", text: JSON.stringify({ scenario: "s", note: "n", terms, events, ask: [] }) };
  const asked = { model: "gbm?volatility=5%&price=1&history=0", seed: [3, 0] as const };
  const opened = openSimulation(draws.value, { scenario }, { ...asked, values: [], charted: 0, variants: [] });
  if (!opened.ok) throw new Error(opened.diagnostics.map(({ message }) => message).join());
  expect(opened.value.notCompiled).toEqual([
    { section: "", what: "Draw Left, which is owed and of which each event has its own" },
  ]);
  const run = opened.value.run({ first: 0, count: 2 });
  const owedAt = opened.value.base.metrics.findIndex(({ metric }) => metric === "still owed at the end");
  // The loan, both fees, and what was drawn: 1,000 + 10 + 5 + 200.
  expect(run.ok && run.value.base.metrics[owedAt]).toMatchObject({ count: 2, mean: 1_215 });
});
