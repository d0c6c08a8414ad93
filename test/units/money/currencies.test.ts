/** The table of currencies, and how figures of them are shown. */
import { describe, expect, test } from "vitest";
import { exact } from "../../../src/units/exact.ts";
import { briefFigure, renderFigure } from "../../../src/units/figure-text.ts";
import { currenciesOf, currencyCodes, minorUnitOf, signOf, signsOf } from "../../../src/units/money/currencies.ts";
import { renderValue } from "../../../src/units/render-value.ts";
import { combine, exchangeRate, moneyIn, priceIn, sameUnit, shares, unitName } from "../../../src/units/value-type.ts";

test("codes have three letters and stand once each", () => {
  expect(currencyCodes.filter((code) => !/^[A-Z]{3}$/.test(code))).toEqual([]);
  expect(new Set(currencyCodes).size).toBe(currencyCodes.length);
});

test.each([
  ["EUR", 2],
  ["NOK", 2],
  ["JPY", 0],
  ["KRW", 0],
  ["ISK", 0],
  ["KWD", 3],
  ["CLF", 4],
  ["USD/share", undefined],
])("the minor unit of %s", (code, digits) => {
  expect(minorUnitOf(code)).toBe(digits);
});

test.each([
  ["one that fits", "$", ["EUR", "AUD"], ["AUD"]],
  ["several that fit", "$", ["USD", "AUD"], ["USD", "AUD"]],
  ["none that fits", "$", ["EUR"], ["USD"]],
  ["letters before the sign", "A$", ["USD", "AUD"], ["AUD"]],
  ["a code", "NOK", ["EUR"], ["NOK"]],
  ["yuan", "¥", ["CNY"], ["CNY"]],
])("what a sign stands for: %s", (_, mark, named, meant) => {
  expect(currenciesOf(mark, named)).toEqual(meant);
});

test("a sign that is shown stands for one currency", () => {
  const shown = currencyCodes.map(signOf);
  expect(new Set(shown).size).toBe(shown.length);
  expect(signsOf("USD")).toEqual(["$", "US$"]);
});

describe("units", () => {
  test("money over a price in it is shares, and a rate converts it", () => {
    const [euro, krone, rate] = [moneyIn("EUR"), moneyIn("NOK"), exchangeRate("NOK", "EUR")];
    expect(sameUnit(combine(krone.unit, priceIn("NOK").unit, -1), shares.unit)).toBe(true);
    expect(sameUnit(combine(euro.unit, rate.unit, 1), krone.unit)).toBe(true);
    expect(sameUnit(combine(krone.unit, rate.unit, -1), euro.unit)).toBe(true);
    expect(sameUnit(combine(krone.unit, rate.unit, 1), euro.unit)).toBe(false);
    expect(sameUnit(euro.unit, krone.unit)).toBe(false);
  });

  test.each([
    [moneyIn("EUR"), "EUR", "€1,250.50"],
    [priceIn("NOK"), "NOK/share", "NOK 1,250.5 per share"],
    [exchangeRate("NOK", "EUR"), "NOK/EUR", "NOK 1,250.5 per EUR"],
    [exchangeRate("EUR", "NOK"), "EUR/NOK", "€1,250.5 per NOK"],
    [moneyIn("AUD"), "AUD", "A$1,250.50"],
    [moneyIn("JPY"), "JPY", "¥1,250.5"],
    [moneyIn("KWD"), "KWD", "KWD 1,250.500"],
    [moneyIn("USD"), "USD", "$1,250.50"],
  ])("%o is %s", (type, name, shown) => {
    expect(unitName(type)).toBe(name);
    expect(renderValue(exact(2501, 2), type)).toBe(shown);
    expect(renderFigure("1250.5", name)).toBe(shown);
  });

  test("below zero, and in a table", () => {
    expect(renderValue(exact(-20), moneyIn("NOK"))).toBe("-NOK 20");
    expect(briefFigure("8.27415", "NOK/EUR")).toBe("NOK 8.2741… per EUR");
    expect(briefFigure("97.123456", "NOK/share")).toBe("NOK 97.1234…/share");
  });
});
