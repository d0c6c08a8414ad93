/** What is found of tables, and what is left alone beside it. */
import { describe, expect, test } from "vitest";
import { printStatement } from "../../src/format/print.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import { parse } from "../../src/syntax/parse.ts";
import { expectFinding, expectNoFinding } from "./findings.ts";

const table = (key: string, ...rows: readonly string[]) =>
  `given Held: number\ngiven Sum: money\nA means by the table of ${key}${rows.map((row) => `\n  ${row}`).join("")}\n`;

describe("rows of a table", () => {
  test.each([
    ["of days leave none out", table("Held", "0 to 30: 1%", "31 to 60: 2%", "from 61: 3%")],
    ["of single periods", table("Held", "1: 1%", "2: 2%", "3: 3%")],
    ["of dates", table("today", "2024-01-01 to 2024-01-31: 1%", "2024-02-01 to 2024-02-29: 2%")],
    ["of amounts", table("Sum", "$0 to but excluding $2: 2%", "$2 to $3: 3%")],
    ["in straight lines", table("Sum, in straight lines", "$1: 1%", "$2: 2%", "$5: 3%")],
  ])("%s", (_, source) => expectNoFinding(source));

  test.each([
    [
      "begin before the one above ends",
      table("Held", "0 to 30: 1%", "«30 to 60: 2%»"),
      "TN4130",
      "`30 to 60` begins before the row `0 to 30` has ended",
    ],
    ["stand behind one without an end", table("Held", "from 0: 1%", "«31 to 60: 2%»"), "TN4130", "`from 0`"],
    ["have no start behind another", table("Held", "0 to 30: 1%", "«up to 60: 2%»"), "TN4130", "`up to 60`"],
    ["of points do not rise", table("Sum, in straight lines", "$2: 1%", "«$1: 2%»"), "TN4130", "`$1`"],
    [
      "leave out a day",
      table("today", "2024-01-01 to 2024-01-31: 1%", "«2024-02-02 to 2024-02-29: 2%»"),
      "TN4131",
      "no value",
    ],
    ["leave out parts of an amount", table("Sum", "$0 to $1: 1%", "«$2 to $3: 2%»"), "TN4131", "no value"],
    ["leave out parts of a number", table("Held", "0 to 0.5: 1%", "«1.5 to 2: 2%»"), "TN4131", "no value"],
    ["run backwards", table("Held", "«30 to 0: 1%»"), "TN4134", "before it begins"],
    [
      "have more values than there are columns",
      table("Held", "«0 to 30: 1%, 2%»"),
      "TN4132",
      "2 values, and the table has 1 column",
    ],
    ["are no points", table("Held, in straight lines", "0: 1%", "«1 to 2: 2%»"), "TN4133", "one figure at the head"],
    ["end with a day that is not written out", table("today", "2024-01-01 to «today»: 1%"), "TN4133", "written out"],
    [
      "go by two values only in straight lines",
      table("«Held» and Sum", "columns: $1, $2", "1: 1%, 2%"),
      "TN4133",
      "two in straight lines",
    ],
    ["of words", table('«"a"»', '"a": 1%'), "TN3140", "a text"],
    ["are of another kind than what the table goes by", table("Held", "«$1»: 1%"), "TN3006", "goes by"],
    ["differ in kind", table("Held", "1: 1%", "2: «$2»"), "TN3006", "a table"],
  ])("%s", (_, source, code, message) => expectFinding(source, code, message));
});

test.each([
  ["A means by the table of Held\n  up to 0: 1%\n  1 to but excluding 5: 2%\n  5: 3%\n  6 to 7: 4%\n  from 8: 5%"],
  ["A means by the table of Held and Sum, in straight lines\n  columns: $1, $2\n  1: 1%, 2%\n  2: 3%, 4%"],
])("is printed as it is written", (text) => {
  const [statement] = parse(new SourceFile("note", `${text}\n`)).value.statements;
  expect(statement && printStatement(statement)).toBe(text);
});
