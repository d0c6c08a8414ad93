import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Exact, RoundingMode } from "../../src/units/exact.ts";
import {
  add,
  agrees,
  compare,
  divide,
  equal,
  exact,
  greater,
  isUnlimited,
  isZero,
  lesser,
  multiply,
  negate,
  one,
  parseDecimal,
  power,
  roundTo,
  sign,
  subtract,
  toDecimalText,
  unlimited,
  zero,
} from "../../src/units/exact.ts";

function decimal(text: string): Exact {
  const value = parseDecimal(text);
  if (value === undefined) throw new Error(`${text} is no decimal`);
  return value;
}

/** Integers of one to four machine words, so that both the short and the long paths are met. */
const integer = fc.oneof(
  fc.bigInt({ min: -100n, max: 100n }),
  fc.bigInt({ min: -(2n ** 53n) - 2n, max: 2n ** 53n + 2n }),
  fc.bigInt({ min: -(2n ** 220n), max: 2n ** 220n }),
);
const positive = integer.map((n) => (n < 0n ? -n : n) + 1n);
const quotient = fc.tuple(integer, positive).map(([n, d]) => exact(n, d));
const shortDecimal = fc.tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.nat(8));
const figure = fc.oneof(
  quotient,
  shortDecimal.map(([n, places]) => exact(n, 10n ** BigInt(places))),
);

describe("exact", () => {
  test.each([
    ["lowest terms", exact(6, 8), 3n, 4n],
    ["a positive denominator", exact(6, -8), -3n, 4n],
    ["zero over anything", exact(0, -7), 0n, 1n],
    ["a whole number", exact(12n), 12n, 1n],
    ["a negative over a negative", exact(-10, -4), 5n, 2n],
  ])("%s", (_, value, n, d) => {
    expect(value).toEqual({ n, d });
  });

  test("a denominator of 0 is a bug", () => {
    expect(() => exact(1, 0)).toThrow("denominator");
  });

  test("every result is in lowest terms with a positive denominator", () => {
    fc.assert(
      fc.property(figure, figure, (a, b) => {
        for (const result of [add(a, b), subtract(a, b), multiply(a, b), divide(a, b) ?? zero]) {
          expect(result && exact(result.n, result.d)).toEqual(result);
        }
      }),
    );
  });
});

describe("parseDecimal", () => {
  test.each([
    ["12", 12n, 1n],
    ["-12.5", -25n, 2n],
    [".05", 1n, 20n],
    ["-.5", -1n, 2n],
    ["007", 7n, 1n],
    ["-0.00", 0n, 1n],
    ["0.10", 1n, 10n],
    ["100.00", 100n, 1n],
  ])("reads %s", (text, n, d) => {
    expect(parseDecimal(text)).toEqual({ n, d });
  });

  test.each(["", "-", ".", "5.", "+5", "1e-3", "1,000", " 1", "1\n", "0x10", "--1", "1.2.3", "NaN", "unlimited", "١"])(
    "refuses %j",
    (text) => {
      expect(parseDecimal(text)).toBeUndefined();
    },
  );

  test("stops at the digit limit, sign and point not counted", () => {
    expect(parseDecimal("-1.23", 3)).toEqual({ n: -123n, d: 100n });
    expect(parseDecimal("1.234", 3)).toBeUndefined();
    expect(parseDecimal("1234", 3)).toBeUndefined();
    expect(parseDecimal("9".repeat(400))).toBeDefined();
    expect(parseDecimal("9".repeat(401))).toBeUndefined();
  });
});

describe("arithmetic", () => {
  test.each([
    ["1/3 + 1/6 = 3/6", add(exact(1, 3), exact(1, 6)), exact(1, 2)],
    ["0.1 + 0.2 = 0.3", add(decimal("0.1"), decimal("0.2")), decimal("0.3")],
    ["5/8 + 3/8 = 1", add(exact(5, 8), exact(3, 8)), one],
    ["1/3 - 1/2 = -1/6", subtract(exact(1, 3), exact(1, 2)), exact(-1, 6)],
    ["7 - 9 = -2", subtract(exact(7), exact(9)), exact(-2)],
    ["2/3 * 9/4 = 18/12", multiply(exact(2, 3), exact(9, 4)), exact(3, 2)],
    ["0.5 * 0.02 = 0.01", multiply(decimal("0.5"), decimal("0.02")), decimal("0.01")],
    ["2/3 / -4/5 = -10/12", divide(exact(2, 3), exact(-4, 5)), exact(-5, 6)],
    ["50,000 / 0.01666… (1/60) = 3,000,000", divide(exact(50_000), exact(1, 60)), exact(3_000_000)],
    ["(2/3)^3 = 8/27", power(exact(2, 3), 3), exact(8, 27)],
    ["(-2/3)^-3 = -27/8", power(exact(-2, 3), -3), exact(-27, 8)],
    ["5^0 = 1", power(exact(5), 0), one],
    ["0^0 = 1, the empty product", power(zero, 0), one],
    ["0^2 = 0", power(zero, 2), zero],
    ["(-1)^1000001 = -1", power(exact(-1), 1_000_001), exact(-1)],
    ["-(3/4)", negate(exact(3, 4)), exact(-3, 4)],
  ])("%s", (_, result, expected) => {
    expect(result).toEqual(expected);
  });

  test.each([
    ["a division by zero", divide(one, zero)],
    ["zero by zero", divide(zero, zero)],
    ["unlimited by zero", divide(unlimited, zero)],
    ["unlimited by unlimited", divide(unlimited, unlimited)],
    ["unlimited by a negative number", divide(unlimited, exact(-1))],
    ["unlimited times zero", multiply(unlimited, zero)],
    ["zero times unlimited", multiply(zero, unlimited)],
    ["unlimited times a negative number", multiply(exact(-1), unlimited)],
    ["unlimited less unlimited", subtract(unlimited, unlimited)],
    ["a number less unlimited", subtract(one, unlimited)],
    ["the negative of unlimited", negate(unlimited)],
    ["zero to a negative exponent", power(zero, -1)],
    ["a fractional exponent", power(exact(4), 0.5)],
    ["unlimited to the 0", power(unlimited, 0)],
    ["a power too long to hold", power(exact(2), 1_000_000)],
    ["a fraction's power too long to hold", power(exact(1, 3), 1_000_000_000)],
  ])("%s has no result", (_, result) => {
    expect(result).toBeUndefined();
  });

  test.each([
    ["plus a number", add(unlimited, exact(-3))],
    ["added to a fraction", add(exact(1, 3), unlimited)],
    ["plus itself", add(unlimited, unlimited)],
    ["less a number", subtract(unlimited, exact(1, 3))],
    ["times a positive number", multiply(exact(1, 3), unlimited)],
    ["times itself", multiply(unlimited, unlimited)],
    ["by a positive number", divide(unlimited, exact(1, 3))],
    ["squared", power(unlimited, 2)],
  ])("unlimited %s stays unlimited", (_, result) => {
    expect(result).toEqual(unlimited);
  });

  test("anything finite over unlimited is 0", () => {
    expect(divide(exact(-5), unlimited)).toEqual(zero);
    expect(divide(zero, unlimited)).toEqual(zero);
    expect(power(unlimited, -1)).toEqual(zero);
  });

  test("squaring again and again ends in no result, not in a crash", () => {
    let value: Exact | undefined = exact(3, 7);
    let steps = 0;
    while (value !== undefined && steps < 100) {
      value = multiply(value, value);
      steps++;
    }
    // 7^(2^k) has 2.81 × 2^k bits, so the limit of 2^17 is passed at k = 16.
    expect(steps).toBe(16);
  });

  test("sums and products keep the laws of arithmetic", () => {
    fc.assert(
      fc.property(figure, figure, figure, (a, b, c) => {
        expect(add(a, b)).toEqual(add(b, a));
        expect(multiply(a, b)).toEqual(multiply(b, a));
        const sum = add(a, b) ?? zero;
        expect(subtract(sum, b)).toEqual(a);
        expect(add(sum, c)).toEqual(add(a, add(b, c) ?? zero));
        expect(multiply(sum, c)).toEqual(add(multiply(a, c) ?? zero, multiply(b, c) ?? zero));
        expect(divide(multiply(a, b) ?? zero, b)).toEqual(isZero(b) ? undefined : a);
      }),
    );
  });

  test("short decimals agree with decimal.js, which is exact for them", () => {
    const Wide = Decimal.clone({ precision: 60, toExpNeg: -100, toExpPos: 100 });
    fc.assert(
      fc.property(shortDecimal, shortDecimal, ([n, places], [m, others]) => {
        const [a, b] = [exact(n, 10n ** BigInt(places)), exact(m, 10n ** BigInt(others))];
        const [x, y] = [new Wide(toDecimalText(a)), new Wide(toDecimalText(b))];
        expect(toDecimalText(add(a, b) ?? zero)).toBe(x.plus(y).toFixed().replace(/^-0$/, "0"));
        expect(toDecimalText(multiply(a, b) ?? zero)).toBe(x.times(y).toFixed().replace(/^-0$/, "0"));
        expect(compare(a, b)).toBe(x.comparedTo(y));
      }),
    );
  });
});

describe("order", () => {
  test.each([
    ["1/3 below 1/2", exact(1, 3), exact(1, 2), -1],
    ["-1/3 above -1/2", exact(-1, 3), exact(-1, 2), 1],
    ["2/4 and 1/2", exact(2, 4), exact(1, 2), 0],
    ["fractions of one denominator", exact(1, 7), exact(2, 7), -1],
    ["a number below unlimited", exact(10n ** 50n), unlimited, -1],
    ["unlimited above a number", unlimited, exact(-1), 1],
    ["unlimited and itself", unlimited, unlimited, 0],
  ] as const)("%s", (_, a, b, order) => {
    expect(compare(a, b)).toBe(order);
    expect(equal(a, b)).toBe(order === 0);
    expect(lesser(a, b)).toBe(order <= 0 ? a : b);
    expect(greater(a, b)).toBe(order >= 0 ? a : b);
  });

  test("sign, zero and unlimited", () => {
    expect([exact(-1, 3), zero, exact(1, 3), unlimited].map(sign)).toEqual([-1, 0, 1, 1]);
    expect([zero, exact(1, 3), unlimited].map(isZero)).toEqual([true, false, false]);
    expect([zero, exact(1, 3), unlimited].map(isUnlimited)).toEqual([false, false, true]);
  });

  test("the sign of a difference is the order", () => {
    fc.assert(
      fc.property(figure, figure, (a, b) => {
        expect(sign(subtract(a, b) ?? zero)).toBe(compare(a, b));
      }),
    );
  });
});

describe("roundTo", () => {
  test.each<[string, string, string, [down: string, up: string, halfUp: string, halfEven: string]]>([
    ["between cents, below the half", "1.234", "0.01", ["1.23", "1.24", "1.23", "1.23"]],
    ["between cents, above the half", "1.236", "0.01", ["1.23", "1.24", "1.24", "1.24"]],
    ["the half above an even cent", "1.225", "0.01", ["1.22", "1.23", "1.23", "1.22"]],
    ["the half above an odd cent", "1.235", "0.01", ["1.23", "1.24", "1.24", "1.24"]],
    ["a cent as it is", "1.23", "0.01", ["1.23", "1.23", "1.23", "1.23"]],
    ["whole shares", "2293577.98", "1", ["2293577", "2293578", "2293578", "2293578"]],
    ["lots of 100 shares", "250", "100", ["200", "300", "300", "200"]],
    ["below the first step", "0.004", "0.01", ["0", "0.01", "0", "0"]],
    ["a negative value mirrors the positive one", "-1.225", "0.01", ["-1.22", "-1.23", "-1.23", "-1.22"]],
    ["a negative value below the first step", "-0.4", "1", ["0", "-1", "0", "0"]],
    ["a step that is no power of ten: 0.7 is 5.6 eighths", "0.7", "0.125", ["0.625", "0.75", "0.75", "0.75"]],
  ])("%s", (_, value, step, expected) => {
    const modes: RoundingMode[] = ["down", "up", "half up", "half even"];
    expect(modes.map((mode) => toDecimalText(roundTo(decimal(value), decimal(step), mode)))).toEqual(expected);
  });

  test("unlimited stays unlimited", () => {
    expect(roundTo(unlimited, one, "down")).toBe(unlimited);
  });

  test("a step of 0 is a bug", () => {
    expect(() => roundTo(one, zero, "down")).toThrow("step");
  });

  test("the same as decimal.js to whole numbers and to cents", () => {
    const modes: Record<RoundingMode, Decimal.Rounding> = { down: 1, up: 0, "half up": 4, "half even": 6 };
    const mode = fc.constantFrom<RoundingMode>("down", "up", "half up", "half even");
    fc.assert(
      fc.property(shortDecimal, mode, fc.constantFrom(0, 2), ([n, places], rounding, to) => {
        const value = exact(n, 10n ** BigInt(places));
        const rounded = roundTo(value, exact(1, 10n ** BigInt(to)), rounding);
        const oracle = new Decimal(toDecimalText(value)).toDecimalPlaces(to, modes[rounding]);
        expect(toDecimalText(rounded)).toBe(oracle.toFixed().replace(/^-0$/, "0"));
      }),
    );
  });
});

describe("toDecimalText", () => {
  const thirtyFourNines = "9".repeat(34);
  test.each([
    ["a whole number", exact(-1200), "-1200"],
    ["zero", zero, "0"],
    ["a decimal", exact(5, 4), "1.25"],
    ["a negative decimal below one", exact(-1, 20), "-0.05"],
    ["a third", exact(1, 3), "0.33333333333333333333"],
    ["zeros at the front are not significant: 0.577 / 60", exact(577, 60_000), "0.0096166666666666666667"],
    ["a third above one: 20 digits with the 3 in front", exact(10, 3), "3.3333333333333333333"],
    ["two thirds of a hundred, rounded up at the end", exact(200, 3), "66.666666666666666667"],
    ["34 digits that end", exact(BigInt(thirtyFourNines), 10n ** 34n), `0.${thirtyFourNines}`],
    [
      "34 digits far behind the point",
      exact(BigInt(thirtyFourNines), 10n ** 44n),
      `0.${"0".repeat(10)}${thirtyFourNines}`,
    ],
    ["35 digits, rounded to 20", exact(BigInt(`${thirtyFourNines}9`), 10n ** 35n), "1"],
    ["a long whole number with zeros at its end", exact(12n * 10n ** 50n), `12${"0".repeat(50)}`],
    ["35 whole digits, rounded to 20", exact(BigInt(`1${"3".repeat(34)}`)), `1${"3".repeat(19)}${"0".repeat(15)}`],
    [
      "just above half a unit of the 20th digit, 10^21",
      exact(2n * 10n ** 40n + 5n * 10n ** 20n + 1n),
      `2${"0".repeat(18)}1${"0".repeat(21)}`,
    ],
    ["unlimited", unlimited, "unlimited"],
    // 2^-40 = 9094947017729282379150390625 / 10^40, 28 digits behind 12 zeros.
    ["a power of two", exact(1, 2n ** 40n), "0.0000000000009094947017729282379150390625"],
  ])("%s", (_, value, text) => {
    expect(toDecimalText(value)).toBe(text);
  });

  test("what ends is read back as the same value", () => {
    fc.assert(
      fc.property(shortDecimal, ([n, places]) => {
        const value = exact(n, 10n ** BigInt(places));
        expect(parseDecimal(toDecimalText(value))).toEqual(value);
      }),
    );
  });

  test("what does not end is off by half a unit of the 20th digit at most", () => {
    fc.assert(
      fc.property(quotient, (value) => {
        const text = toDecimalText(value);
        expect(text).toMatch(/^-?\d+(\.\d*[1-9])?$/);
        const error = subtract(decimal(text), value) ?? zero;
        // Half a unit of the 20th digit is at most 5 parts in 10^20 of the value.
        const bound = multiply(value, exact(5, 10n ** 20n)) ?? zero;
        expect(error.n ** 2n * bound.d ** 2n <= bound.n ** 2n * error.d ** 2n).toBe(true);
      }),
    );
  });
});

describe("agrees", () => {
  test.each([
    ["an ending decimal", "1.25", exact(5, 4), true],
    ["zeros at its end", "1.2500", exact(5, 4), true],
    ["an ending decimal off by little", "1.2500000000000000001", exact(5, 4), false],
    ["a third to 20 digits", "0.33333333333333333333", exact(1, 3), true],
    ["a third to 16 digits: off by one part in 10^16", "0.3333333333333333", exact(1, 3), true],
    ["a third to 14 digits: off by one part in 10^14", "0.33333333333333", exact(1, 3), false],
    ["off by exactly one part in 10^15 of 3/7 (3 + 3/10^15 over 7)", "0.4285714285714285714", exact(3, 7), true],
    ["a negative third", "-0.33333333333333333333", exact(-1, 3), true],
    ["the wrong sign", "0.33333333333333333333", exact(-1, 3), false],
    ["zero for zero", "0", zero, true],
    ["zero for little", "0", exact(1, 3n * 10n ** 30n), false],
    ["unlimited", "unlimited", unlimited, true],
    ["a number for unlimited", "1", unlimited, false],
    ["unlimited for a number", "unlimited", one, false],
    ["no plain decimal", "1e0", one, false],
    [
      "35 digits that end: tolerant, as its print is cut",
      "0.11111111111111111111",
      exact(BigInt("1".repeat(35)), 10n ** 35n),
      true,
    ],
  ])("%s", (_, expected, actual, agreed) => {
    expect(agrees(expected, actual)).toBe(agreed);
  });

  test("a value agrees with its print", () => {
    fc.assert(
      fc.property(figure, (value) => {
        expect(agrees(toDecimalText(value), value)).toBe(true);
      }),
    );
  });
});

describe("long figures", () => {
  const factors = fc.array(fc.constantFrom(2n, 3n, 5n, 7n, 11n, 61n, 73n, 10007n, 2n ** 61n - 1n), {
    minLength: 200,
    maxLength: 400,
  });
  const product = (list: readonly bigint[]) => list.reduce((a, b) => a * b, 1n);
  const divisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : divisor(b, a % b));

  test("are reduced to lowest terms as by Euclid's rounds", () => {
    fc.assert(
      fc.property(factors, factors, (a, b) => {
        const [n, d] = [product(a), product(b)];
        const common = divisor(n, d);
        expect(exact(n, d)).toEqual({ n: n / common, d: d / common });
      }),
    );
  });

  test("stand in the order of their cross products", () => {
    const over = fc.tuple(factors, factors, fc.constantFrom(1n, -1n));
    fc.assert(
      fc.property(over, over, ([a, b, signA], [c, d, signC]) => {
        const [one, other] = [exact(signA * product(a), product(b)), exact(signC * product(c), product(d))];
        const difference = one.n * other.d - other.n * one.d;
        expect(compare(one, other)).toBe(difference > 0n ? 1 : difference < 0n ? -1 : 0);
      }),
    );
  });

  test("stand in order where their leading digits are the same", () => {
    // 1 and the inverse of 3^1000, which is about 10^-477; that of 7^600 is about 10^-507.
    const [near, nearer] = [3n ** 1_000n, 7n ** 600n];
    expect(compare(exact(near + 1n, near), exact(nearer + 1n, nearer))).toBe(1);
    expect(compare(exact(-near - 1n, near), exact(-nearer - 1n, nearer))).toBe(-1);
    expect(compare(exact(near + 1n, near), exact(near + 1n, near))).toBe(0);
  });

  test("are printed as decimal.js divides them", () => {
    const Printed = Decimal.clone({ precision: 20, rounding: Decimal.ROUND_HALF_EVEN });
    const long = fc.bigInt({ min: -(2n ** 3_000n), max: 2n ** 3_000n });
    fc.assert(
      fc.property(long, long, (n, d) => {
        fc.pre(d !== 0n && n !== 0n);
        const value = exact(n, d);
        expect(toDecimalText(value)).toBe(new Printed(value.n).div(new Printed(value.d)).toFixed());
      }),
    );
  });

  test("are printed to 20 digits, half even", () => {
    // A third, two thirds and 10^30, each off by less than one part in 10^400.
    const big = 3n ** 1_000n;
    expect(toDecimalText(exact(big + 1n, big * 3n))).toBe("0.33333333333333333333");
    expect(toDecimalText(exact(-2n * big - 1n, big * 3n))).toBe("-0.66666666666666666667");
    expect(toDecimalText(exact(big * 10n ** 30n + 1n, big))).toBe(`1${"0".repeat(30)}`);
    // 10^19 and a half, and a hair less or more: 20 digits end just before the half.
    const half = big * (2n * 10n ** 19n + 1n);
    expect(toDecimalText(exact(half - 1n, 2n * big))).toBe(`1${"0".repeat(19)}`);
    expect(toDecimalText(exact(half + 1n, 2n * big))).toBe(`1${"0".repeat(18)}1`);
    expect(toDecimalText(exact(-half - 1n, 2n * big))).toBe(`-1${"0".repeat(18)}1`);
  });
});
