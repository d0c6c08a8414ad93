import type { Value } from "../../core/core.ts";
import type { Market } from "../../inputs/market.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import type { DaySales } from "./plan-facts.ts";

/**
 * Market data that come day by day. On which days there are rows is known from the beginning; what stands in the row of a day
 * is read only after `reveal` was called for it.
 */
export interface MarketSource {
  /** By the names of the series. */
  readonly series: ReadonlyMap<string, Market>;
  /** What the path says of a day before it opens, by the names of the plan's signals. */
  readonly signals?: (day: PlainDate) => ReadonlyMap<string, Value>;
  /** Each day, when all is decided that goes without its prices. `sold` is what was sold since the last call. */
  readonly reveal?: (day: PlainDate, sold: readonly DaySales[]) => void;
}
