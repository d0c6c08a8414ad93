/** Section 8(a)(x): lapses of the registration, in Trading Days. */
import type { Day } from "../base/days.ts";
import { yearBefore } from "../base/days.ts";
import { tradingDaysBetween } from "../base/market.ts";
import type { Book } from "../book.ts";

/** More than ten in a row, or fifteen in twelve months; ten more of each while a merger is negotiated. */
export function lapsedTooLong(book: Book): boolean {
  const more = book.reports.some(({ event }) => event.event === "Merger Negotiation Opinion") ? 10 : 0;
  const spans = lapses(book);
  const inYear = spans.map(([from, end]) => countOf(book, Math.max(from, yearBefore(book.today) + 1), end));
  const longest = Math.max(0, ...spans.map(([from, end]) => countOf(book, from, end)));
  return longest > 10 + more || inYear.reduce((a, b) => a + b, 0) >= 15 + more;
}

const countOf = ({ market, today }: Book, from: Day, end: Day) =>
  from > Math.min(end, today) ? 0 : tradingDaysBetween(market, from, Math.min(end, today)).length;

/** Each lapse with its last day; the day of the restoration is no longer one. */
export function lapses({ reports, today }: Book): (readonly [Day, Day])[] {
  const spans: [Day, Day][] = [];
  let from: Day | undefined;
  for (const { on, event } of reports) {
    if (event.event === "Registration Lapsed") from ??= on;
    if (event.event !== "Registration Restored" || from === undefined) continue;
    spans.push([from, on - 1]);
    from = undefined;
  }
  return from === undefined ? spans : [...spans, [from, today]];
}
