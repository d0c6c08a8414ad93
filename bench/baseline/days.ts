/**
 * Days as a program for one note would have them: whole numbers since 1970, and the bank holidays of its years written
 * down. Nothing here comes from `src/`.
 */
export type Day = number;

export function day(text: string): Day {
  return Date.parse(`${text}T00:00:00Z`) / 86_400_000;
}

export function textOf(of: Day): string {
  return new Date(of * 86_400_000).toISOString().slice(0, 10);
}

/** The last day of the `months`th month after that of the day. */
export function monthEnd(of: Day, months = 0): Day {
  const date = new Date(of * 86_400_000);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0) / 86_400_000;
}

/** The last day of the quarter of a day. */
export function quarterEnd(of: Day): Day {
  return monthEnd(of, 2 - (new Date(of * 86_400_000).getUTCMonth() % 3));
}

export function isBusinessDay(of: Day): boolean {
  const weekday = (of + 4) % 7; // 1 January 1970 was a Thursday.
  return weekday !== 0 && weekday !== 6 && !holidays.has(of);
}

export function businessDaysAfter(of: Day, count: number): Day {
  let found = of;
  for (let left = count; left > 0; ) {
    found += 1;
    if (isBusinessDay(found)) left -= 1;
  }
  return found;
}

const holidays = new Set(
  [
    ...["2005-10-10", "2005-11-11", "2005-11-24", "2005-12-26"],
    ...["2006-01-02", "2006-01-16", "2006-02-20", "2006-05-29", "2006-07-04", "2006-09-04", "2006-10-09", "2006-11-23"],
    ...["2006-12-25", "2007-01-01", "2007-01-15", "2007-02-19", "2007-05-28", "2007-07-04", "2007-09-03", "2007-10-08"],
    ...["2007-11-12", "2007-11-22", "2007-12-25", "2008-01-01", "2008-01-21", "2008-02-18", "2008-05-26", "2008-07-04"],
    ...["2008-09-01", "2008-10-13", "2008-11-11", "2008-11-27", "2008-12-25", "2009-01-01", "2009-01-19", "2009-02-16"],
  ].map(day),
);
