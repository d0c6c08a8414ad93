/**
 * A convertible bond with coupons and without calls, as a listed one may be, against what QuantLib's binomial engine says.
 *
 * Made with QuantLib 1.29 and its Python bindings:
 *
 *     from QuantLib import *
 *     start, end, counted = Date(5, 1, 2026), Date(5, 1, 2027), Actual365Fixed()
 *     Settings.instance().evaluationDate = start
 *     flat = lambda rate: YieldTermStructureHandle(FlatForward(start, rate, counted))
 *     volatility = BlackVolTermStructureHandle(BlackConstantVol(start, NullCalendar(), 0.3, counted))
 *     process = BlackScholesMertonProcess(QuoteHandle(SimpleQuote(100)), flat(0), flat(0.04), volatility)
 *     coupons = Schedule(start, end, Period(Semiannual), NullCalendar(), Unadjusted, Unadjusted, DateGeneration.Backward, False)
 *     bond = ConvertibleFixedCouponBond(AmericanExercise(start, end), 0.9, CallabilitySchedule(), start, 0, [0.03],
 *                                       Thirty360(Thirty360.BondBasis), coupons)
 *     spread = QuoteHandle(SimpleQuote(0))
 *     bond.setPricingEngine(BinomialConvertibleEngine(process, "crr", 4001, spread, DividendSchedule()))
 *     bond.NPV()  # 106.80453805947899
 *
 * With 2,000 and 2,001 steps it says 106.8034 and 106.8057, and the trees "jr", "lr" and "tian" with 4,001 steps 106.8049,
 * 106.8035 and 106.8052: so the error is below 0.002.
 */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compile, openSimulation } from "../../../src/index.ts";

const quantLib = { price: 106.8045, error: 0.002 };
const rate = 0.04;

/** What the note is worth on average on its last day, on compiled paths of 252 trading days. */
function redemption(paths: number): { readonly mean: number; readonly error: number } {
  const template = compile(readFileSync("test/data/simulation/options.tenor", "utf8"));
  if (!template.ok) throw new Error("the note has errors");
  const terms = {
    ...{ "First Day": "2026-01-05", Expiry: "2027-01-05", Strike: "100", Barrier: "90" },
    // At the end the holder has the amount with its last coupon of 1.5% a half year, or the shares.
    ...{ "Face Amount": "101.50", "Conversion Ratio": "0.9" },
  };
  const scenario = JSON.stringify({ scenario: "s", note: "options", terms, events: [], ask: [] });
  const asked = { values: ["Redemption"], charted: 0, variants: [], seed: [20, 0] as const };
  const model = `gbm?volatility=0.3&price=100&history=0&drift=${Math.expm1(rate)}`;
  const opened = openSimulation(template.value, { scenario: { name: "s.json", text: scenario } }, { ...asked, model });
  if (!opened.ok) throw new Error(opened.diagnostics.map(({ message }) => message).join());
  expect(opened.value.notCompiled).toEqual([]);
  expect(opened.value.base.days.days.length).toBe(252);
  const run = opened.value.run({ first: 0, count: paths });
  const metric = run.ok ? run.value.base.metrics.at(-1) : undefined;
  if (metric?.count !== paths) throw new Error("the value is counted on each path");
  return { mean: metric.mean, error: Math.sqrt(metric.squares / (paths - 1) / paths) };
}

test("a convertible bond with coupons is worth what QuantLib says, within three standard errors and its own", () => {
  const { mean, error } = redemption(100_000);
  const discount = Math.exp(-rate);
  // The coupon of 5 July, 181 days of 365 from the start. Without dividends, nobody converts before the end.
  const coupon = 1.5 * Math.exp((-rate * 181) / 365);
  const apart = Math.abs(mean * discount + coupon - quantLib.price);
  expect(apart).toBeLessThan(3 * error * discount + quantLib.error);
  // A standard error of some 7 cents, so that a coupon left out, or a volatility a hundredth off, would be seen.
  expect(error).toBeLessThan(0.08);
}, 120_000);
