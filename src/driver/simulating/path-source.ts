/** A path as market data that come day by day: each row is made when the days before it are over, from what was sold on them. */
import type { CoreProgram, Value } from "../../core/core.ts";
import type { MarketSource } from "../../evaluate/plans/market-source.ts";
import type { Market } from "../../inputs/market.ts";
import type { PathMaker } from "../../paths/path-maker.ts";
import { toBinary } from "../../units/binary/to-binary.ts";
import { exact } from "../../units/exact.ts";
import type { PathDays } from "./path-days.ts";

/** Of the path that the maker has started, whose rows one of the series has. */
export function sourceOfPath(
  maker: PathMaker,
  { days, history }: PathDays,
  signals: Signals,
  series: ReadonlyMap<string, Market>,
): MarketSource {
  let [next, sold] = [history, 0];
  return {
    series,
    signals: (day) => {
      if (days[next] !== day) return signals(maker, next - 1, false);
      maker.open();
      return signals(maker, next, true);
    },
    reveal: (day, sales) => {
      for (const sale of sales) sold += toBinary(sale.sold);
      if (days[next] !== day) return;
      maker.next(sold);
      [next, sold] = [next + 1, 0];
    },
  };
}

/**
 * What a path says of a day before it opens, by the names of signals. On a day without a row, the row is the last before it:
 * what is delisted stays so, and nothing is split again.
 */
export type Signals = (maker: PathMaker, row: number, isItsDay: boolean) => ReadonlyMap<string, Value>;

/** A signal that is a number is told of splits, as new shares for each old one; one that is yes or no, of the delisting. */
export function signalsOf({ states }: CoreProgram): Signals {
  const signals = [...states.values()].filter(({ isSignal }) => isSignal === true);
  const numbers = signals.filter(({ type }) => type.kind === "quantity").map(({ name }) => name);
  const flags = signals.filter(({ type }) => type.kind === "yes or no").map(({ name }) => name);
  return ({ rows }, row, isItsDay) => {
    const [old, isDelisted] = [isItsDay ? (rows.splits[row] ?? 1) : 1, rows.delisted[row] === 1];
    return new Map<string, Value>([
      ...numbers.map((name) => [name, exact(1, old)] as const),
      ...flags.map((name) => [name, isDelisted] as const),
    ]);
  };
}

/** Whether a plan hears of splits. */
export function tellsOfSplits({ states }: CoreProgram): boolean {
  return [...states.values()].some(({ isSignal, type }) => isSignal === true && type.kind === "quantity");
}
