/** The columns of market data: which a note has that declares none, and what kind of figure a column holds by its name. */

import { usualCurrency } from "./money/currencies.ts";
import type { Quantity } from "./value-type.ts";
import { plainNumber, price, priceIn, rate, shares } from "./value-type.ts";

/** The columns of the one market of a note that declares no series, by the words that follow `market`. */
export const marketColumns = ["open", "high", "low", "close", "vwap", "volume"] as const;

/** The name of that market: a word of the language, so that no series is called so. */
export const theMarket = "market";

const usual = {
  open: price,
  high: price,
  low: price,
  close: price,
  vwap: price,
  bid: price,
  ask: price,
  mid: price,
  last: price,
  price,
  volume: shares,
  rate,
  yield: rate,
  fixing: plainNumber,
} as const satisfies Readonly<Record<string, Quantity>>;

/** The kind of figure in a column of that name, where nothing else is said of it; prices are in the note's currency. */
export function usualColumnType(name: string, currency: string = usualCurrency): Quantity | undefined {
  const type = new Map<string, Quantity>(Object.entries(usual)).get(name);
  return type === price ? priceIn(currency) : type;
}

/** Names of columns whose kind is known. */
export const usualColumns: readonly string[] = Object.keys(usual);
