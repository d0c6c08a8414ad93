import { expect, test } from "vitest";
import { briefFigure, renderFigure, shortFigure } from "../../../../src/cli/render/parts/figure.ts";

test.each([
  ["450000", "USD", "$450,000"],
  ["-1234.5", "USD", "-$1,234.50"],
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

test.each([
  ["a table has no room for the words", "0.05", "USD/share", "$0.05/share"],
  ["money has two digits behind the point, or none", "0.4", "USD", "$0.40"],
  ["four digits stay", "1234.5678", "USD", "$1,234.5678"],
  ["more is cut to cents", "1234.56789", "USD", "$1,234.56…"],
  ["a price keeps four", "1.83333333", "USD/share", "$1.8333…/share"],
  ["a small figure keeps four that say something", "0.00356666666", "USD/share", "$0.003566…/share"],
  ["a percentage is cut where it is one", "0.33333333", "percent", "33.33…%"],
  ["one above a hundred percent as well", "1.23456789", "percent", "123.45…%"],
  ["a whole figure stays", "123456789012", "shares", "123,456,789,012 shares"],
  ["a date is no figure", "2006-05-10", "date", "2006-05-10"],
])("%s", (_, value, unit, shown) => {
  expect(briefFigure(value, unit)).toBe(shown);
});

test("a figure without its unit is cut as one of dollars", () => {
  expect(shortFigure("1234.56789")).toBe("1234.56…");
});
