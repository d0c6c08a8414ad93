/** Days are counted from 1970-01-01; a calendar is the days other than weekends on which banks are closed. */
export type Day = number;
export type Holidays = ReadonlySet<Day>;

const millisecondsInDay = 86_400_000;

export const dayOf = (text: string): Day => Date.parse(`${text}T00:00:00Z`) / millisecondsInDay;

export const dayText = (day: Day): string => new Date(day * millisecondsInDay).toISOString().slice(0, 10);

/** Months are counted from the year 0, so that two neighbours differ by one. */
export function monthOf(day: Day): number {
  const date = new Date(day * millisecondsInDay);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

export const firstOfMonth = (month: number): Day => Date.UTC(Math.floor(month / 12), month % 12, 1) / millisecondsInDay;

export const lastOfMonth = (month: number): Day => firstOfMonth(month + 1) - 1;

/** The same day of a later or earlier month, or its last day where the month is too short. */
export function addMonths(day: Day, months: number): Day {
  const month = monthOf(day) + months;
  const ordinal = day - firstOfMonth(monthOf(day));
  return Math.min(firstOfMonth(month) + ordinal, lastOfMonth(month));
}

export function isBusinessDay(day: Day, holidays: Holidays): boolean {
  const weekday = (((day + 4) % 7) + 7) % 7;
  return weekday !== 0 && weekday !== 6 && !holidays.has(day);
}

/** The day itself where banks are open, else the next such day. */
export function rolled(day: Day, holidays: Holidays): Day {
  return isBusinessDay(day, holidays) ? day : rolled(day + 1, holidays);
}

/** The count-th business day strictly after the day. */
export function businessDaysAfter(count: number, day: Day, holidays: Holidays): Day {
  let found = day;
  for (let left = count; left > 0; left--) found = rolled(found + 1, holidays);
  return found;
}

/** How many business days lie after `from` and up to and including `to`. */
export function businessDaysIn(from: Day, to: Day, holidays: Holidays): number {
  let count = 0;
  for (let day = from + 1; day <= to; day++) if (isBusinessDay(day, holidays)) count++;
  return count;
}

export function lastBusinessDay(month: number, holidays: Holidays): Day {
  let day = lastOfMonth(month);
  while (!isBusinessDay(day, holidays)) day--;
  return day;
}
