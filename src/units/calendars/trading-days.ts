import type { Calendar } from "../business-days.ts";
import { isBusinessDay } from "../business-days.ts";
import type { PlainDate } from "../plain-date.ts";
import { asPlainDate } from "../plain-date.ts";

/** The days on which an exchange trades, by its calendar and by the rows of market data. */
export interface TradingCalendar extends Calendar {
  /** The days from which and to which there are rows; undefined where there are none. */
  readonly rows: { readonly first: PlainDate; readonly last: PlainDate } | undefined;
  isUnknown(day: PlainDate): boolean;
}

/**
 * Between the first row and the last, a trading day is one on which the exchange was open and that has a row. One on which it
 * was open and that has no row is not known: either the row is missing, or the exchange was closed that once. Elsewhere the calendar says it.
 */
export function tradingCalendar(exchange: Calendar, days: ArrayLike<number>): TradingCalendar {
  const withRow = new Set(Array.from(days));
  const [first, last] = [days[0], days[days.length - 1]];
  const rows =
    first === undefined || last === undefined ? undefined : { first: asPlainDate(first), last: asPlainDate(last) };
  const isReached = (day: PlainDate) => rows !== undefined && day >= rows.first && day <= rows.last;
  return {
    ...exchange,
    rows,
    isUnknown: (day) => isReached(day) && !withRow.has(day) && isBusinessDay(exchange, day) === true,
  };
}

/** The first day from one on, or back, of which it is not known whether it is a trading day. */
export function unknownDay(calendar: TradingCalendar, from: PlainDate, by: 1 | -1): PlainDate | undefined {
  const { rows } = calendar;
  if (rows === undefined) return undefined;
  const start = by === 1 ? Math.max(from, rows.first) : Math.min(from, rows.last);
  for (let day = start; day >= rows.first && day <= rows.last; day += by) {
    if (calendar.isUnknown(asPlainDate(day))) return asPlainDate(day);
  }
  return undefined;
}

/** Whether a day lies behind the last row: what trades then is only expected. */
export function isExpected({ rows }: TradingCalendar, day: PlainDate): boolean {
  return rows === undefined || day > rows.last;
}
