import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { toBinary } from "../../../src/units/binary/to-binary.ts";
import { exact, unlimited } from "../../../src/units/exact.ts";

test.each([
  ["a whole number", exact(1_234), 1_234],
  ["a third", exact(1, 3), 1 / 3],
  ["below zero", exact(-1, 10), -0.1],
  ["long digits", exact(10n ** 40n + 1n, 3n * 10n ** 40n), 1 / 3],
  ["tiny", exact(1n, 10n ** 300n), 1e-300],
  ["great", exact(10n ** 300n, 7n), 1e300 / 7],
  ["no limit", unlimited, Number.POSITIVE_INFINITY],
])("%s is the nearest binary number", (_name, value, expected) => {
  expect(toBinary(value)).toBe(expected);
});

property.prop([fc.double({ noNaN: true, noDefaultInfinity: true, min: 1e-100, max: 1e100 })])(
  "what is a binary number comes back as it was",
  (number) => {
    // Every binary number is a whole number over a power of two.
    let [n, halves] = [number, 0];
    while (!Number.isInteger(n)) {
      n *= 2;
      halves += 1;
    }
    expect(toBinary(exact(BigInt(n), 1n << BigInt(halves)))).toBe(number);
    expect(toBinary(exact(BigInt(n) * 3n ** 60n, (1n << BigInt(halves)) * 3n ** 60n))).toBe(number);
  },
);
