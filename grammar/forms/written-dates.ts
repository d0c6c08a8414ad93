// Days as contracts write them, with the month in words: `January 3, 2006`, `3 January 2006`, `3rd of January, 2006`.

const names = "January February March April May June July August September October November December".split(" ");
const month = `(${names.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)}|\\.)?`).join("|")}|Sept\\.?)`;
const day = String.raw`(\d{1,2})(?:st|nd|rd|th)?`;
const year = String.raw`(\d{4})(?![A-Za-z0-9_])`;
const blanks = "[ \\t]+";

const monthFirst = `${month}${blanks}${day}(?:,|,?${blanks})[ \\t]*${year}`;
const dayFirst = `(?:the${blanks})?${day}(?:${blanks}day(?=${blanks}of))?(?:${blanks}(?:of${blanks})?|-)${month}(?:,?${blanks}|-)${year}`;

/** The form of such a day. */
export const writtenDate = `(?:${monthFirst}|${dayFirst})`;
export const monthInitials: readonly string[] = [...new Set(names.map((name) => name.charAt(0)))];

let whole: RegExp | undefined;

/** A written day in the order year, month, day; what has that order already, as it is. */
export function isoDate(image: string): string {
  if (/^\d{4}-/.test(image)) return image;
  whole ??= new RegExp(`^${writtenDate}$`);
  const match = whole.exec(image);
  if (match === null) return image;
  const [, first, dayAfter, yearAfter, dayBefore, second] = match;
  const written = first ?? second ?? "";
  const index = names.findIndex((name) => name.startsWith(written.slice(0, 3)));
  return inOrder(yearAfter ?? match[6] ?? "", index + 1, dayAfter ?? dayBefore ?? "");
}

/** `2006-01-03` */
export function inOrder(yearFigures: string, monthNumber: number | string, dayFigures: string): string {
  return `${yearFigures}-${String(monthNumber).padStart(2, "0")}-${dayFigures.padStart(2, "0")}`;
}
