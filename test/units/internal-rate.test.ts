import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import type { Exact } from "../../src/units/exact.ts";
import { exact, toDecimalText } from "../../src/units/exact.ts";
import type { CashFlow } from "../../src/units/internal-rate.ts";
import { internalRate } from "../../src/units/internal-rate.ts";
import { asPlainDate } from "../../src/units/plain-date.ts";

const flow = (day: number, amount: Exact | number): CashFlow => ({
  on: asPlainDate(day),
  amount: typeof amount === "number" ? exact(amount) : amount,
});

function rateOf(...flows: readonly CashFlow[]): string {
  const found = internalRate(flows);
  return found.ok ? toDecimalText(found.rate) : found.because;
}

test.each([
  // 100 grows to 110 in a year.
  ["a tenth in a year", [flow(0, -100), flow(365, 110)], "0.1"],
  // 1.1 × 1.1 = 1.21.
  ["the same for two years", [flow(0, -100), flow(730, 121)], "0.1"],
  // 60 / 1.2 + 72 / 1.44 = 50 + 50.
  ["in two parts", [flow(10, -100), flow(375, 60), flow(740, 72)], "0.2"],
  ["half of it is lost", [flow(0, -100), flow(365, 50)], "-0.5"],
  // 0.005 % and 0.015 % stand in the middle, and go up; so does -0.005 %.
  ["half a step, up", [flow(0, -1_000_000), flow(365, 1_000_050)], "0.0001"],
  ["one step and a half, up", [flow(0, -1_000_000), flow(365, 1_000_150)], "0.0002"],
  ["half a step below nothing, up to nothing", [flow(0, -1_000_000), flow(365, 999_950)], "0"],
  ["just less than half a step", [flow(0, -10_000_000), flow(365, 10_000_499)], "0"],
  ["the order of the list means nothing", [flow(365, 110), flow(0, -100)], "0.1"],
  ["nothing moves at a flow of nothing", [flow(0, -100), flow(5, 0), flow(365, 110)], "0.1"],
  // A tenth in a day: 1.1 to the 365th is 1,283,305,580,313,389.6…, beyond what is looked for.
  ["a return that says nothing", [flow(0, -100), flow(1, 110)], "the return is beyond any rate that says something"],
  ["all is lost", [flow(0, -100), flow(365, exact(1, 1_000))], "the loss is more than 99.99% a year"],
  ["nothing was paid", [flow(0, 100)], "the holder paid nothing"],
  ["nothing came back", [flow(0, -100)], "nothing came back"],
  [
    "money goes out again",
    [flow(0, -100), flow(9, 250), flow(20, -150)],
    "more than one rate may fit: money goes out after some came back",
  ],
  ["one day", [flow(3, -100), flow(3, 110)], "all of it is on one day"],
] as const)("%s", (_, flows, expected) => {
  expect(rateOf(...flows)).toBe(expected);
});

// At the rate found less half a step the sum is not below zero, at half a step more it is: calculated in binary, away from the edge.
property.prop([
  fc.array(fc.tuple(fc.integer({ min: 1, max: 2_000 }), fc.integer({ min: 1, max: 90_000 })), {
    minLength: 1,
    maxLength: 6,
  }),
])("the rate found makes both sides worth the same", (returns) => {
  const flows = [flow(0, -100_000), ...returns.map(([day, amount]) => flow(day, amount))];
  const found = internalRate(flows);
  if (!found.ok) return;
  const rate = Number(toDecimalText(found.rate));
  if (rate > 1_000) return;
  const worth = (at: number) =>
    flows.reduce((sum, { on, amount }) => sum + Number(toDecimalText(amount)) / (1 + at) ** (on / 365), 0);
  expect(worth(rate - 0.000_051)).toBeGreaterThanOrEqual(0);
  expect(worth(rate + 0.000_051)).toBeLessThanOrEqual(0);
});
