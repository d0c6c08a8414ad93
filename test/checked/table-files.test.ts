/** Tables whose rows stand in a file: what is read, and what is found in the file. */
import { describe, expect, test } from "vitest";
import { checkSource } from "../../src/driver/templates.ts";
import { printStatement } from "../../src/format/print.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import { textOf } from "../../src/source/span.ts";
import { parse } from "../../src/syntax/parse.ts";
import { isAboutUnused } from "../support/unused.ts";
import { head } from "./findings.ts";

const givens = "given Held: number\ngiven Stock Price: price, not restated for splits\n";

function findingsIn(table: string, csv: string, others = "") {
  const file = new SourceFile("notes/t.csv", csv);
  const source = new SourceFile("notes/note.tenor", `${head}${givens}${others}A means by the table of ${table}\n`);
  return checkSource(source, [file]).diagnostics.filter((it) => !isAboutUnused(it));
}

const percents = 'Held\n  from "t.csv": percent';
const inTwo = 'today and Stock Price, in straight lines\n  from "t.csv": shares';

describe("a file without fault", () => {
  test.each([
    ["has ranges with both ends", percents, "from,to,value\n0,30,1%\n31,60,2%\n61,,3%\n"],
    ["has ranges without their ends", percents, "from,to but excluding,value\n,30,1%\n30,60.5,2%\n60.5,,3%\n"],
    ["has points", 'Held, in straight lines\n  from "t.csv": money', 'at,value\n0,"$1,000"\n10,2000.50\n'],
    ["has a note above its names", percents, "# from the indenture\nat,value\n1,1%\n2,2%\n"],
    ["has dates and heads with units", inTwo, "date,$20,25\n2024-01-02,50,40 shares\n2025-01-02,-3,0.5\n"],
    ["lies in a folder", 'Held\n  from "./t.csv": percent', "at,value\n1,1%\n"],
  ])("%s", (_, table, csv) => expect(findingsIn(table, csv)).toEqual([]));
});

describe("in a file is found", () => {
  test.each([
    ["a percentage without its sign", percents, "at,value\n1,1.2\n", "TN5496", "1.2"],
    ["a cell that is empty", percents, "at,value\n1,\n", "TN5496", ""],
    ["a figure of another unit", percents, "at,value\n1,$5\n", "TN5496", "$5"],
    ["a head that is none", inTwo, "date,$20,much\n2024-01-02,5,4\n2025-01-02,3,2\n", "TN5496", "much"],
    ["a date that is none", inTwo, "date,$20,$25\n2024-02-30,5,4\n2025-01-02,3,2\n", "TN5496", "2024-02-30"],
    ["another currency", inTwo, "date,€20,$25\n2024-01-02,5,4\n2025-01-02,3,2\n", "TN5496", "€20"],
    ["a gap", percents, "from,to,value\n0,30,1%\n32,60,2%\n", "TN4131", "32,60,2%"],
    ["an overlap", percents, "from,to,value\n0,30,1%\n30,60,2%\n", "TN4130", "30,60,2%"],
    ["a row that runs backwards", percents, "from,to,value\n30,0,1%\n", "TN4134", "30,0,1%"],
    ["a row that is too short", percents, "at,value\n1,1%\n2\n", "TN5104", "2"],
    ["another line of names", percents, "days,value\n1,1%\n", "TN5102", "days,value"],
    ["no row", percents, "at,value\n", "TN5101", "at,value\n"],
    ["no head of a row", inTwo, "date,$20,$25\n", "TN5101", "date,$20,$25\n"],
    ["nothing", percents, "", "TN5101", ""],
    ["a column of another name", percents, "why,at,value\nfirst,1,1%\n", "TN5494", "why"],
    ["a second value", percents, "from,to,value,old value\n0,30,1%,2%\n", "TN5494", "old value"],
    ["a second end", percents, "from,to,to but excluding,value\n0,30,31,1%\n", "TN5494", "to"],
  ])("%s, in its place", (_, table, csv, code, marked) => {
    const [found, ...others] = findingsIn(table, csv);
    expect([found?.code, others]).toEqual([code, []]);
    expect(found?.span.source.name).toBe("notes/t.csv");
    expect(found && textOf(found.span)).toBe(marked);
    expect(found?.related.map(({ span }) => textOf(span))).toContain('"t.csv"');
  });
});

test.each([
  ["by one value", percents, "", "`at,value` or `from,to,value` or `from,to but excluding,value`"],
  ["by one value, with its names", percents, "at,value\n", "`at,value` or `from,to,value`"],
  ["by two values", inTwo, "", "`date,$20,$25`"],
  ["by two values, with its names", inTwo, "date,$20,$25\n", "`date,$20,$25`"],
])("for a table %s, an empty file gets its forms", (_, table, csv, forms) => {
  expect(findingsIn(table, csv).map(({ help }) => help)).toEqual([expect.stringContaining(forms)]);
});

test.each([
  ["that is not there", 'Held\n  from "other.csv": percent', "TN4163"],
  ["outside of the folder", 'Held\n  from "../notes2/t.csv": percent', "TN4163"],
  ["of texts", 'Held\n  from "t.csv": text', "TN3141"],
])("a file %s is found in the template", (_, table, code) => {
  expect(findingsIn(table, "at,value\n1,1%\n").map((it) => it.code)).toEqual([code]);
});

const split = "event Stock Split\n  Ratio: number\nshare basis changes on Stock Split by its Ratio\n";

test("shares of a file say once whether they follow a split", () => {
  const shares = (basis: string) => `Held\n  from "t.csv": shares${basis}`;
  const csv = "at,value\n1,5\n2,6\n3,0\n";
  expect(findingsIn(shares(""), csv, split).map((it) => it.code)).toEqual(["TN3011"]);
  expect(findingsIn(shares(", restated for splits"), csv, split)).toEqual([]);
  expect(findingsIn(shares(", not restated for splits"), csv, split)).toEqual([]);
});

test("no more than ten thousand values are read", () => {
  const csv = `at,value\n${Array.from({ length: 10_001 }, (_, row) => `${row},1%`).join("\n")}\n`;
  expect(findingsIn(percents, csv).map((it) => it.code)).toEqual(["TN5003"]);
});

test.each([
  ['A means by the table of Held\n  from "t.csv": percent'],
  [
    'A means by the table of Held and Sum, in straight lines\n  from "data/t.csv": price in NOK, not restated for splits',
  ],
])("is printed as it is written", (text) => {
  const [statement] = parse(new SourceFile("note", `${text}\n`)).value.statements;
  expect(statement && printStatement(statement)).toBe(text);
});
