/** Paths in the compiled note beside the exact engine, and what `check` makes of a runner that differs. */
import { readFileSync } from "node:fs";
import { describe, expect, test, vi } from "vitest";
import { compiledRunner } from "../../../src/driver/simulating/compiled-runner.ts";
import { exactRunner, runPath } from "../../../src/driver/simulating/exact-runner.ts";
import { checked } from "../../../src/driver/simulating/open-simulation.ts";
import { agreementOf, compile, openSimulation } from "../../../src/index.ts";
import { checkedPaths } from "../../../src/simulation/agreement.ts";
import type { PathRunner } from "../../../src/simulation/chunks.ts";
import { parseDate } from "../../../src/units/plain-date.ts";

vi.setConfig({ testTimeout: 120_000 });

interface Case {
  readonly note: string;
  readonly plan: string;
  /** In place of those beside the note. */
  readonly plans?: string;
  readonly events?: readonly object[];
  readonly terms: Readonly<Record<string, string>>;
  readonly through: string;
  readonly model: string;
}

const discount: Case = {
  note: "terms/discount-to-average",
  plan: "a tranche every ten trading days",
  terms: { Principal: "500000", "Issue Date": "2026-01-05", "Maturity Date": "2026-07-06", "Floor Price": "0.60" },
  through: "2026-07-10",
  model: "jumps?volatility=80%&price=1.00&volume=300000",
};
const bench: Case = {
  note: "bench/notes/three-year",
  plan: "monthly conversion",
  terms: { Principal: "3000000", "Shares Outstanding": "400000000", "Maturity Date": "2006-12-29" },
  through: "2006-12-29",
  model: "gbm?volatility=90%&price=0.07",
};

/** Closes near the price below which the stock is split after five of them. */
const split: Case = {
  ...discount,
  model: "gbm?volatility=120%&price=0.40&volume=400000&split below=0.5&split closes=5&split target=1",
};
const unsold: Case = {
  ...split,
  plan: "kept",
  model: `${split.model}&delisting=80%`,
  plans: `plan "kept"

signal Split Ratio = 1
signal Is Delisted = no

on each day if Split Ratio is not 1,
  the Borrower gives Stock Split, Ratio being Split Ratio
every 10 trading days from and including Issue Date
    if Outstanding Principal is more than $25,000 and today is before Maturity Date and not Is Delisted,
  the Holder gives Conversion Notice, Amount being $25,000
`,
};

function opened({ note, plan, plans: own, events = [], terms, through, model }: Case, values: readonly string[] = []) {
  const [text, beside] = ["", ".plans"].map((kind) => readFileSync(`${note}${kind}.tenor`, "utf8"));
  const plans = own ?? beside;
  const template = compile(text ?? "", `${note}.tenor`, { name: `${note}.plans.tenor`, text: plans ?? "" });
  if (!template.ok) throw new Error("the note has errors");
  const scenario = {
    name: "s.json",
    text: JSON.stringify({ scenario: "s", note: note.replace(/.*\//, ""), terms, events, ask: [] }),
  };
  const asked = { model, seed: [11, 0] as const, values, charted: 0, variants: [], ...(plan !== "" && { plan }) };
  const found = openSimulation(template.value, { scenario }, { ...asked, through: Number(parseDate(through)) });
  if (!found.ok) throw new Error(found.diagnostics.map(({ message }) => message).join());
  return found.value;
}

function known<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  if (!result.ok) throw new Error("the paths can't be run");
  return result.value;
}

describe("compiled and exact", () => {
  test.each([
    ["discount to average, which sells and moves the price", discount, 200],
    ["the note of the bench", bench, 200],
    ["splits, and what is sold around them", split, 60],
    ["splits and delistings, with shares that are kept", unsold, 60],
  ])("%s: shares equal on every path, money within a dollar", (_name, of, paths) => {
    const simulation = opened(of);
    const { base } = simulation;
    const both = known(simulation.check(Array.from({ length: paths }, (_, path) => path)));
    const found = agreementOf(both, base.metrics);
    expect(found).toMatchObject({ paths, compared: paths, sharesEqual: paths, clausesEqual: paths });
    expect(Number(found.money?.difference)).toBeLessThan(1);
    for (const { metric, apart, relative } of found.metrics) {
      expect({ metric, apart }).toEqual({ metric, apart: 0 });
      expect(Number(relative)).toBeLessThan(1e-6);
    }
    expect(base.plan?.name).toBe(of.plan);
    // Paths differ, so equal shares say something.
    expect(new Set(both.map(({ compiled }) => compiled[1])).size).toBeGreaterThan(paths / 3);
  });

  test("a limit that cuts back is counted on the same paths", () => {
    // Of 8,000,000 shares the holder may have some 420,000, which at half of seven cents are $14,700; asked for are $50,000.
    const capped = { ...bench, terms: { ...bench.terms, "Shares Outstanding": "8000000" } };
    const simulation = opened(capped);
    const both = known(simulation.check(Array.from({ length: 20 }, (_, path) => path)));
    expect(both.every(({ isCompiled, hasSameClauses }) => isCompiled && hasSameClauses)).toBe(true);
    expect(known(simulation.run({ first: 0, count: 20 })).base.caps).toEqual([
      ['2 "Ownership Room, Conversion Price"', 20],
    ]);
  });

  test("a split is told of on its day alone, though no row follows for days", () => {
    const { base } = opened(split);
    const counts = Array.from({ length: 20 }, (_, path) => {
      const { scenario } = runPath(base, path);
      const given = scenario.events.filter(({ event }) => event === "Stock Split");
      const { splits } = base.maker.rows;
      return { given: given.length, made: splits.filter((old, row) => row >= base.days.history && old !== 1).length };
    });
    expect(counts.map(({ given }) => given)).toEqual(counts.map(({ made }) => made));
    // After the fifth close, that of Friday the 9th, at the earliest.
    expect(counts.some(({ made }) => made > 0)).toBe(true);
  });

  test("events of a scenario happen on each path, at their times and for one another", () => {
    const events = [
      { on: "2026-03-02", event: "Conversion Notice", Amount: "10000" },
      { on: "2026-03-02", event: "Conversion Notice", Amount: "499990000" },
      { on: "2026-04-01", event: "Stock Split", Ratio: "0.1" },
    ];
    const simulation = opened({ ...discount, events });
    const both = known(simulation.check(Array.from({ length: 20 }, (_, path) => path)));
    expect(agreementOf(both, simulation.base.metrics)).toMatchObject({ compared: 20, sharesEqual: 20 });
    const without = known(opened(discount).check([0]));
    expect(both[0]?.compiled).not.toEqual(without[0]?.compiled);
  });

  test("an event of a scenario is for the one that it names, in the order of their times", () => {
    const deliveries = {
      ...bench,
      // The rules of the plan would deliver both.
      plan: "",
      events: [
        { on: "2006-03-06", at: "15:00", event: "Notice of Conversion", id: "late", "Principal Converted": "20000" },
        { on: "2006-03-06", at: "09:00", event: "Notice of Conversion", id: "early", "Principal Converted": "10000" },
        { on: "2006-04-20", event: "Shares Delivered", for: "late" },
      ],
    };
    const simulation = opened(deliveries, ["Late Delivery Payments"]);
    const both = known(simulation.check(Array.from({ length: 10 }, (_, path) => path)));
    const found = agreementOf(both, simulation.base.metrics);
    expect(found).toMatchObject({ compared: 10, sharesEqual: 10 });
    expect(Number(found.metrics.at(-1)?.largest?.difference)).toBeLessThan(1e-6);
    // Delivered 42 days after its deadline of March 9; the other of that day is never delivered.
    expect(Number(both[0]?.compiled.at(-1))).toBeGreaterThan(42 * 2_000);
  });

  test("a value that is asked for, as a number and as a condition", () => {
    const values = ["Outstanding Principal", "Event of Default", "Maturity Date"];
    const [one] = known(opened(discount, values).check([3]));
    // Paid at maturity, so nothing is left and there is no default; a day is no figure.
    expect(one?.compiled.slice(-3)).toEqual([0, 0, expect.stringContaining("has no figure")]);
    expect(one?.compiled.slice(-3)).toEqual(one?.exact.slice(-3));
  });
});

describe("what differs is reported", () => {
  const { base } = opened(discount);
  const exact = exactRunner(base);
  const compiled = compiledRunner(base, exact);
  if (!compiled.ok) throw new Error("the note is compiled");

  /** On odd paths a share more, and $2.50 of cash. */
  const wrong: PathRunner = {
    ...compiled.runner,
    run: (path) => {
      const facts = compiled.runner.run(path);
      const { shares, cash, lastDay } = facts;
      if (path % 2 === 0 || typeof shares === "string" || typeof cash === "string") return facts;
      return { ...facts, shares: shares + 1, cash: [...cash, { on: lastDay, amount: 2.5 }], defaults: ["4 late"] };
    },
  };

  test("a share too many, money, and a default that there is not", () => {
    const found = agreementOf(
      [0, 1, 2, 3].map((path) => checked(path, wrong, exact)),
      base.metrics,
    );
    expect(found).toMatchObject({ paths: 4, compared: 4, sharesEqual: 2, clausesEqual: 2 });
    const cash = found.metrics.find(({ metric }) => metric === "cash paid to the holder");
    // 2.50 on two of four paths is 1.25 on average. 13 tranches of $25,000 leave $175,000 to repay: 1.25 / 175,000.
    expect(cash).toMatchObject({ largest: { difference: "2.5", path: 1 }, meanDifference: "1.25" });
    expect(Number(cash?.relative)).toBeCloseTo(1.25 / 175_000, 12);
    expect(Number(found.money?.difference)).toBeGreaterThanOrEqual(2.5);
  });

  test("a path that the compiled note leaves to the exact engine is not compared", () => {
    const found = agreementOf([checked(0, exact, exact), checked(1, compiled.runner, exact)], base.metrics);
    expect(found).toMatchObject({ paths: 2, compared: 1, sharesEqual: 1 });
  });

  test("code that may not be made leaves all paths to the exact engine", () => {
    const refused = compiledRunner(base, exact, () => {
      throw new EvalError("not allowed");
    });
    expect(refused).toMatchObject({ ok: false, gaps: [{ what: expect.stringContaining("not allowed here") }] });
  });
});

test("paths to check are drawn by the seed, each once", () => {
  const drawn = checkedPaths([5, 0], 1_000, 100);
  expect(new Set(drawn).size).toBe(100);
  expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...drawn)).toBeLessThan(1_000);
  // Not all from one end: of a hundred, about fifty lie below the middle.
  expect(drawn.filter((it) => it < 500).length).toBeGreaterThan(30);
  expect(checkedPaths([5, 0], 1_000, 100)).toEqual(drawn);
  expect(checkedPaths([6, 0], 1_000, 100)).not.toEqual(drawn);
  expect(checkedPaths([5, 0], 3, 10)).toEqual([0, 1, 2]);
});
