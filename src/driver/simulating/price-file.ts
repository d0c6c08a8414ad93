/** A file of market data as the rows of a model: what is replayed, or drawn from. */
import type { Series } from "../../core/core.ts";
import type { Result } from "../../diagnostics/result.ts";
import type { Market } from "../../inputs/market.ts";
import { readMarket } from "../../inputs/market.ts";
import { layoutOf } from "../../inputs/scenario/market-layout.ts";
import type { PastRows } from "../../paths/model.ts";
import type { NamedText } from "../scenarios.ts";

/** Closes have to be in it, and what clauses read of the series. */
export function readPrices({ text, name }: NamedText, { columns }: Series): Result<Market> {
  const layout = layoutOf({ columns }, { columns: new Map() });
  const needed = layout.columns.map((it) => ({ ...it, isNeeded: it.isNeeded || it.name === "close" }));
  return readMarket(text, name, { ...layout, columns: needed });
}

/** The rows from one on, all of them unless said otherwise. */
export function rowsOf(market: Market, from = 0): PastRows {
  const count = market.days.length - from;
  const figures = (name: string) => {
    const index = market.columns.indexOf(name);
    if (index < 0) return undefined;
    return Float64Array.from({ length: count }, (_, row) => market.roughFigures(from + row)[index] ?? 0);
  };
  return {
    close: figures("close") ?? new Float64Array(count).fill(1),
    open: figures("open"),
    high: figures("high"),
    low: figures("low"),
    vwap: figures("vwap"),
    volume: figures("volume"),
  };
}
