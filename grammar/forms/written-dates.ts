// Days as contracts write them, with the month in words: `January 3, 2006`, `3 January 2006`, `3rd of January, 2006`.

const names = "January February March April May June July August September October November December".split(" ");
const month = `(${names.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)}|\\.)?`).join("|")}|Sept\\.?)`;
const day = String.raw`(\d{1,2})(?:st|nd|rd|th)?`;
const year = String.raw`(\d{4})(?![A-Za-z0-9_])`;
const blanks = "[ \\t]+";

const monthFirst = `${month}${blanks}${day}(?:,|,?${blanks})[ \\t]*${year}`;
const dayFirst = `(?:the${blanks})?${day}(?:${blanks}(?:of${blanks})?|-)${month}(?:,?${blanks}|-)${year}`;

/** `6 May`, `6th of May`, `May 6`: the day of every year. A name goes on with a capital. */
export const dayOfYear = `(?:${day}${blanks}(?:of${blanks})?${month}|${month}${blanks}${day}(?![ \\t]+[A-Z]))(?![A-Za-z0-9_])`;

/** The form of such a day. */
export const writtenDate = `(?:${monthFirst}|${dayFirst})`;
export const monthInitials: readonly string[] = [...new Set(names.map((name) => name.charAt(0)))];

let whole: RegExp | undefined;
let wholeDayOfYear: RegExp | undefined;

/** The month, from 1, and the day of a day of the year as written. */
export function dayOfYearIn(image: string): { readonly month: number; readonly day: number } {
  wholeDayOfYear ??= new RegExp(`^${dayOfYear}$`);
  const [, dayBefore, second, written, dayAfter] = wholeDayOfYear.exec(image) ?? [];
  return { month: monthNumber(written ?? second ?? ""), day: Number(dayBefore ?? dayAfter) };
}

/** `6 May` */
export function writtenDayOfYear(monthOfYear: number, dayOfMonth: number): string {
  return `${dayOfMonth} ${names[monthOfYear - 1] ?? ""}`;
}

/** From 1; a month may be written with its first three letters. */
function monthNumber(written: string): number {
  return names.findIndex((name) => name.startsWith(written.slice(0, 3))) + 1;
}

/** A written day in the order year, month, day; what has that order already, as it is. */
export function isoDate(image: string): string {
  if (/^\d{4}-/.test(image)) return image;
  whole ??= new RegExp(`^${writtenDate}$`);
  const match = whole.exec(image);
  if (match === null) return image;
  const [, first, dayAfter, yearAfter, dayBefore, second] = match;
  return inOrder(yearAfter ?? match[6] ?? "", monthNumber(first ?? second ?? ""), dayAfter ?? dayBefore ?? "");
}

/** `2006-01-03` */
export function inOrder(yearFigures: string, monthFigures: number | string, dayFigures: string): string {
  return `${yearFigures}-${String(monthFigures).padStart(2, "0")}-${dayFigures.padStart(2, "0")}`;
}
