/**
 * A note that is converted in tranches at a discount to a trailing average, with a floor and repayment at maturity, against a
 * program for it that knows neither the template nor the engine: whole numbers of ticks and cents, a day at a time.
 */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { exactRunner, runPath } from "../../../src/driver/simulating/exact-runner.ts";
import type { LoadedSimulation } from "../../../src/driver/simulating/load-simulation.ts";
import { loadSimulation } from "../../../src/driver/simulating/load-simulation.ts";
import { answer } from "../../../src/evaluate/answers/answer.ts";
import { figureIn } from "../../../src/evaluate/answers/verdict.ts";
import { compile, loadScenarioData } from "../../../src/index.ts";
import { PathMaker } from "../../../src/paths/path-maker.ts";
import { toDecimalText } from "../../../src/units/exact.ts";
import { formatDate, parseDate } from "../../../src/units/plain-date.ts";

const folder = "test/data/simulation";
const terms = { "Issue Date": "2026-01-05", "Maturity Date": "2027-01-04" };
const model = "jumps?volatility=70%&price=1.00&volume=60000&history=20";

function simulation(plan: string): LoadedSimulation {
  const [template, plans] = ["tranche-note.tenor", "tranche-note.plans.tenor"].map((name) =>
    readFileSync(`${folder}/${name}`, "utf8"),
  );
  const compiled = compile(template ?? "", "tranche-note.tenor", {
    name: "tranche-note.plans.tenor",
    text: plans ?? "",
  });
  if (!compiled.ok) throw new Error("the note has errors");
  const data = { scenario: "tranches", note: "tranche-note", terms, events: [], ask: [] };
  const loaded = loadScenarioData(compiled.value, data);
  if (!loaded.ok) throw new Error("the scenario has errors");
  const asked = { model, seed: [26, 0] as const, values: [], charted: 0, plan };
  const found = loadSimulation(compiled.value, loaded.value, asked);
  if (!found.ok) throw new Error(found.diagnostics.map(({ message }) => message).join());
  return found.value;
}

interface Outcome {
  readonly shares: string;
  readonly cash: string;
  readonly sales: readonly string[];
}

function byEngine(of: LoadedSimulation, path: number): Outcome {
  const { replay, sales } = runPath(of, path);
  const asked = (value: string) => {
    const figure = figureIn(answer({ value, on: replay.lastDay, of: undefined, section: undefined }, replay).result);
    return figure === undefined ? "unknown" : toDecimalText(figure);
  };
  return {
    shares: asked("Shares Issued"),
    cash: asked("Cash Paid"),
    sales: sales.map(
      ({ day, sold, proceeds }) => `${formatDate(day)} ${toDecimalText(sold)} for ${toDecimalText(proceeds)}`,
    ),
  };
}

/** Prices in hundredths of a cent, money in cents; a price of conversion is 9/100 of the sum of ten prices. */
function byProgram({ model: paths, days: { days, history }, seed }: LoadedSimulation, path: number): Outcome {
  const maker = new PathMaker(paths, days.length - history, ["vwap", "volume"]);
  maker.start(seed, path);
  const ticksOn = (row: number) => BigInt(Math.round((maker.rows.columns.get("vwap")?.[row] ?? 0) * 10_000));
  const maturity = parseDate(terms["Maturity Date"]) ?? 0;
  let [principal, cash, shares, unsold, soldBefore] = [100_000_000n, 0n, 0n, 0n, 0n];
  const sales: string[] = [];
  for (let row = history; row < days.length; row += 1) {
    const day = days[row] ?? 0;
    const held = unsold;
    // At the open: the ten prices before today are known, today's is not.
    const sum = Array.from({ length: 10 }, (_, back) => ticksOn(row - 1 - back)).reduce((a, b) => a + b);
    const isTranche = (row - history) % 10 === 0 && day < maturity;
    // 0.9 × sum ÷ 10 ÷ 10,000 is at least 0.60.
    if (isTranche && principal > 0n && sum * 9n >= 600_000n) {
      const converted = principal < 5_000_000n ? principal : 5_000_000n;
      const issued = (converted * 10_000n) / (sum * 9n);
      principal -= converted;
      shares += issued;
      unsold += issued;
    }
    maker.next(Number(soldBefore));
    if (day === maturity) {
      cash += principal;
      principal = 0n;
    }
    // At the end of the day: a tenth of its volume, of what was there as it began.
    const most = BigInt(Math.floor((maker.rows.columns.get("volume")?.[row] ?? 0) / 10));
    const sold = held < most ? held : most;
    unsold -= sold;
    soldBefore = sold;
    if (sold > 0n) sales.push(`${formatDate(asDay(day))} ${sold} for ${decimal(sold * ticksOn(row), 4)}`);
  }
  return { shares: String(shares), cash: decimal(cash, 2), sales };
}

const sum = (figures: readonly number[]) => figures.reduce((total, it) => total + it, 0);

const asDay = (day: number) => parseDate(new Date(day * 86_400_000).toISOString().slice(0, 10)) ?? (0 as never);

function decimal(value: bigint, digits: number): string {
  const text = String(value).padStart(digits + 1, "0");
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`.replace(/\.?0+$/, "");
}

test.each(["tranches", "tranches without impact"])(
  "with the plan %s, the engine and the program agree path by path",
  (plan) => {
    const of = simulation(plan);
    const runner = exactRunner(of);
    let [tranches, floors] = [0, 0];
    for (let path = 0; path < 25; path += 1) {
      const [engine, program] = [byEngine(of, path), byProgram(of, path)];
      expect(engine, `path ${path}`).toEqual(program);
      // What the shares are worth: what they were sold for, and what is left at the last close.
      const { stock } = runner.run(path);
      if (typeof stock === "string") throw new Error(stock);
      const left = Number(program.shares) - sum(program.sales.map((sale) => Number(sale.split(" ")[1])));
      const close = of.maker.rows.columns.get("close")?.at(-1) ?? 0;
      const worth = sum(program.sales.map((sale) => Number(sale.split(" ")[3]))) + left * close;
      expect(sum(stock.map(({ amount }) => amount))).toBeCloseTo(worth, 4);
      tranches += engine.sales.length;
      if (engine.cash !== "0") floors += 1;
    }
    // What the test is about happens: shares are sold, and on some paths the floor leaves something to repay.
    expect(tranches).toBeGreaterThan(500);
    expect(floors).toBeGreaterThan(3);
  },
  60_000,
);

test("what is sold lowers the prices of the days after it, and of no day before", () => {
  const [moved, free] = [simulation("tranches"), simulation("tranches without impact")];
  const first = byEngine(moved, 3).sales[0]?.slice(0, 10);
  const [withImpact, without] = [moved, free].map((it) => {
    runPath(it, 3);
    return [...(it.maker.rows.columns.get("vwap") ?? [])];
  });
  const at = [...moved.days.days].findIndex((day) => formatDate(asDay(day)) === first);
  expect(withImpact?.slice(0, at + 1)).toEqual(without?.slice(0, at + 1));
  expect(withImpact?.[at + 1]).toBeLessThan(without?.[at + 1] ?? 0);
});

test("no decision looks ahead: a shock after a day changes nothing that came before it", () => {
  const of = simulation("tranches");
  const calm = byEngine(of, 5);
  const shocked = simulation("tranches");
  const row = 100;
  const draw = shocked.maker.moves.draw.bind(shocked.maker.moves);
  Object.assign(shocked.maker.moves, {
    draw: (...args: Parameters<typeof draw>) => {
      draw(...args);
      const { factors } = shocked.maker.moves.drawn;
      factors[row] = (factors[row] ?? 1) * 2;
    },
  });
  const after = byEngine(shocked, 5);
  const day = formatDate(asDay(of.days.days[row] ?? 0));
  const before = (sales: readonly string[]) => sales.filter((sale) => sale.slice(0, 10) < day);
  expect(before(after.sales)).toEqual(before(calm.sales));
  expect(before(calm.sales).length).toBeGreaterThan(10);
  expect(after).not.toEqual(calm);
});
