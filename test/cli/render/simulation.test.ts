/** The table of a simulation. */
import { expect, test } from "vitest";
import { plainPaint } from "../../../src/cli/render/parts/paint.ts";
import { renderSimulation } from "../../../src/cli/render/simulate/simulation.ts";
import type { SimulationResult } from "../../../src/index.ts";

const head = { title: "Note", model: "gbm", seed: "1", from: "2026-01-05", through: "2026-03-02" };
const clause = { section: "3.1", what: "Unpaid", share: "0.5", standardError: "0.176777", first: "0.25" };
const result: SimulationResult = {
  paths: 8,
  engines: { compiled: 8, exact: 0 },
  metrics: [],
  anyDefault: { share: "0.75", standardError: "0.153093" },
  defaults: [clause],
  caps: [],
  variants: [],
};
const agreement = { paths: 5, compared: 5, sharesEqual: 5, clausesEqual: 5, money: null };
const owed = { metric: "still owed at the end", unit: "USD", largest: null, meanDifference: null, relative: null };

function shown(apart: number, of = result): string {
  const check = { ...agreement, metrics: [{ ...owed, apart }] };
  return renderSimulation({ ...head, isSwept: false, best: undefined, check }, of, 200, plainPaint);
}

test("any default has a line above the lines by section, with its standard error", () => {
  const [any, unpaid] = shown(0)
    .split("\n")
    .filter((line) => /default {2}|Unpaid/.test(line));
  // 0.75 and 0.153093 as percents of at most two digits; √(0.75 × 0.25 ÷ 8) = 0.1531.
  expect(any?.trim().split(/\s{2,}/)).toEqual(["any default", "75%", "15.31%"]);
  expect(unpaid?.trim().split(/\s{2,}/)).toEqual(["3.1", "Unpaid", "50%", "17.68%", "25%"]);
});

test("without a default there is no line for any", () => {
  const none = { ...result, anyDefault: { share: "0", standardError: "0" }, defaults: [] };
  expect(shown(0, none)).not.toContain("any default");
});

test("a check says on how many paths only one engine has a figure", () => {
  expect(shown(2)).toContain("Only one engine has still owed at the end on 2 paths.");
  expect(shown(0)).not.toContain("Only one engine");
});
