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
  if (q <= 0.425 && q >= -0.425) return central(q);
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
  if (q <= 0.425 && q >= -0.425) return central(q);
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

/** 2 to the power of -32. */
export const wordStep = 1 / 4294967296;

function central(q: number): number {
  const r = 0.180625 - q * q;
  const above =
    ((((((2509.0809287301227 * r + 33430.57558358813) * r + 67265.7709270087) * r + 45921.95393154987) * r +
      13731.69376550946) *
      r +
      1971.5909503065513) *
      r +
      133.14166789178438) *
      r +
    3.3871328727963665;
  const below =
    ((((((5226.495278852854 * r + 28729.085735721943) * r + 39307.89580009271) * r + 21213.794301586597) * r +
      5394.196021424751) *
      r +
      687.1870074920579) *
      r +
      42.31333070160091) *
      r +
    1;
  return (q * above) / below;
}

/** Of the square root of minus the logarithm of the share beyond. */
function outer(root: number): number {
  return root <= 5 ? near(root - 1.6) : far(root - 5);
}

function near(r: number): number {
  const above =
    ((((((0.0007745450142783414 * r + 0.022723844989269184) * r + 0.2417807251774506) * r + 1.2704582524523684) * r +
      3.6478483247632045) *
      r +
      5.769497221460691) *
      r +
      4.630337846156546) *
      r +
    1.4234371107496835;
  const below =
    ((((((1.0507500716444169e-9 * r + 0.0005475938084995345) * r + 0.015198666563616457) * r + 0.14810397642748008) *
      r +
      0.6897673349851) *
      r +
      1.6763848301838038) *
      r +
      2.053191626637759) *
      r +
    1;
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
