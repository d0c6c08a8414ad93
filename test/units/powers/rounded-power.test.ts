/** Powers with fractions as exponents, right to the last digit of a step. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Exact, RoundingMode } from "../../../src/units/exact.ts";
import { exact, parseDecimal, unlimited } from "../../../src/units/exact.ts";
import type { PowerBase } from "../../../src/units/powers/rounded-power.ts";
import { roundedPower } from "../../../src/units/powers/rounded-power.ts";

function figure(text: string): Exact {
  const [n = "", d] = text.split("/");
  const value = d === undefined ? parseDecimal(text, 100) : exact(Number(n), Number(d));
  if (value === undefined) throw new Error(`${text} is no figure`);
  return value;
}
const base = (text: string): PowerBase => (text === "e" ? text : figure(text));

// Known to more digits: the square root of 2 is 1.414213562373095048801688724209698078569671875376948073…,
// e 2.718281828459045235360287471352662497757247093699959574…, its tenth root 1.105170918075647624811707826490246668…,
// its cube's inverse 0.049787068367863942979…, the twelfth root of 1.05 1.004074123783648…, 999^(7/3) 9976682.22049….
test.each<[string, string, string, RoundingMode, string, string]>([
  ["a monthly factor", "1.05", "1/12", "half up", "0.0000000001", "1.0040741238"],
  ["the same cut off", "1.05", "1/12", "down", "0.0000000001", "1.0040741237"],
  ["fifty digits", "2", "0.5", "down", `0.${"0".repeat(49)}1`, "1.41421356237309504880168872420969807856967187537694"],
  [
    "and rounded up",
    "2",
    "1/2",
    "half up",
    `0.${"0".repeat(49)}1`,
    "1.41421356237309504880168872420969807856967187537695",
  ],
  ["e", "e", "1", "half up", `0.${"0".repeat(49)}1`, "2.71828182845904523536028747135266249775724709369996"],
  ["continuous growth", "e", "0.1", "half even", "0.0000000001", "1.1051709181"],
  ["continuous decay", "e", "-3", "half up", "0.0000000001", "0.0497870684"],
  ["nothing of e", "e", "0", "up", "0.1", "1"],
  ["a large one", "999", "7/3", "down", "1", "9976682"],
  ["a step that is no part of ten", "2", "1/2", "down", "1/7", "9/7"],
  ["next to nothing, up", "0.5", "100001/2", "up", "1", "1"],
  ["next to nothing, to the nearest", "0.5", "100001/2", "half up", "1", "0"],
])("%s", (_, of, by, mode, step, expected) => {
  expect(roundedPower(base(of), figure(by), mode, figure(step))).toEqual(figure(expected));
});

describe("a power that is a quotient is rounded as one", () => {
  test.each<[string, string, string, RoundingMode, string, string]>([
    ["a whole exponent", "1.5", "2", "half up", "0.1", "2.3"],
    ["a root of a square", "4/9", "-3/2", "down", "0.001", "3.375"],
    ["of a cube", "1000", "7/3", "down", "1", "10000000"],
    ["a half goes up", "6.25", "1/2", "half up", "1", "3"],
    ["a half goes to the even", "6.25", "1/2", "half even", "1", "2"],
    ["a little more than a half does not", `6.25${"0".repeat(60)}1`, "1/2", "half even", "1", "3"],
    ["a little less than a half goes down", `6.24${"9".repeat(60)}`, "1/2", "half up", "1", "2"],
    ["of one", "1", "5/7", "up", "0.1", "1"],
    ["of nothing", "0", "1/2", "up", "0.1", "0"],
    ["a negative whole base", "-2", "3", "down", "1", "-8"],
  ])("%s", (_, of, by, mode, step, expected) => {
    expect(roundedPower(base(of), figure(by), mode, figure(step))).toEqual(figure(expected));
  });
});

test.each<[string, PowerBase, Exact]>([
  ["a root of less than nothing", exact(-2), exact(1, 2)],
  ["nothing to less than nothing", exact(0), exact(-1, 2)],
  ["no limit", unlimited, exact(1, 2)],
  ["to no limit", exact(2), unlimited],
  ["e to no limit", "e", unlimited],
  ["more digits than are kept", exact(10), exact(20_001, 2)],
  ["more of e", "e", exact(10_000)],
])("%s has no result", (_, of, by) => {
  expect(roundedPower(of, by, "down", exact(1))).toBeUndefined();
});

test("a base next to one and an exponent without measure are told apart from 1", () => {
  // (1 + 10^-40)^(10^40 / 3) is a little less than the third root of e, 1.3956124250860895….
  const by = { n: 10n ** 40n, d: 3n };
  expect(roundedPower(figure(`1.${"0".repeat(39)}1`), by, "half up", figure("0.0000000001"))).toEqual(
    figure("1.3956124251"),
  );
});

test("the power lies between the result and the next multiple", () => {
  const whole = (most: number) => fc.integer({ min: 1, max: most });
  fc.assert(
    fc.property(whole(5_000), whole(5_000), fc.integer({ min: -9, max: 9 }), whole(13), (n, d, p, q) => {
      const step = exact(1, 1_000_000);
      const result = roundedPower(exact(n, d), exact(p, q), "down", step);
      if (result === undefined) throw new Error("there is a result");
      // r^q against (n/d)^p, with all of it brought above the line.
      const [above, below] = p < 0 ? [BigInt(d), BigInt(n)] : [BigInt(n), BigInt(d)];
      const [raised, divisor] = [above ** BigInt(Math.abs(p)), below ** BigInt(Math.abs(p))];
      const isAtMost = (r: Exact) => r.n ** BigInt(q) * divisor <= raised * r.d ** BigInt(q);
      const next: Exact = { n: result.n * step.d + step.n * result.d, d: result.d * step.d };
      expect([isAtMost(result), isAtMost(next)]).toEqual([true, false]);
    }),
  );
});
