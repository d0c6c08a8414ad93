/** Money times a rate a year times days: found however it is written, and only where the year stays in it. */
import { describe, expect, test } from "vitest";
import { expectFinding, expectNoFinding, findingsIn } from "../findings.ts";

const terms =
  "given Principal: money\ngiven Rate: rate = 8% per year\ngiven Part: percent = 8%\n" +
  "Days Run means the number of days from and including Issue Date to but excluding today\n";
const inline = "(the number of days from and including Issue Date to but excluding today)";

describe("a rate times days", () => {
  test.each([
    ["a named rate", "Principal * Rate * Days Run"],
    ["a written rate", "Principal * 8% per year * Days Run"],
    ["the days first", "Days Run * Principal * Rate"],
    ["divided by 365", "Principal * Rate * Days Run / 365"],
    ["the quotient as a factor", "Principal * (Days Run / 360) * Rate"],
    ["within a larger expression", "$5"],
  ])("%s", (name, product) => {
    const isWithin = name.startsWith("within");
    const written = isWithin ? "the greater of «Principal * Rate * Days Run» and Principal * Rate" : `«${product}»`;
    expectFinding(`${terms}Interest means ${written}\n`, "TN3160", "a rate a year", "interest at ");
  });

  test.each([
    ["a percent has no year: so much a day late", "Principal * Part * Days Run"],
    ["without money a rate stays one: it rises by the day", "Rate + 1% per year * Days Run"],
    [
      "interest counts its days itself",
      `interest at Rate on Principal from and including Issue Date to but excluding today by actual/365`,
    ],
    ["days that divide", "Principal * Rate / Days Run"],
  ])("not: %s", (_, value) => expectNoFinding(`${terms}A means ${value}\n`));
});

test.each([
  ["365", `Principal * Rate * ${inline} / 365`, "actual/365"],
  ["360, and another order", `${inline} * Rate * Principal / 360`, "actual/360"],
])("with the days in it, over %s, it can be written as interest", (_, product, basis) => {
  const [found] = findingsIn(`${terms}A means ${product}\n`);
  expect(found?.fix?.text).toBe(
    `(interest at Rate on Principal from and including Issue Date to but excluding today by ${basis})`,
  );
});

test.each([
  ["a year of another length", `Principal * Rate * ${inline} / 364`],
  ["no year", `Principal * Rate * ${inline}`],
  ["another factor", `Principal * Rate * ${inline} * 2 / 365`],
  ["days of a name", "Principal * Rate * Days Run / 365"],
  [
    "business days",
    "Principal * Rate * (the number of business days from and including Issue Date to but excluding today) / 365",
  ],
])("else nothing is written in its place: %s", (_, product) => {
  const [found] = findingsIn(`${terms}A means ${product}\n`);
  expect([found?.code, found?.fix]).toEqual(["TN3160", undefined]);
});
