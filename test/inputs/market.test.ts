import { expect, test } from "vitest";
import type { Market } from "../../src/inputs/market.ts";
import { readMarket } from "../../src/inputs/market.ts";
import { layoutOf } from "../../src/inputs/scenario/market-layout.ts";
import { exact } from "../../src/units/exact.ts";
import type { PlainDate } from "../../src/units/plain-date.ts";
import { formatDate, parseDate } from "../../src/units/plain-date.ts";
import { rate } from "../../src/units/value-type.ts";
import { placesOf, shownOf, valueIn } from "./results.ts";

const header = "date,open,high,low,close,vwap,volume";
const day2 = "2006-01-03,0.05,0.06,0.04,0.055,0.0525,1000";
const day3 = "2006-01-04,1,1,1,1,1,0";

/** The text, then code, line and column of each finding, and words that its message or help must have. */
test.each<[string, string, string, ...string[]]>([
  ["an empty file", "", "TN5101 1:1", "no rows", header],
  ["blank lines only", "\n  \n\n", "TN5101 1:1", "no rows", header],
  ["names only", `${header}\n`, "TN5101 1:1", "no rows", header],
  ["a NUL character", `${header}\n${day2}\0\n`, "TN5002 2:44", "NUL", "plain text in UTF-8"],
  ["bytes of another encoding", `\uFFFDdate\n`, "TN5002 1:1", "not UTF-8", "plain text in UTF-8"],
  [
    "a column left out",
    "date,open,high,low,close,volume\n2006-01-03,1,1,1,1,1\n",
    "TN5102 1:1",
    "`vwap`",
    "add `vwap`",
  ],
  ["a column misspelt", "date,open,high,low,closed,vwap,volume\n", "TN5102 1:20", "`close`", "write `close`"],
  ["a column in capitals", "Date,open,high,low,close,vwap,volume\n", "TN5102 1:1", "`date`", "write `date`"],
  ["a column twice", `${header},low\n`, "TN5103 1:38", "`low` twice", "keep one"],
  ["no names", `${day2}\n`, "TN5118 1:1", "begins with a row", "put the line `date,open"],
  ["names in capitals", "Date,Open,High,Low,Close,Vwap,Volume\n", "TN5118 1:1", "lacks the columns", "small letters"],
  ["names with semicolons", `${header.replaceAll(",", ";")}\n`, "TN5118 1:1", "commas between its cells", "save it"],
  ["names with tabs", `${header.replaceAll(",", "\t")}\n`, "TN5118 1:1", "commas between its cells", "save it"],
  [
    "a row without figures",
    `${header}\n${day2}\n2006-01-04,null,N/A,null,null,null,null\n`,
    "TN5107 3:12",
    "`null`",
    "take the row out",
  ],
  [
    "commas between thousands",
    `${header}\n"2006-01-04","1,494.86","1,586.29","1,467","1,500","1,500","20,720"\n`,
    "TN5107 2:15",
    "write 1494.86, and the other figures",
  ],
  ["a cell too few", `${header}\n${day2}\n2006-01-04,1,1,1,1,1\n`, "TN5104 3:1", "6 cells", "7 cells"],
  ["a cell too many", `${header}\n${day2},\n`, "TN5104 2:1", "8 cells", "7 cells"],
  ["semicolons", `${header}\n${day2.replaceAll(",", ";")}\n`, "TN5104 2:1", "1 cell,", "7 cells"],
  ["rows out of order", `${header}\n${day3}\n${day2}\n`, "TN5105 3:1", "2006-01-03", "2006-01-04", "sort"],
  ["a day twice", `${header}\n${day2}\n${day2}\n`, "TN5106 3:1", "2006-01-03 has two rows", "keep one"],
  ["a day that is not one", `${header}\n${row("2006-02-30")}\n`, "TN5006 2:1", "2006-02-30", "28 days", "2006-02-28"],
  ["a month that is not one", `${header}\n${row("2006-13-01")}\n`, "TN5006 2:1", "2006-13-01", "no such month"],
  ["a date in another order", `${header}\n${row("01/03/2006")}\n`, "TN5006 2:1", "01/03/2006", "2024-02-29"],
  ["a date without zeros", `${header}\n${row("2006-1-3")}\n`, "TN5006 2:1", "2006-1-3", "2024-02-29"],
  ["a year out of range", `${header}\n${row("0000-01-03")}\n`, "TN5006 2:1", "out of range", "0001-01-01"],
  ["low above high", `${header}\n2006-01-03,1,1,1.5,1,1,1\n`, "TN5109 2:16", "1.5", "exchange"],
  [
    "low above high beyond what binary can distinguish",
    `${header}\n2006-01-03,1,0.10000000000000000000,0.10000000000000000001,1,1,1\n`,
    "TN5109 2:37",
    "low of 2006-01-03",
  ],
  ["a price of zero", `${header}\n2006-01-03,1,1,1,0.00,1,1\n`, "TN5108 2:18", "close of 2006-01-03", "above zero"],
  ["a negative price", `${header}\n2006-01-03,1,1,1,1,-1,1\n`, "TN5108 2:20", "vwap", "-1", "above zero"],
  ["a negative volume", `${header}\n2006-01-03,1,1,1,1,1,-5\n`, "TN5108 2:22", "volume", "-5", "zero or more"],
  ["NaN", `${header}\n2006-01-03,NaN,1,1,1,1,1\n`, "TN5107 2:12", "open", "NaN", "plain decimal"],
  ["an exponent", `${header}\n2006-01-03,1e2,1,1,1,1,1\n`, "TN5107 2:12", "1e2", "plain decimal"],
  ["a currency", `${header}\n2006-01-03,$1,1,1,1,1,1\n`, "TN5107 2:12", "$1", "plain decimal"],
  ["a point without digits after it", `${header}\n2006-01-03,1.,1,1,1,1,1\n`, "TN5107 2:12", "plain decimal"],
  ["two points", `${header}\n2006-01-03,1.0.0,1,1,1,1,1\n`, "TN5107 2:12", "plain decimal"],
  ["thousands in quotes", `${header}\n2006-01-03,1,1,1,1,1,"1,000"\n`, "TN5107 2:23", "1,000", "plain decimal"],
  ["an empty cell", `${header}\n2006-01-03,1,,1,1,1,1\n`, "TN5107 2:14", "high", "empty"],
  ["41 digits", `${header}\n2006-01-03,1.${"0".repeat(40)},1,1,1,1,1\n`, "TN5107 2:12", "40 digits"],
  ["a quote without a partner", `${header}\n"${day2}\n`, "TN5111 2:1", "double quotes"],
  ["text beside quotes", `${header}\n"2006-01-03"x,1,1,1,1,1,1\n`, "TN5111 2:1", "double quotes"],
  ["several problems of one row", `${header}\n2006-02-30,0,1,1,x,1,1\n`, "TN5108 2:12 TN5107 2:18 TN5006 2:1"],
  ["a line number after CR LF and empty lines", `\r\n${header}\r\n\r\n${day3}\r\n${day2}\r\n`, "TN5105 5:1"],
  ["a line number after a byte-order mark", `\uFEFF${header}\n${day3}\n${day2}\n`, "TN5105 3:1"],
])("%s", (_, text, expected, ...words) => {
  const read = readMarket(text, "prices.csv");
  expect(placesOf(read).join(" ")).toBe(expected);
  const shown = shownOf(read);
  for (const word of words) expect(shown).toContain(word);
});

test("one mistyped year is one finding", () => {
  expect(findings(`${header}\n${row("2006-01-03")}\n${row("2026-01-04")}\n${row("2006-01-05")}\n`)).toEqual(["TN5105"]);
});

test("of many problems twenty are listed and the rest is counted", () => {
  const read = readMarket(`${header}\n${`${row("soon")}\n`.repeat(25)}`, "prices.csv");
  const found = read.ok ? [] : read.diagnostics;
  expect(found).toHaveLength(21);
  expect(found.at(-1)).toMatchObject({ code: "TN5110", message: "prices.csv has 5 more problems" });
  expect(findings(`${header}\n${`${row("soon")}\n`.repeat(20)}`)).toHaveLength(20);
});

test("columns in any order, other columns, quotes, blanks, CR LF and a byte-order mark change nothing", () => {
  const odd = [
    '\uFEFFvolume, "vwap",note,close,low,high,open,date',
    '1000,"0.0525","a ""quiet"", day",0.055,.04, 0.06 ,0.05,2006-01-03',
    "",
    "0,1,,1,1,1,1,2006-01-04",
  ].join("\r\n");
  const plain = marketOf(`${header}\n${day2}\n${day3}\n`);
  expect(contents(marketOf(odd))).toEqual(contents(plain));
  expect(contents(plain)[0]).toEqual([
    "2006-01-03",
    ...[5, 6, 4, 5.5, 5.25].map((c) => exact(c * 100, 10_000)),
    exact(1000),
  ]);
});

test("a day is found in its row, or the row before it", () => {
  const market = marketOf(`${header}\n${row("2006-01-03")}\n${row("2006-01-04")}\n${row("2006-01-09")}\n`);
  const days = ["2006-01-02", "2006-01-03", "2006-01-04", "2006-01-06", "2006-01-09", "2006-01-10"].map(dateOf);
  expect(days.map((day) => market.rowOf(day))).toEqual([-1, 0, 1, -1, 2, -1]);
  expect(days.map((day) => market.lastRowOnOrBefore(day))).toEqual([-1, 0, 1, 1, 2, 2]);
});

test("a close outside the day's range, a high of 40 digits and a volume of zero are no problems", () => {
  expect(findings(`${header}\n2006-01-03,1,1.${"0".repeat(38)}1,1,5,1,0\n`)).toEqual([]);
});

test("a price is read once", () => {
  const market = marketOf(`${header}\n${day2}\n`);
  expect(market.value(0, "vwap")).toBe(market.value(0, "vwap"));
});

test("a long file takes time in proportion to its length", () => {
  const rows = Array.from({ length: 100_000 }, (_, index) => row(formatDate((-25_000 + index) as PlainDate)));
  const market = marketOf(`${header}\n${rows.join("\n")}\n`);
  expect([market.days.length, market.value(99_999, "close")]).toEqual([100_000, exact(1)]);
});

function row(date: string): string {
  return `${date},1,1,1,1,1,1`;
}

function findings(text: string): string[] {
  const read = readMarket(text, "prices.csv");
  return read.ok ? [] : read.diagnostics.map(({ code }) => code);
}

function marketOf(text: string): Market {
  return valueIn(readMarket(text, "prices.csv"));
}

function contents(market: Market): unknown[] {
  return Array.from(market.days, (day, index) => [
    formatDate(day as PlainDate),
    ...market.columns.map((column) => market.value(index, column)),
  ]);
}

function dateOf(text: string): PlainDate {
  const date = parseDate(text);
  if (date === undefined) throw new Error(`${text} is no date`);
  return date;
}

test("rates may be written with a percent sign; without one, what is 1 or more is asked about once", () => {
  const columns = new Map([["rate", { type: rate, isRead: true }]]);
  const layout = layoutOf({ columns }, { columns: new Map([["rate", "SOFR"]]) });
  const read = (...rows: string[]) => readMarket(["date,SOFR", ...rows, ""].join("\n"), "rates.csv", layout);
  const market = valueIn(read("2024-01-02,5.25%", "2024-01-03,-0.5 %", "2024-01-04,0.0531", "2024-01-05,525%"));
  expect([0, 1, 2, 3].map((row) => market.value(row, "rate"))).toEqual([
    exact(21, 400), // 5.25 / 100
    exact(-1, 200), // −0.5 / 100
    exact(531, 10_000),
    exact(21, 4), // 525 / 100
  ]);
  expect(market.roughFigures(0)).toEqual([0.0525]);
  const doubtful = read("2024-01-02,0.9", "2024-01-03,5.25", "2024-01-04,-1", "2024-01-05,5.31");
  expect(shownOf(doubtful)).toContain("5.25 is 525% per year; 5.25% is `5.25%` or `0.0525`");
  expect(placesOf(doubtful)).toEqual(["TN5495 3:12"]);
  expect(placesOf(read("2024-01-02,%", "2024-01-03,5%%"))).toEqual(["TN5107 2:12", "TN5107 3:12"]);
});
