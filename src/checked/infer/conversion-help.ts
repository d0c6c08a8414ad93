import type { ValueType } from "../../units/value-type.ts";
import { combine, exchangeRate, sameUnit } from "../../units/value-type.ts";

/**
 * The way out where two kinds are a rate of exchange apart: an amount of another currency, or one over a price in another.
 * `value` says what is to be converted from the one kind to the other.
 */
export function conversionHelp(value: string, from: ValueType, to: ValueType): string | undefined {
  if (from.kind !== "quantity" || to.kind !== "quantity") return undefined;
  const apart = combine(to.unit, from.unit, -1);
  const [one, other] = Object.keys(apart.money);
  if (one === undefined || other === undefined || apart.share !== 0 || apart.year !== 0) return undefined;
  const [got, given] = apart.money[one] === 1 ? [one, other] : [other, one];
  if (!sameUnit(apart, exchangeRate(got, given).unit)) return undefined;
  const ways = `multiply ${value} by a rate in \`${got} per ${given}\`, or divide ${value} by one in \`${given} per ${got}\``;
  return `convert it: ${ways}`;
}
