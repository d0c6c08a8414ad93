/** Days are counted from 1970-01-01, so that one day less another is the number of days between them. */
export type Day = number;

const dayLength = 86_400_000;

export const dayOf = (written: string): Day => Date.parse(`${written}T00:00:00Z`) / dayLength;
export const writtenDay = (day: Day) => new Date(day * dayLength).toISOString().slice(0, 10);

/** Year, month from 1, day of the month. */
export function partsOf(day: Day): readonly [number, number, number] {
  const [year, month, date] = writtenDay(day).split("-").map(Number);
  return [year as number, month as number, date as number];
}

const dayFrom = (year: number, month: number, date: number): Day => Date.UTC(year, month - 1, date) / dayLength;

/** The last day of the calendar quarter that holds the day (2(a)). */
export function quarterEnd(day: Day): Day {
  const [year, month] = partsOf(day);
  return dayFrom(year, Math.ceil(month / 3) * 3 + 1, 1) - 1;
}

/** The last day of the quarter before that of the day. */
export function quarterEndBefore(day: Day): Day {
  const [year, month] = partsOf(day);
  return dayFrom(year, Math.ceil(month / 3) * 3 - 2, 1) - 1;
}

export const isQuarterEnd = (day: Day) => quarterEnd(day) === day;

/** The same day of the month a year before; 29 February becomes the 28th. */
export function yearBefore(day: Day): Day {
  const [year, month, date] = partsOf(day);
  return month === 2 && date === 29 ? day - 366 : dayFrom(year - 1, month, date);
}

export type DayCount = "actual/360" | "30/360";

/** A running count of days: what it grows by from one day to another is the days of interest between them (2(c)). */
export function interestDays(day: Day, dayCount: DayCount): number {
  if (dayCount === "actual/360") return day;
  const [year, month, date] = partsOf(day);
  return year * 360 + month * 30 + Math.min(date, 30);
}
