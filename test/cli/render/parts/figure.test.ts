import { expect, test } from "vitest";
import { briefFigure, renderFigure, shortFigure } from "../../../../src/cli/render/parts/figure.ts";

test.each([
  ["450000", "USD", "$450,000"],
  ["-1234.5", "USD", "-$1,234.5"],
  ["0.041216666666666666667", "USD/share", "$0.041216666666666666667 per share"],
  ["1948051", "shares", "1,948,051 shares"],
  ["1", "shares", "1 share"],
  ["0.0499", "percent", "4.99%"],
  ["1.3", "percent", "130%"],
  ["-0.005", "percent", "-0.5%"],
  ["0.08", "per year", "8% per year"],
  ["30", "days", "30 days"],
  ["unlimited", "shares", "unlimited"],
  ["2006-05-10", "date", "2006-05-10"],
  ["20060510", "text", "20060510"],
  [true, "yes or no", "yes"],
])("%s %s reads %s", (value, unit, shown) => {
  expect(renderFigure(value, unit)).toBe(shown);
});

test("a table has no room for the words", () => {
  expect(briefFigure("0.05", "USD/share")).toBe("$0.05/share");
});

test.each([
  ["cents stay", "1234.5678", "1234.5678"],
  ["more is cut to cents", "1234.56789", "1234.56…"],
  ["a small figure keeps four digits that say something", "0.00356666666", "0.003566…"],
  ["a whole figure stays", "123456789012", "123456789012"],
])("%s", (_, value, short) => {
  expect(shortFigure(value)).toBe(short);
});
