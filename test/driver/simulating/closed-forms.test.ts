/** Payoffs as notes, over paths of a geometric Brownian motion, against the formulas that price them. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { exactRunner } from "../../../src/driver/simulating/exact-runner.ts";
import { loadSimulation } from "../../../src/driver/simulating/load-simulation.ts";
import { compile, loadScenarioData } from "../../../src/index.ts";
import { Merging, runChunk } from "../../../src/simulation/chunks.ts";

const terms = { "First Day": "2026-01-05", Expiry: "2026-07-06", Strike: "100", Barrier: "90" };
const [price, strike, barrier, volatility] = [100, 100, 90, 0.3];

/** The normal distribution function, by Abramowitz and Stegun 26.2.17; right to 7.5e-8. */
function normal(x: number): number {
  if (x < 0) return 1 - normal(-x);
  const t = 1 / (1 + 0.2316419 * x);
  const tail = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return 1 - (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * tail;
}

/** Black and Scholes, 1973, without interest. */
function call(years: number): number {
  const spread = volatility * Math.sqrt(years);
  const d = Math.log(price / strike) / spread + spread / 2;
  return price * normal(d) - strike * normal(d - spread);
}

/** Merton, 1973: the call less the one that comes to life at the barrier; without interest, for a barrier below the strike. */
function downAndOutCall(years: number): number {
  const spread = volatility * Math.sqrt(years);
  const y = Math.log((barrier * barrier) / (price * strike)) / spread + spread / 2;
  const downAndIn = price * (barrier / price) * normal(y) - strike * (price / barrier) * normal(y - spread);
  return call(years) - downAndIn;
}

/** What a note is worth on average on its last day, with the errors, by the names of the values. */
function simulated(drift: number, values: readonly string[], paths: number) {
  const template = compile(readFileSync("test/data/simulation/options.tenor", "utf8"));
  if (!template.ok) throw new Error("the note has errors");
  const loaded = loadScenarioData(template.value, { scenario: "options", note: "options", terms, events: [], ask: [] });
  if (!loaded.ok) throw new Error("the scenario has errors");
  const model = `gbm?volatility=${volatility}&price=${price}&history=0&drift=${drift}`;
  const simulation = loadSimulation(template.value, loaded.value, { model, seed: [2026, 0], values, charted: 0 });
  if (!simulation.ok) throw new Error("the model has errors");
  const merging = new Merging();
  merging.add(runChunk(exactRunner(simulation.value), [], { first: 0, count: paths }));
  const found = values.map((_, index) => {
    const metric = merging.base?.metrics.at(index - values.length);
    if (metric?.count !== paths) throw new Error("the value is counted on each path");
    return { mean: metric.mean, error: Math.sqrt(metric.squares / (paths - 1) / paths) };
  });
  return { found, years: simulation.value.days.days.length / 252 };
}

/**
 * A convertible bond without coupons, calls or credit risk, by the binomial tree of Cox, Ross and Rubinstein, 1979: at each node the
 * holder converts where that is worth more than to wait. With no credit spread, the scheme of Tsiveriotis and Fernandes comes to this.
 */
function convertible(years: number, rate: number, face: number, ratio: number): number {
  const steps = 1_000;
  const [step, up] = [years / steps, Math.exp(volatility * Math.sqrt(years / steps))];
  const [discount, rise] = [Math.exp(-rate * step), (Math.exp(rate * step) - 1 / up) / (up - 1 / up)];
  const stock = (at: number, ups: number) => price * up ** (2 * ups - at);
  let values = Array.from({ length: steps + 1 }, (_, ups) => Math.max(face, ratio * stock(steps, ups)));
  for (let at = steps - 1; at >= 0; at -= 1) {
    values = Array.from({ length: at + 1 }, (_, ups) => {
      const wait = discount * (rise * (values[ups + 1] ?? 0) + (1 - rise) * (values[ups] ?? 0));
      return Math.max(wait, ratio * stock(at, ups));
    });
  }
  return values[0] ?? 0;
}

test("a convertible bond without coupons or calls is worth what a binomial tree says, within three standard errors", () => {
  const rate = 0.04;
  const { found, years } = simulated(Math.expm1(rate), ["Redemption"], 3_000);
  const [{ mean, error } = { mean: 0, error: 1 }] = found;
  const discount = Math.exp(-rate * years);
  expect(Math.abs(mean * discount - convertible(years, rate, 100, 0.9)) / (error * discount)).toBeLessThan(3);
}, 120_000);

test("a European and a barrier option are worth what their formulas say, within three standard errors", () => {
  const values = ["Payoff", "Barrier Payoff", "Knocked Out"];
  const { found, years } = simulated(0, values, 4_000);
  const spread = volatility * Math.sqrt(years);
  const b = Math.log(barrier / price);
  // The chance that a Brownian motion with drift reaches a level (Harrison, 1985).
  const knocked = normal((b + spread ** 2 / 2) / spread) + Math.exp(-b) * normal((b - spread ** 2 / 2) / spread);
  const expected = [call(years), downAndOutCall(years), knocked];
  for (const [index, exactly] of expected.entries()) {
    const { mean, error } = found[index] ?? { mean: 0, error: 0 };
    expect(Math.abs(mean - exactly) / error, `${values[index]}: ${mean} for ${exactly}`).toBeLessThan(3);
  }
}, 120_000);
