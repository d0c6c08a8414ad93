/** What a simulation is of: its receipt has all texts, and its last day lies behind its first. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { OpenSimulation, Result } from "../../../src/index.ts";
import { compile, openSimulation, parseDate } from "../../../src/index.ts";

const loan = readFileSync("test/data/simulation/two-debts.tenor", "utf8");
const terms = { "First Day": "2026-01-05", "Last Day": "2026-01-09", "Trigger Price": "0.5" };
const asked = { model: "gbm?volatility=5%&price=1&history=0", seed: [3, 0] as const };

function opened(rows: string | undefined, through?: string): Result<OpenSimulation> {
  const template = compile(`${loan}event Draw by Lender\n  Amount: money\n`);
  if (!template.ok) throw new Error(template.diagnostics.map(({ message }) => message).join());
  const files = rows === undefined ? [] : [{ file: "draws.csv", event: "Draw" }];
  const scenario = { scenario: "s", note: "n", terms, rows: files, events: [], ask: [] };
  const texts = {
    scenario: { name: "s.json", text: JSON.stringify(scenario) },
    ...(rows !== undefined && { rows: new Map([["draws.csv", { name: "draws.csv", text: rows }]]) }),
  };
  const last = through === undefined ? undefined : parseDate(through);
  return openSimulation(template.value, texts, { ...asked, values: [], charted: 0, variants: [], through: last });
}

function receiptOf(rows: string): string {
  const found = opened(rows);
  if (!found.ok) throw new Error(found.diagnostics.map(({ message }) => message).join());
  return found.value.receipt;
}

test("a receipt has the files whose rows are events", () => {
  const rows = "on,Amount\n2026-01-06,200\n";
  expect(receiptOf(rows)).toBe(receiptOf(rows));
  expect(receiptOf("on,Amount\n2026-01-06,201\n")).not.toBe(receiptOf(rows));
});

test("a last day before the note's first is refused, and the first day itself is none too early", () => {
  const early = opened(undefined, "2026-01-04");
  expect(early.ok ? [] : early.diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
    "TN5531 The paths of `Two Debts` would end on 2026-01-04, before its first day, 2026-01-05",
  ]);
  const first = opened(undefined, "2026-01-05");
  if (!first.ok) throw new Error("it is a day of the note");
  expect([first.value.firstDay, first.value.lastDay]).toEqual(["2026-01-05", "2026-01-05"]);
  const checked = first.value.check([0, 1]);
  if (!checked.ok) throw new Error("the paths can't be run");
  for (const { compiled, exact } of checked.value) expect(compiled).toEqual(exact);
});
