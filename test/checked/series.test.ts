/** What is found in the declarations of series, and where clauses read them. */
import { describe, expect, test } from "vitest";
import { checkSource } from "../../src/driver/templates.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import { expectFinding, expectFix, expectNoFinding, head } from "./findings.ts";

const declared = "series Stock has low, close, volume\nseries Fix has fixing\n";

describe("names", () => {
  test("an unknown series has the nearest one", () => {
    expectFinding(`${declared}A means «Stok» close\n`, "TN2035", "No series is called `Stok`", "write `Stock`");
    expectFix(`${declared}A means «Stok»‹Stock› close\n`, "TN2035");
  });
  test("a name of another sort", () => {
    expectFinding(`${declared}given Floor: price\nA means «Floor» close\n`, "TN2011", "`Floor` is a deal term");
  });
  test("an unknown column has the nearest one", () => {
    expectFinding(
      `${declared}A means Stock «closs»\n`,
      "TN2036",
      "The series `Stock` has no column `closs`",
      "write `close`",
    );
  });
  test("a column of another series", () => {
    expectFinding(`${declared}A means Stock «fixing»\n`, "TN2036", "`Stock` has no column `fixing`");
  });
  test("`market` beside series", () => {
    expectFinding(`${declared}A means «market close»\n`, "TN2037", "declares `Stock`", "write `Stock close`");
  });
  test("a series alone is no value", () => {
    expectFinding(`${declared}A means «Stock»\n`, "TN2011", "such as `Stock low`");
  });
  test("a column of the one market of a note that declares none", () => {
    expectFinding("A means market «bid»\n", "TN2012", "no column `bid`", "`series Stock has bid`");
  });
  test("a column twice", () => {
    expectFinding("series Bid has close, low, «close»\nA means Bid close\n", "TN2038", "`close` twice");
  });
  test("a name that is a series and something else", () => {
    expectFinding("series Bid has close\ngiven «Bid»: price\nA means Bid close\n", "TN2002", "`Bid`");
  });
});

describe("kinds", () => {
  test("a column of unknown kind", () => {
    expectFinding("series Index has «level»\nA means Index level\n", "TN3037", "`level`", "level: price");
  });
  test("a column that is no figure", () => {
    expectFinding("series Index has close: «date»\nA means Index close\n", "TN3038", "a date");
  });
  test("a column read as another kind", () => {
    expectFinding(`${declared}A means Stock close + «Fix fixing»\n`, "TN3001", "can't be added");
  });
  test("its kind may be said", () => {
    expectNoFinding("series Index has level: number, close: number\nA means Index level + Index close\n");
  });
  test("a bound is a number of days", () => {
    expectFinding(
      `${declared}A means Fix fixing at or before today, at most «$5» days earlier\n`,
      "TN3004",
      "The number of days",
    );
  });
  test("a day that may be missing makes a figure that may be", () => {
    expectFinding(
      `${declared}Day is a date, at first not set\nA holds when «Fix fixing at or before Day» is more than 1\n`,
      "TN3005",
      "may have no value",
    );
  });
  test("up to a day that lies ahead whatever today is", () => {
    expectFinding(`${declared}A means Fix fixing at or before «1 day after today»\n`, "TN4002", "1 day after today");
  });
});

describe("trading days", () => {
  const counted = "A means the average of Stock close over 3 trading days ending today\n";
  const headWith = (line: string) => head.replace("\n\n", `\n  ${line}\n\n`);
  test("of several series are said in the head", () => {
    expectFinding(
      `${declared}A means the average of Stock close over «3 trading days ending today»\n`,
      "TN2039",
      "the series `Stock` and `Fix`",
      "trading days: Stock",
    );
  });
  test.each([
    ["of the one that is named", `${headWith("trading days: Stock")}${declared}${counted}`],
    ["of the only one", `series Stock has close\n${counted}`],
    ["that no clause counts", `${declared}A means Stock close * Fix fixing\n`],
  ])("%s", (_, source) => expectNoFinding(source));
  test("of an unknown series", () => {
    expectFinding(`${headWith("trading days: «Stok»")}${declared}${counted}`, "TN2035", "`Stok`", "write `Stock`");
  });
});

test("a story's files are of series and columns that there are", () => {
  const story = (line: string) =>
    `${declared}A means Stock close * Fix fixing\ntest "a"\n  ${line}\n  expect: A is no value\n`;
  expectFinding(story('market: «Stok» = "m.csv"'), "TN2035", "`Stok`");
  expectFinding(story('market: Stock = "m.csv", «fixing» = "Rate"'), "TN2036", "`Stock` has no column `fixing`");
});

test("a series that no clause reads is a warning, and one that is read is none", () => {
  const codes = (clause: string) =>
    checkSource(new SourceFile("n.tenor", `${head}series Bid has close\nsection 1 "A"\n${clause}\n`)).diagnostics.map(
      ({ code }) => code,
    );
  expect(codes("A means market close")).toContain("TN2037");
  expect(codes("A means Issue Date")).toEqual(["TN4045"]);
  expect(codes("A means Bid close as of Issue Date")).toEqual([]);
});
