/** `exponential` and `logarithmOfWord` of two numbers side by side. */
import type { Body, Code } from "../../base/wasm/body.ts";
import { access, behind, op, opWith, whole } from "../../base/wasm/body.ts";
import { greatestPower, leastPower, stepHigh, stepLow, steps } from "../elementary.ts";
import { bits, both, minus, over, pick, plus, series, times } from "./arithmetic.ts";

/** Added to a small whole number, it leaves that number in the low bits: 1.5 times 2 to the power of 52. */
const inLowBits = 6755399441055744;
const biasSteps = 1023n * BigInt(steps);

/** `roots` is the address of the table of the roots of two. */
export function exponentialOf(body: Body, x: Code, roots: number): Code {
  const given = body.keep(x);
  const bounded = body.keep(op("f64x2.pmin", given, both(greatestPower)));
  const n = body.keep(op("f64x2.floor", plus(over(times(bounded, both(steps)), both(Math.LN2)), both(0.5))));
  const r = body.keep(minus(minus(bounded, times(n, both(stepHigh))), times(n, both(stepLow))));
  const sum = series([1, 1, 1 / 2, 1 / 6, 1 / 24], plus(both(1 / 120), over(r, both(720))), r);
  const counted = body.keep(op("i64x2.add", plus(n, both(inLowBits)), bits(biasSteps)));
  const exponent = op("v128.and", op("i64x2.shl", counted, whole(47)), bits(0x7ff0_0000_0000_0000n));
  const step = body.keep(op("v128.and", counted, bits(BigInt(steps - 1))));
  const rootOf = (lane: number) => behind(whole(roots), opWith("i32x4.extract_lane", [lane], step), 3);
  const tabled = access("v128.load64_lane", [rootOf(2), access("v128.load64_zero", [rootOf(0)])], [1]);
  const value = times(times(exponent, tabled), sum);
  return op("v128.andnot", value, op("f64x2.lt", given, both(leastPower)));
}

/** Of words as binary numbers; the logarithm of the share in the middle of each one's step. */
export function logarithmOfWords(body: Body, words: Code): Code {
  const doubled = body.keep(plus(plus(words, words), both(1)));
  // Twice the word and its half step, as a number from 1 to 2 and a power of two that is 33 more than that of the share.
  const part = body.keep(
    op("v128.or", op("v128.and", doubled, bits(0x000f_ffff_ffff_ffffn)), bits(0x3ff0_0000_0000_0000n)),
  );
  const biased = op("v128.or", op("i64x2.shr_u", doubled, whole(52)), bits(0x4330_0000_0000_0000n));
  const exponent = body.keep(minus(biased, both(4503599627370496 + 1023 + 33)));
  const isUpper = body.keep(op("f64x2.gt", part, both(Math.SQRT2)));
  const m = body.keep(pick(isUpper, times(part, both(0.5)), part));
  const s = body.keep(over(minus(m, both(1)), plus(m, both(1))));
  const q = body.keep(times(s, s));
  const coefficients = [1, 1 / 3, 1 / 5, 1 / 7, 1 / 9, 1 / 11, 1 / 13, 1 / 15];
  const sum = series(coefficients, plus(both(1 / 17), over(q, both(19))), q);
  const power = pick(isUpper, plus(exponent, both(1)), exponent);
  return plus(times(power, both(Math.LN2)), times(times(both(2), s), sum));
}
