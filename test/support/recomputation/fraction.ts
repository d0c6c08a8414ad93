/** Quotients of integers, calculated here and nowhere else: recomputations share no sums with what they check. */
export interface Fraction {
  readonly n: bigint;
  /** 0 for a figure without limit. */
  readonly d: bigint;
}

export const none: Fraction = { n: 0n, d: 1n };

export function whole(value: number): Fraction {
  return { n: BigInt(value), d: 1n };
}

export function plus(a: Fraction, b: Fraction): Fraction {
  if (a.d === 0n || b.d === 0n) return { n: 1n, d: 0n };
  return lowest(a.n * b.d + b.n * a.d, a.d * b.d);
}

/** No result for anything less a figure without limit. */
export function minus(a: Fraction, b: Fraction): Fraction | undefined {
  return b.d === 0n ? undefined : plus(a, { n: -b.n, d: b.d });
}

export function times(a: Fraction, b: Fraction): Fraction | undefined {
  if (a.d === 0n || b.d === 0n) return a.n > 0n && b.n > 0n ? { n: 1n, d: 0n } : undefined;
  return lowest(a.n * b.n, a.d * b.d);
}

export function over(a: Fraction, b: Fraction): Fraction | undefined {
  if (b.n === 0n) return undefined;
  if (b.d === 0n) return a.d === 0n ? undefined : none;
  if (a.d === 0n) return b.n > 0n ? a : undefined;
  return lowest(a.n * b.d, a.d * b.n);
}

export function raised(base: Fraction, exponent: Fraction): Fraction | undefined {
  if (exponent.d !== 1n) return undefined;
  let result: Fraction | undefined = whole(1);
  const isDown = exponent.n < 0n;
  for (let count = isDown ? -exponent.n : exponent.n; count > 0n; count -= 1n) {
    if (result && !isShort(result)) return undefined;
    result = result && (isDown ? over(result, base) : times(result, base));
  }
  return result;
}

/** Figures of more than about 39,000 digits are no results: 2 to the power of 131,072 has 39,457. */
export function isShort({ n, d }: Fraction): boolean {
  const most = 1n << 131_072n;
  return n < most && n > -most && d < most;
}

/** Below, at or above zero, as the first is less, the same or more. */
export function order(a: Fraction, b: Fraction): number {
  if (a.d === 0n || b.d === 0n) return Number(a.d === 0n) - Number(b.d === 0n);
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** To a multiple of a step: towards zero, away from it, or to the nearest, halves away from zero or to the even multiple. */
export function rounded(value: Fraction, step: Fraction, mode: string): Fraction {
  if (value.d === 0n) return value;
  const [size, unit] = [value.n * step.d, value.d * step.n];
  const isBelow = size < 0n;
  const positive = isBelow ? -size : size;
  const [steps, rest] = [positive / unit, positive % unit];
  const isOver = 2n * rest > unit;
  const isHalf = 2n * rest === unit;
  const goesUp =
    (mode === "up" && rest > 0n) ||
    (mode === "half up" && (isOver || isHalf)) ||
    (mode === "half even" && (isOver || (isHalf && steps % 2n === 1n)));
  const counted = goesUp ? steps + 1n : steps;
  return lowest((isBelow ? -counted : counted) * step.n, step.d);
}

function lowest(n: bigint, d: bigint): Fraction {
  let [a, b] = [n < 0n ? -n : n, d < 0n ? -d : d];
  while (b > 0n) [a, b] = [b, a % b];
  const divisor = d < 0n ? -a : a;
  return { n: n / divisor, d: d / divisor };
}
