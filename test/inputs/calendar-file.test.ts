import { expect, test } from "vitest";
import { readCalendar } from "../../src/inputs/calendar-file.ts";
import { formatDate, parseDate } from "../../src/units/plain-date.ts";
import { placesOf, shownOf, valueIn } from "./results.ts";

test.each<[string, string, string, ...string[]]>([
  ["an empty file", "", "TN5101 1:1", "no rows", "date,holiday"],
  ["names only", "date,holiday\n", "TN5101 1:1", "no rows"],
  ["a column left out", "date\n2024-01-01\n", "TN5102 1:1", "`holiday`", "`date,holiday`"],
  ["a column misspelt", "day,holiday\n2024-01-01,New Year\n", "TN5102 1:1", "`date`"],
  ["a day that is not one", "date,holiday\n2024-01-01,a\n2023-02-29,b\n", "TN5006 3:1", "2023-02-29", "28 days"],
  ["a comma in a name", "date,holiday\n2024-01-01,New Year, observed\n", "TN5104 2:1", "3 cells", "double quotes"],
  ["a quote without a partner", 'date,holiday\n2024-01-01,"New Year\n', "TN5111 2:1", "double quotes"],
  ["NUL", "date,holiday\0\n", "TN5002 1:13", "NUL"],
])("%s", (_, text, expected, ...words) => {
  const read = readCalendar(text, "days.csv");
  expect(placesOf(read).join(" ")).toBe(expected);
  for (const word of words) expect(shownOf(read)).toContain(word);
});

test("a calendar covers the whole years of its holidays, in whatever order they stand", () => {
  const calendar = valueIn(
    readCalendar('\uFEFFholiday,date\r\n"Thanksgiving, Thursday",2006-11-23\r\nNew Year,2005-01-03\r\n', "days.csv"),
  );
  expect([calendar.name, formatDate(calendar.from), formatDate(calendar.to)]).toEqual([
    "days.csv",
    "2005-01-01",
    "2006-12-31",
  ]);
  const isHoliday = (iso: string) => {
    const day = parseDate(iso);
    return day !== undefined && calendar.isHoliday(day);
  };
  expect(["2005-01-03", "2006-11-23", "2006-11-24"].map(isHoliday)).toEqual([true, true, false]);
});
