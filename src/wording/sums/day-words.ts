/** Days from one to another, as people write them. */
import type { DayUnit } from "../../core/core.ts";
import { theMarket } from "../../units/market-columns.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { partsOf } from "../../units/plain-date.ts";

const months = "January February March April May June July August September October November December".split(" ");

/** `17 November 2006`, `17–23 November 2006`, `28 November – 2 December 2006`. */
export function daysFromTo(first: PlainDate, last: PlainDate): string {
  const [from, to] = [partsOf(first), partsOf(last)];
  if (first === last) return dayWords(to);
  if (from.year !== to.year) return `${dayWords(from)} – ${dayWords(to)}`;
  if (from.month !== to.month) return `${from.day} ${monthName(from.month)} – ${dayWords(to)}`;
  return `${from.day}–${dayWords(to)}`;
}

function dayWords({
  day,
  month,
  year,
}: {
  readonly day: number;
  readonly month: number;
  readonly year: number;
}): string {
  return `${day} ${monthName(month)} ${year}`;
}

/** A day of a kind: `trading day`; where it is a day with a row in a series of its own, `day of EURNOK`. */
export function unitWords(unit: DayUnit, series: string | undefined): string {
  return series === undefined || series === theMarket ? unit : `day of ${series}`;
}

/** `November 2006`. */
export function monthOf(date: PlainDate): string {
  const { month, year } = partsOf(date);
  return `${monthName(month)} ${year}`;
}

function monthName(month: number): string {
  return months[month - 1] ?? "";
}
