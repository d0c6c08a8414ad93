/** One simulation counts money in one currency, in either engine: nothing is converted, and no euro is shown as a dollar. */
import { describe, expect, test } from "vitest";
import type { OpenSimulation } from "../../../src/index.ts";
import { compile, openSimulation } from "../../../src/index.ts";

const note = (currencies: string, rules: string) => `note "Two Currencies"
  language: 1
  parties: Company, Holder
  exists from: First Day
  currencies: ${currencies}
  business days: "us-bank"
  trading days: "us-bank"
given First Day: date
given Last Day: date
section 1 "Base"
event Pay by Company
  Amount: USD
${rules}
role "maturity": Last Day
`;
const terms = { "First Day": "2026-01-05", "Last Day": "2026-01-30" };
const asked = { model: "gbm?volatility=5%&price=1&history=1", seed: [3, 0] as const, charted: 0, variants: [] };

/** With so many payments, one a day from 2026-01-06 on. */
function opened(text: string, payments: number, amount: string): OpenSimulation {
  const template = compile(text);
  if (!template.ok) throw new Error(template.diagnostics.map(({ message }) => message).join());
  const day = (index: number) => `2026-01-${String(6 + index).padStart(2, "0")}`;
  const events = Array.from({ length: payments }, (_, index) => ({ on: day(index), event: "Pay", Amount: amount }));
  const scenario = { name: "s.json", text: JSON.stringify({ scenario: "s", note: "n", terms, events, ask: [] }) };
  const simulation = openSimulation(template.value, { scenario }, { ...asked, values: [] });
  if (!simulation.ok) throw new Error(simulation.diagnostics.map(({ message }) => message).join());
  return simulation.value;
}

/** A metric of a path: its unit, and its figure in the compiled note and in the exact engine. */
function found(simulation: OpenSimulation, metric: string) {
  const checked = simulation.check([0]);
  if (!checked.ok) throw new Error("the path can't be run");
  const at = simulation.base.metrics.findIndex((it) => it.metric === metric);
  const [path] = checked.value;
  expect(path?.isCompiled).toBe(true);
  return [simulation.base.metrics[at]?.unit, path?.compiled[at], path?.exact[at]];
}

const dollarsAndCents = (principal: string, fees: string, start: string) =>
  note(
    "USD, EUR",
    `Left starts at $${start}
Fee Left starts at €0.01
when Pay
  Left falls by its Amount
role "principal left": ${principal}
role "fees": ${fees}`,
  );

describe("what is owed in two currencies", () => {
  test.each([
    // In binary 1 - 10 × 0.1 leaves 1.4 × 10⁻¹⁶, less than 0.01 × 2⁻⁴⁴ = 5.7 × 10⁻¹⁶.
    ["1", "0.10", 10],
    // And 999,999.30 - 3 × 333,333.10 leaves 1.2 × 10⁻¹⁰: nothing beside what there was, 999,999.30 × 2⁻⁴⁴ = 5.7 × 10⁻⁸.
    ["999,999.30", "333333.10", 3],
  ])("$%s that is paid off in binary is nothing, so the cent in euros is all", (start, amount, payments) => {
    const simulation = opened(dollarsAndCents("Fee Left", "Left", start), payments, amount);
    expect(found(simulation, "still owed at the end")).toEqual(["EUR", 0.01, 0.01]);
  });

  test("dollars that are left have no sum with euros", () => {
    // 1 - 9 × 0.10 = 0.10 is left.
    const simulation = opened(dollarsAndCents("Fee Left", "Left", "1"), 9, "0.10");
    const [unit, ...figures] = found(simulation, "still owed at the end");
    expect(unit).toBe("EUR");
    for (const figure of figures) expect(figure).toMatch(/have no sum$/);
  });

  test("a sum in euros is no figure among dollars", () => {
    const simulation = opened(dollarsAndCents("Left", "Fee Left", "1"), 10, "0.10");
    const because = "what is owed is in EUR, and the figures are in USD";
    expect(found(simulation, "still owed at the end")).toEqual(["USD", because, because]);
  });
});

test("cash in another currency than the principal has no figure, and nor has a gain of it", () => {
  const rules = `Left starts at €5
Paid starts at $0
when Pay
  Paid rises by its Amount
role "principal left": Left
role "cash to the holder": Paid
role "cash from the holder": Paid`;
  const because = "`Paid` is in USD, and the figures are in EUR";
  const paying = opened(note("USD, EUR", rules), 2, "1");
  expect(found(paying, "cash paid to the holder")).toEqual(["EUR", because, because]);
  expect(found(paying, "gain to the holder")).toEqual(["EUR", because, because]);
  expect(found(paying, "still owed at the end")).toEqual(["EUR", 5, 5]);
  // Nothing is nothing in every currency.
  expect(found(opened(note("USD, EUR", rules), 0, "1"), "cash paid to the holder")).toEqual(["EUR", 0, 0]);
});

test("shares whose price is in dollars have no value in euros", () => {
  const rules = `Left starts at €5
Issued starts at 0 shares, restated for splits
when Pay
  Issued rises by 2 shares
role "principal left": Left
role "shares to the holder": Issued`;
  const because = "prices are in USD, and the figures are in EUR";
  expect(found(opened(note("USD, EUR", rules), 1, "1"), "value of those shares")).toEqual(["EUR", because, because]);
});

test("a note in euros counts in euros, be the principal an account or no amount marked", () => {
  const account = `account Debt owed by Company to Holder
on First Day
  Debt is charged with €5 due on First Day, payable on Last Day
role "principal left": Debt`;
  const owed = opened(note("EUR", account).replace("Amount: USD", "Amount: money"), 0, "0");
  const run = owed.run({ first: 0, count: 1 });
  const at = owed.base.metrics.findIndex(({ metric }) => metric === "still owed at the end");
  expect(owed.base.metrics[at]?.unit).toBe("EUR");
  expect(run.ok && run.value.base.metrics[at]).toMatchObject({ count: 1, mean: 5 });
  const unmarked = opened(note("EUR", "").replace("Amount: USD", "Amount: money"), 0, "0");
  expect(unmarked.base.metrics[0]?.unit).toBe("EUR");
});

test("any default is counted once a path, and alike in both engines", () => {
  const rules = `Last Close means the average of market close over 1 trading days ending 1 trading day before today
Is Low holds when Last Close is less than $0.99 per share
Is High holds when Last Close is more than $1.01 per share
Low occurs
  when Is Low
High occurs
  when Is High`;
  const simulation = opened(note("USD", rules), 0, "0");
  const { base } = simulation;
  expect(simulation.notCompiled).toEqual([]);
  const paths = 40;
  const [isLow, isHigh] = [new Set<number>(), new Set<number>()];
  for (let path = 0; path < paths; path += 1) {
    base.maker.start(base.seed, path);
    base.maker.finish();
    // The last day looks back to the close of the day before.
    const closes = [...(base.maker.rows.columns.get("close") ?? [])].slice(0, -1);
    if (closes.some((close) => close < 0.99)) isLow.add(path);
    if (closes.some((close) => close > 1.01)) isHigh.add(path);
  }
  // Some paths have both, some one, and some none: so no sum and no single line is the share of any.
  const either = new Set([...isLow, ...isHigh]).size;
  expect([isLow.size < either, isHigh.size < either, either < paths]).toEqual([true, true, true]);
  const made = simulation.run({ first: 0, count: paths });
  expect(made.ok && made.value.base).toMatchObject({ paths, exactly: 0, inDefault: either });
  const checked = simulation.check(Array.from({ length: paths }, (_, path) => path));
  expect(checked.ok && checked.value.every(({ hasSameClauses }) => hasSameClauses)).toBe(true);
});
