/**
 * Normal variates, by the inverse of the normal distribution function: one word of random bits gives one of them.
 *
 * Source: Wichura, "Algorithm AS 241: the percentage points of the normal distribution", 1988, PPND16; right to about 16
 * digits. It needs a logarithm, which is our own, and a square root, so a word gives the same number on every machine.
 */
import { logarithmOfParts } from "./elementary.ts";

/** The number of which a share `p` of the normal distribution is less; p is above 0 and below 1. */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (q <= centralShares && q >= -centralShares) return central(q);
  const tail = q < 0 ? p : 1 - p;
  // As many halvings as it takes to get to a part from 1 to 2.
  let [part, exponent] = [tail, 0];
  while (part < 1) {
    part *= 2;
    exponent -= 1;
  }
  const size = outer(Math.sqrt(-logarithmOfParts(part, exponent)));
  return q < 0 ? -size : size;
}

/** The variate of a word: of the middle of the word's step of 2 to the power of -32, so never beyond about 6.3. */
export function normalOfWord(word: number): number {
  const q = (word + 0.5) * wordStep - 0.5;
  if (q <= centralShares && q >= -centralShares) return central(q);
  const size = outer(Math.sqrt(-logarithmOfWord(q < 0 ? word : 4294967295 - word)));
  return q < 0 ? -size : size;
}

/** The logarithm of the share that a word stands for, which is above 0 and below 1. */
export function logarithmOfWord(word: number): number {
  if (word >= 2147483648) return logarithmOfParts((word + 0.5) / 2147483648, -1);
  // Twice the word and its half step: a whole number, of which the leading zeros are the exponent.
  const steps = 2 * word + 1;
  const length = 31 - Math.clz32(steps);
  return logarithmOfParts(length === 31 ? steps / 2147483648 : steps / (1 << length), length - 33);
}

/** The mean size of a standard normal variate: the square root of 2 ÷ π. */
export const meanSize = 0.7978845608028654;

/** Into so many equal shares the distribution is divided where eleven bits draw one of them. */
export const tableSize = 2048;

/** 2 to the power of -32. */
export const wordStep = 1 / 4294967296;

/** Of the shares from 7.5% to 92.5%: a quotient of two polynomials; the first coefficient is that of the highest power. */
export const centralShares = 0.425;
export const centralMiddle = 0.180625;
export const centralAbove = [
  2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513,
  133.14166789178438, 3.3871328727963665,
] as const;
export const centralBelow = [
  5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579,
  42.31333070160091, 1,
] as const;
const [ca7, ca6, ca5, ca4, ca3, ca2, ca1, ca0] = centralAbove;
const [cb7, cb6, cb5, cb4, cb3, cb2, cb1, cb0] = centralBelow;

function central(q: number): number {
  const r = centralMiddle - q * q;
  const above = ((((((ca7 * r + ca6) * r + ca5) * r + ca4) * r + ca3) * r + ca2) * r + ca1) * r + ca0;
  const below = ((((((cb7 * r + cb6) * r + cb5) * r + cb4) * r + cb3) * r + cb2) * r + cb1) * r + cb0;
  return (q * above) / below;
}

/** Of the square root of minus the logarithm of the share beyond. */
function outer(root: number): number {
  return root <= 5 ? near(root - nearMiddle) : far(root - 5);
}

/** Of the shares beyond those, as far as a word goes; the same of the root of minus the logarithm, less a middle. */
export const nearMiddle = 1.6;
export const nearAbove = [
  0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
  5.769497221460691, 4.630337846156546, 1.4234371107496835,
] as const;
export const nearBelow = [
  1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
  1.6763848301838038, 2.053191626637759, 1,
] as const;
const [na7, na6, na5, na4, na3, na2, na1, na0] = nearAbove;
const [nb7, nb6, nb5, nb4, nb3, nb2, nb1, nb0] = nearBelow;

function near(r: number): number {
  const above = ((((((na7 * r + na6) * r + na5) * r + na4) * r + na3) * r + na2) * r + na1) * r + na0;
  const below = ((((((nb7 * r + nb6) * r + nb5) * r + nb4) * r + nb3) * r + nb2) * r + nb1) * r + nb0;
  return above / below;
}

function far(r: number): number {
  const above =
    ((((((2.0103343992922881e-7 * r + 2.7115555687434876e-5) * r + 0.0012426609473880784) * r + 0.026532189526576124) *
      r +
      0.29656057182850487) *
      r +
      1.7848265399172913) *
      r +
      5.463784911164114) *
      r +
    6.657904643501103;
  const below =
    ((((((2.0442631033899397e-15 * r + 1.421511758316446e-7) * r + 1.8463183175100548e-5) * r + 0.0007868691311456133) *
      r +
      0.014875361290850615) *
      r +
      0.1369298809227358) *
      r +
      0.599832206555888) *
      r +
    1;
  return above / below;
}
