/** An exact quotient of two whole numbers, in lowest terms, with a denominator above zero. */
export class Fraction {
  readonly top: bigint;
  readonly bottom: bigint;

  constructor(top: bigint, bottom = 1n) {
    if (bottom === 0n) throw new Unanswerable("undefined");
    const sign = bottom < 0n ? -1n : 1n;
    const divisor = greatestCommonDivisor(top < 0n ? -top : top, bottom * sign);
    this.top = (top * sign) / divisor;
    this.bottom = (bottom * sign) / divisor;
  }

  plus(other: Fraction): Fraction {
    return new Fraction(this.top * other.bottom + other.top * this.bottom, this.bottom * other.bottom);
  }

  minus(other: Fraction): Fraction {
    return new Fraction(this.top * other.bottom - other.top * this.bottom, this.bottom * other.bottom);
  }

  times(other: Fraction | number): Fraction {
    const factor = typeof other === "number" ? whole(other) : other;
    return new Fraction(this.top * factor.top, this.bottom * factor.bottom);
  }

  over(other: Fraction | number): Fraction {
    const divisor = typeof other === "number" ? whole(other) : other;
    return new Fraction(this.top * divisor.bottom, this.bottom * divisor.top);
  }

  isBelow(other: Fraction): boolean {
    return this.top * other.bottom < other.top * this.bottom;
  }

  equals(other: Fraction): boolean {
    return this.top === other.top && this.bottom === other.bottom;
  }

  get isZero(): boolean {
    return this.top === 0n;
  }

  get isPositive(): boolean {
    return this.top > 0n;
  }

  /** The largest whole number that is not above it. */
  floor(): Fraction {
    const rest = ((this.top % this.bottom) + this.bottom) % this.bottom;
    return new Fraction((this.top - rest) / this.bottom);
  }

  ceil(): Fraction {
    return zero.minus(zero.minus(this).floor());
  }

  /** The nearest whole number; a half goes up. */
  nearest(): Fraction {
    return this.plus(new Fraction(1n, 2n)).floor();
  }
}

/** What a question or an event runs into that has no answer, in the words of the scenario format. */
export class Unanswerable extends Error {
  readonly kind: "missing data" | "undefined" | "refused";

  constructor(kind: Unanswerable["kind"]) {
    super(kind);
    this.kind = kind;
  }
}

export const whole = (value: number): Fraction => new Fraction(BigInt(value));
export const zero = whole(0);
export const one = whole(1);

export const lesser = (a: Fraction, b: Fraction): Fraction => (b.isBelow(a) ? b : a);
export const greater = (a: Fraction, b: Fraction): Fraction => (a.isBelow(b) ? b : a);
export const sum = (items: readonly Fraction[]): Fraction => items.reduce((a, b) => a.plus(b), zero);

/** Reads "12.5", "1/190", "8%". */
export function fraction(text: string): Fraction {
  if (text.endsWith("%")) return fraction(text.slice(0, -1)).over(100);
  const [top = "", bottom] = text.split("/");
  if (bottom !== undefined) return fraction(top).over(fraction(bottom));
  const [, sign = "", digits = "", decimals = ""] = /^(-?)(\d*)\.?(\d*)$/.exec(text) ?? [];
  return new Fraction(BigInt(`${sign}${digits}${decimals}`), 10n ** BigInt(decimals.length));
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [left, right] = [a, b];
  while (right !== 0n) [left, right] = [right, left % right];
  return left;
}
