import type { Day } from "./days.ts";
import { dayOf } from "./days.ts";
import type { Rational } from "./rational.ts";
import { rational } from "./rational.ts";

/** Trading days with their VWAPs, as traded, and the days that are no Business Days. */
export interface Market {
  readonly tradingDays: readonly Day[];
  readonly vwaps: ReadonlyMap<Day, Rational>;
  readonly holidays: ReadonlySet<Day>;
}

export function readMarket(prices: string, holidays: string): Market {
  const [heads, ...rows] = linesOf(prices);
  const column = heads?.indexOf("vwap") ?? -1;
  const vwaps = new Map(rows.map((row) => [dayOf(row[0] as string), rational(row[column] as string)]));
  return {
    tradingDays: [...vwaps.keys()],
    vwaps,
    holidays: new Set(
      linesOf(holidays)
        .slice(1)
        .map((row) => dayOf(row[0] as string)),
    ),
  };
}

const linesOf = (text: string) =>
  text
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(","));

/** 1, "Business Day". */
export function isBusinessDay({ holidays }: Market, day: Day): boolean {
  const weekday = (day + 4) % 7;
  return weekday !== 0 && weekday !== 6 && !holidays.has(day);
}

/** 9(g): the day itself, or the next Business Day. */
export function rolled(market: Market, day: Day): Day {
  return isBusinessDay(market, day) ? day : rolled(market, day + 1);
}

export function businessDaysAfter(market: Market, day: Day, count: number): Day {
  return count === 0 ? day : businessDaysAfter(market, rolled(market, day + 1), count - 1);
}

/** The price file doesn't reach far enough. */
export class MissingData extends Error {}

/** The `count`th Trading Day strictly after the day. */
export function tradingDaysAfter({ tradingDays }: Market, day: Day, count: number): Day {
  return found(tradingDays[indexFrom(tradingDays, day + 1) + count - 1]);
}

/** The `count`th Trading Day strictly before the day. */
export function tradingDaysBefore({ tradingDays }: Market, day: Day, count: number): Day {
  return found(tradingDays[indexFrom(tradingDays, day) - count]);
}

/** Trading Days from the first day to the second, both included. */
export function tradingDaysBetween({ tradingDays }: Market, from: Day, to: Day): readonly Day[] {
  return tradingDays.slice(indexFrom(tradingDays, from), indexFrom(tradingDays, to + 1));
}

/** The last Trading Day on or before the day. */
export function tradingDayAt(market: Market, day: Day): Day {
  return tradingDaysBefore(market, day + 1, 1);
}

function found(day: Day | undefined): Day {
  if (day === undefined) throw new MissingData();
  return day;
}

/** Where the first day on or after `day` stands. */
function indexFrom(days: readonly Day[], day: Day): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] as Day) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
