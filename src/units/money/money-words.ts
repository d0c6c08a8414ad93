/** Amounts of a currency in words, where it is not the usual one or stands beside another. */
import type { Unit } from "../value-type.ts";
import { currenciesIn, currencyOf, exchangeRate, moneyIn, priceIn, sameUnit } from "../value-type.ts";

/** "an amount of EUR", "a price in NOK per share", "a rate of NOK per EUR"; undefined for any other unit. */
export function amountInWords(unit: Unit): string | undefined {
  const currency = currencyOf({ kind: "quantity", unit });
  if (currency !== undefined && sameUnit(unit, moneyIn(currency).unit)) return `an amount of ${currency}`;
  if (currency !== undefined && sameUnit(unit, priceIn(currency).unit)) return `a price in ${currency} per share`;
  const [above = "", below = ""] = currenciesIn(unit).toSorted((a, b) => (unit.money[b] ?? 0) - (unit.money[a] ?? 0));
  return below !== "" && sameUnit(unit, exchangeRate(above, below).unit)
    ? `a rate of ${above} per ${below}`
    : undefined;
}

/** Whether two units speak of money, and not of the same currencies. */
export function areOtherCurrencies(left: Unit, right: Unit): boolean {
  const [ones, others] = [currenciesIn(left), currenciesIn(right)];
  return ones.length > 0 && others.length > 0 && ones.join() !== others.join();
}
