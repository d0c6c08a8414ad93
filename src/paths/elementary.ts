/**
 * The exponential and the logarithm, made of sums, products, quotients and square roots alone.
 *
 * A processor rounds those four in one way only, while `Math.exp` and `Math.log` may differ in a last digit between engines
 * and versions. So the same path has the same bytes everywhere. Right to about 15 digits.
 */

export const steps = 32;
/** ln 2 ÷ 32, of which the first part has zeros at its end, so that its multiples are exact. */
export const stepHigh = 0.021660849390173098;
export const stepLow = 2.325192846878874e-12;

/** Of what is below the first, the power counts as 0; of what is beyond the second, as that of the second. */
export const leastPower = -708;
export const greatestPower = 709;

/** 2 to the power of j/32, by square roots. */
export const rootsOfTwo = new Float64Array(steps);
/** 2 to the power of k - 1022. */
const powersOfTwo = new Float64Array(2046);

fillTables();

function fillTables(): void {
  const roots = [Math.sqrt(2)];
  while (roots.length < 5) roots.push(Math.sqrt(roots.at(-1) ?? 1));
  for (let j = 0; j < steps; j += 1) {
    // Of the five bits of j, the first stands for the square root of 2, the last for its 32nd root.
    rootsOfTwo[j] = roots.reduce((product, root, bit) => ((j >> (4 - bit)) & 1 ? product * root : product), 1);
  }
  powersOfTwo[1022] = 1;
  for (let k = 1023; k < powersOfTwo.length; k += 1) powersOfTwo[k] = (powersOfTwo[k - 1] ?? 1) * 2;
  for (let k = 1021; k >= 0; k -= 1) powersOfTwo[k] = (powersOfTwo[k + 1] ?? 1) / 2;
}

/** e to the power of x; 0 below about -708, and beyond about 709 as for 709. */
export function exponential(x: number): number {
  if (x < leastPower) return 0;
  const bounded = x > greatestPower ? greatestPower : x;
  const n = Math.floor((bounded * steps) / Math.LN2 + 0.5);
  const r = bounded - n * stepHigh - n * stepLow;
  const series = 1 + r * (1 + r * (1 / 2 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120 + r / 720)))));
  return (powersOfTwo[(n >> 5) + 1022] ?? 0) * (rootsOfTwo[n & 31] ?? 0) * series;
}

/** The natural logarithm of a positive number that is not below 2 to the power of -1022. */
export function logarithm(x: number): number {
  let [low, high] = [0, powersOfTwo.length - 1];
  // The greatest power of two that is not more than x.
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((powersOfTwo[middle] ?? 0) <= x) low = middle;
    else high = middle - 1;
  }
  return logarithmOfParts(x / (powersOfTwo[low] ?? 1), low - 1022);
}

/** The logarithm of `part` times 2 to the power of `exponent`; the part is from 1 to 2. */
export function logarithmOfParts(part: number, exponent: number): number {
  const isUpper = part > Math.SQRT2;
  const m = isUpper ? part / 2 : part;
  const s = (m - 1) / (m + 1);
  const q = s * s;
  const late = 1 / 11 + q * (1 / 13 + q * (1 / 15 + q * (1 / 17 + q / 19)));
  const series = 1 + q * (1 / 3 + q * (1 / 5 + q * (1 / 7 + q * (1 / 9 + q * late))));
  return (isUpper ? exponent + 1 : exponent) * Math.LN2 + 2 * s * series;
}
