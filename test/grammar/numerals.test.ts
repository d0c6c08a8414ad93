/** Numbers in words, against words that this test makes of its own numbers. */
import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { digitsOf, figuresIn, fractionIn, isSameFigure } from "../../grammar/forms/figures.ts";
import { numeral, numeralValue } from "../../grammar/forms/numerals.ts";
import { isoDate } from "../../grammar/forms/written-dates.ts";

const small =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tens = "- - twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

function inWords(value: number, joint: string): string {
  if (value < 20) return small[value] ?? "";
  if (value < 100) return `${tens[Math.floor(value / 10)]}${value % 10 === 0 ? "" : `-${small[value % 10]}`}`;
  const [size, name] =
    value < 1000 ? [100, "hundred"] : value < 1_000_000 ? [1000, "thousand"] : [1_000_000, "million"];
  const rest = value % size;
  const head = `${inWords(Math.floor(value / size), joint)} ${name}`;
  return rest === 0 ? head : `${head}${rest < 100 ? joint : " "}${inWords(rest, joint)}`;
}

property.prop([fc.integer({ min: 1, max: 999_999_999 }), fc.constantFrom(" and ", " ")])(
  "a number in words counts what it says",
  (value, joint) => {
    const words = inWords(value, joint);
    expect(numeralValue(words)).toBe(value);
    expect(new RegExp(`^${numeral}$`).test(words)).toBe(true);
  },
);

test.each(["twenty-thirty", "five hundred hundred", "one million thousand million", "two-three", "ten-five"])(
  "%j is no number",
  (words) => expect(numeralValue(words)).toBeUndefined(),
);

// A basis point is 1/100 of a percent; a million has six zeros.
test.each([
  ["$1 million", "1000000"],
  ["$1.5 million", "1500000"],
  ["$.25 thousand", "250"],
  ["50 bps", "0.5"],
  ["5 bps", "0.05"],
  ["1,250 basis points", "12.5"],
  ["0.5 bp", "0.005"],
  ["fifty bps per annum", "0.5"],
  ["three (3)", "3"],
  ["20 (twenty)", "20"],
  ["1.50", "1.50"],
  [".5", "0.5"],
])("the figure of %j is %s", (image, digits) => expect(digitsOf(image)).toBe(digits));

// 0.5 % is 50 hundredths of a percent; the bracket says percent, and is not divided again.
test("a percentage beside basis points is a figure of its own", () => {
  expect(figuresIn("50 basis points (0.5%)")).toEqual(["0.5", "0.5"]);
  expect(figuresIn("50 basis points (50%)")).toEqual(["0.5", "50"]);
});

test.each([
  ["5", "5.00", true],
  ["0.5", "0.50", true],
  ["100", "1", false],
  ["10", "10.0", true],
  ["5.05", "5.5", false],
])("%s and %s are one number: %s", (one, other, isSame) => expect(isSameFigure(one, other)).toBe(isSame));

test.each([
  ["one half of", "1", "2"],
  ["half of", "1", "2"],
  ["two-thirds of", "2", "3"],
  ["a quarter of", "1", "4"],
  ["three fourths of", "3", "4"],
  ["nine tenths of", "9", "10"],
])("%j is %s over %s", (image, over, under) => expect(fractionIn(image).inWords).toEqual({ over, under }));

test.each([
  ["January 3, 2006", "2006-01-03"],
  ["3 January 2006", "2006-01-03"],
  ["the 3rd of January, 2006", "2006-01-03"],
  ["Sept. 12th, 2006", "2006-09-12"],
  ["3-Jan-2006", "2006-01-03"],
  ["May 31, 2006", "2006-05-31"],
  ["2006-05-31", "2006-05-31"],
])("%j is %s", (image, iso) => expect(isoDate(image)).toBe(iso));

test.each([
  ["five and a half percent", "5.5"],
  ["five and one-half percent (5.5%)", "5.5"],
  ["two and three-quarters percent", "2.75"],
  ["three and a quarter percent", "3.25"],
  ["twenty five", "25"],
  ["one hundred twenty five", "125"],
])("%j is %s", (image, digits) => expect(digitsOf(image)).toBe(digits));

test.each([
  ["one hundredth of", "1", "100"],
  ["three twentieths of", "3", "20"],
  ["one-twelfth of", "1", "12"],
  ["two halves of", "2", "2"],
  ["three fourths of", "3", "4"],
])("%j is %s over %s", (image, over, under) => expect(fractionIn(image).inWords).toEqual({ over, under }));
