/** The trading days on which a path has rows: some before the note's first day, and all from it through the last. */
import type { Calendar } from "../../units/business-days.ts";
import { isBusinessDay } from "../../units/business-days.ts";
import { builtInCalendar } from "../../units/calendars/built-in.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { addDays, isWeekend } from "../../units/plain-date.ts";

export interface PathDays {
  /** Rising; each a `PlainDate`. */
  readonly days: Int32Array;
  /** How many of them lie before the first day. */
  readonly history: number;
}

/** By the calendar of the exchange; without one, by the New York Stock Exchange's. */
export function tradingDays(
  start: PlainDate,
  through: PlainDate,
  history: number,
  exchange: Calendar | undefined,
): PathDays {
  const calendar = exchange ?? builtInCalendar("nyse");
  const isOpen = (day: PlainDate) => (calendar && isBusinessDay(calendar, day)) ?? !isWeekend(day);
  const before: number[] = [];
  for (let day = addDays(start, -1); day !== undefined && before.length < history; day = addDays(day, -1)) {
    if (isOpen(day)) before.push(day);
  }
  const days = before.toReversed();
  for (let day: PlainDate | undefined = start; day !== undefined && day <= through; day = addDays(day, 1)) {
    if (isOpen(day)) days.push(day);
  }
  return { days: Int32Array.from(days), history: before.length };
}
