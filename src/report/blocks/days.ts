import { parseDate } from "../../units/plain-date.ts";

const weekdays = "Thu Fri Sat Sun Mon Tue Wed".split(" ");
const months = "January February March April May June July August September October November December".split(" ");

/** `Mon 20` for "2006-11-20". */
export function dayWords(date: string): string {
  return `${weekdayOf(date)} ${Number(date.slice(8))}`;
}

/** `November 2006` for "2006-11". */
export function monthWords(month: string): string {
  return `${months[Number(month.slice(5, 7)) - 1] ?? month} ${month.slice(0, 4)}`;
}

/** `20 November 2006` for "2006-11-20". */
export function longDay(date: string): string {
  return `${Number(date.slice(8))} ${monthWords(date.slice(0, 7))}`;
}

/** Days count from 1 January 1970, a Thursday. */
function weekdayOf(date: string): string {
  const day = parseDate(date);
  return day === undefined ? "" : (weekdays[((day % 7) + 7) % 7] ?? "");
}
