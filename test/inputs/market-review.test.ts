/** Warnings about market data that can be read, on small files made by hand. */
import { expect, test } from "vitest";
import { readMarket } from "../../src/inputs/market.ts";
import { reviewMarket } from "../../src/inputs/market-review.ts";
import type { Calendar } from "../../src/units/business-days.ts";
import { builtInCalendar } from "../../src/units/calendars/built-in.ts";
import type { PlainDate } from "../../src/units/plain-date.ts";
import { parseDate } from "../../src/units/plain-date.ts";
import { valueIn } from "./results.ts";

/** Codes and the days in their messages, for rows of a day and a close. */
function warnings(rows: readonly (readonly [string, number])[], { calendar = "us-bank", split }: Given = {}): string[] {
  const lines = rows.map(([day, close], index) => `${day},${close},${close},${close},${close},${close},${100 + index}`);
  const market = valueIn(readMarket(["date,open,high,low,close,vwap,volume", ...lines, ""].join("\n"), "m.csv"));
  const splits = split === undefined ? [] : [{ on: parseDate(split[0]) as PlainDate, ratio: split[1] }];
  const found = reviewMarket(market, builtInCalendar(calendar) as Calendar, splits);
  return found.map(({ code, message }) => `${code} ${(message.match(/\d{4}-\d\d-\d\d|\d+ more/g) ?? []).join(" ")}`);
}
interface Given {
  readonly calendar?: string;
  readonly split?: readonly [string, number];
}

test.each<[string, string[], string[], string?]>([
  ["a Sunday", ["2016-09-01", "2016-09-02", "2016-09-04"], ["TN5112 2016-09-04"]],
  [
    "Labor Day, by the calendar of an exchange",
    ["2016-09-02", "2016-09-05", "2016-09-06"],
    ["TN5112 2016-09-05"],
    "nyse",
  ],
  ["Columbus Day, a holiday of banks on which stocks trade", ["2016-10-07", "2016-10-10", "2016-10-11"], []],
  ["a hole of a day", ["2016-08-31", "2016-09-02"], ["TN5113 2016-09-01"], "nyse"],
  ["a long weekend", ["2016-09-02", "2016-09-06"], []],
  ["Good Friday, on which banks are open and the exchange is not", ["2006-04-13", "2006-04-17"], []],
  [
    "a week and a half without rows",
    ["2024-01-12", "2024-01-26"],
    ["TN5113 2024-01-16 2024-01-17 2024-01-18 2024-01-19 2024-01-22 3 more"],
  ],
])("%s", (_, days, expected, calendar) => {
  // The close rises slowly, so that nothing else is seen.
  const rows = days.map((day, index) => [day, 1 + index / 100] as const);
  expect(warnings(rows, calendar === undefined ? {} : { calendar })).toEqual(expected);
});

test.each([
  ["a close adjusted for four for one", "10,11,9,2.5,10", "TN5119"],
  ["an open of nothing like the day", "12,11,9,10,10", "TN5119"],
  ["a vwap above the high", "10,11,9,10,11.5", "TN5119"],
  ["figures at the low and the high", "9,11,9,11,9", undefined],
  ["a vwap that was rounded", "10,11,9,10,11.004", undefined],
])("%s", (_, figures, code) => {
  const market = valueIn(
    readMarket(
      `date,open,high,low,close,vwap,volume\n2024-01-02,10,11,9,10,10,90\n2024-01-03,${figures},100\n`,
      "m.csv",
    ),
  );
  const found = reviewMarket(market, builtInCalendar("us-bank") as Calendar, []);
  expect(found.map((it) => it.code)).toEqual(code === undefined ? [] : [code]);
});

/** Apple, 4 for 1 on 31 August 2020: closes of 27 and 28 August and 1 September. */
const days = ["2020-08-27", "2020-08-28", "2020-08-31", "2020-09-01"] as const;
const traded = [500.04, 499.23, 129.04, 134.18] as const;
const adjusted = [125.01, 124.81, 129.04, 134.18] as const;
const rowsOf = (closes: readonly number[]) => days.map((day, index) => [day, closes[index] ?? 0] as const);

test("prices as they traded, with the split in the timeline", () => {
  expect(warnings(rowsOf(traded), { split: ["2020-08-31", 4] })).toEqual([]);
});

test("prices as they traded, and no split: 499.23 ÷ 129.04 is 3.87, within 3 % of no whole number", () => {
  expect(warnings(rowsOf(traded))).toEqual([]);
  expect(warnings(rowsOf([500.04, 499.23, 125.04, 126.18]))).toEqual(["TN5114 2020-08-31"]);
});

test("prices adjusted already, with the split in the timeline", () => {
  expect(warnings(rowsOf(adjusted), { split: ["2020-08-31", 4] })).toEqual(["TN5115 2020-08-31"]);
});

test("a combination of one for ten, as it traded and adjusted", () => {
  expect(warnings(rowsOf([0.05, 0.05, 0.52, 0.5]), { split: ["2020-08-31", 0.1] })).toEqual([]);
  expect(warnings(rowsOf([0.5, 0.5, 0.52, 0.5]), { split: ["2020-08-31", 0.1] })).toEqual(["TN5115 2020-08-31"]);
});

test("a price that halves on a wild day is no split", () => {
  expect(warnings(rowsOf([1, 2.1, 1.05, 1.8]))).toEqual([]);
});

test.each([
  ["rows that stand still", "", ["TN5116"]],
  ["rows that are made up, and say so", "# made up, to try the floor\n", []],
  ["rows below another remark", "# from the vendor's page\n", ["TN5116"]],
])("%s", (_, above, codes) => {
  const rows = [3, 4, 5, 6].map((day) => `2025-03-0${day},1,1,1,1,1,100\n`);
  const market = valueIn(readMarket(`${above}date,open,high,low,close,vwap,volume\n${rows.join("")}`, "m.csv"));
  const found = reviewMarket(market, builtInCalendar("us-bank") as Calendar, []);
  expect(found.map(({ code }) => code)).toEqual(codes);
});
