/** Paths in the compiled note beside the exact engine, and what `check` makes of a runner that differs. */
import { readFileSync } from "node:fs";
import { describe, expect, test, vi } from "vitest";
import { compiledRunner } from "../../../src/driver/simulating/compiled-runner.ts";
import { exactRunner } from "../../../src/driver/simulating/exact-runner.ts";
import { checked } from "../../../src/driver/simulating/open-simulation.ts";
import { agreementOf, compile, openSimulation } from "../../../src/index.ts";
import { checkedPaths } from "../../../src/simulation/agreement.ts";
import type { PathRunner } from "../../../src/simulation/chunks.ts";
import { parseDate } from "../../../src/units/plain-date.ts";

vi.setConfig({ testTimeout: 120_000 });

interface Case {
  readonly note: string;
  readonly plan: string;
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

function opened({ note, plan, terms, through, model }: Case, values: readonly string[] = []) {
  const [text, plans] = ["", ".plans"].map((kind) => readFileSync(`${note}${kind}.tenor`, "utf8"));
  const template = compile(text ?? "", `${note}.tenor`, { name: `${note}.plans.tenor`, text: plans ?? "" });
  if (!template.ok) throw new Error("the note has errors");
  const scenario = {
    name: "s.json",
    text: JSON.stringify({ scenario: "s", note: note.replace(/.*\//, ""), terms, events: [], ask: [] }),
  };
  const asked = { model, seed: [11, 0] as const, values, charted: 0, variants: [], plan };
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
    // Paths differ, so equal shares say something.
    expect(new Set(both.map(({ compiled }) => compiled[1])).size).toBeGreaterThan(paths / 2);
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
