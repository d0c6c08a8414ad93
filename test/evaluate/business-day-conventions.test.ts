/** A date moved to a business day by a convention, by its name; the periods that are adjusted with it and those that are not. */
import { describe, expect, test } from "vitest";
import { expectFinding, expectNoFinding } from "../checked/findings.ts";
import { answersOf, explained, templateOf } from "./asked.ts";

const asked = (value: string, prices?: readonly (readonly [string, string])[]) =>
  answersOf(`A means ${value}`, { ask: [{ value: "A", on: "2024-01-10" }], ...(prices && { prices }) });

describe("a date that is no business day", () => {
  // 30 and 31 March 2024 are a Saturday and a Sunday, the banks of the United States are open on Friday the 29th; 1 June is
  // a Saturday; 27 May is Memorial Day, a Monday.
  test.each([
    ["the next one", "2024-03-31, following", "2024-04-01"],
    ["the next, unless that is in another month", "2024-03-31, modified following", "2024-03-29"],
    ["the next in the same month", "2024-03-30, modified following", "2024-03-29"],
    ["the next in the middle of a month", "2024-03-09, modified following", "2024-03-11"],
    ["a holiday", "2024-05-27, modified following", "2024-05-28"],
    ["the one before", "2024-06-01, preceding", "2024-05-31"],
    ["the one before, unless that is in another month", "2024-06-01, modified preceding", "2024-06-03"],
    ["the one before in the same month", "2024-03-31, modified preceding", "2024-03-29"],
    ["as it is", "2024-03-31, unadjusted", "2024-03-31"],
    // 1 January 1986 is a holiday and the first day that the calendar knows.
    ["the first day that is known", "1986-01-01, modified preceding", "1986-01-02"],
  ])("%s", (_, value, day) => {
    expect(asked(value)).toEqual([day]);
  });

  test.each(["following", "modified following", "preceding", "modified preceding", "unadjusted"])(
    "%s leaves a business day as it is",
    (convention) => {
      expect(asked(`2024-03-29, ${convention}`)).toEqual(["2024-03-29"]);
    },
  );

  test.each([
    ["after the last day of the calendar", "2100-03-01, modified following"],
    ["before its first", "1985-12-31, modified preceding"],
    ["before its first, where there is none in the month", "1986-01-01, preceding"],
  ])("%s it is not known", (_, value) => {
    expect(asked(value)).toEqual(["missing data"]);
  });
});

test("another kind of day may be named", () => {
  // Rows on 29 January, 1, 2 and 8 February.
  const prices = ["2024-01-29", "2024-02-01", "2024-02-02", "2024-02-08"].map((day) => [day, "1"] as const);
  expect(asked("2024-01-30, following trading day", prices)).toEqual(["2024-02-01"]);
  expect(asked("2024-01-30, modified following trading day", prices)).toEqual(["2024-01-29"]);
  expect(asked("2024-02-05, preceding trading day", prices)).toEqual(["2024-02-02"]);
  // Whether 9 February is one is not known.
  expect(asked("2024-02-09, modified preceding trading day", prices)).toEqual(["missing data"]);
  expect(asked("2024-03-31, following day")).toEqual(["2024-03-31"]);
});

test("a convention takes in the whole value before it", () => {
  expect(asked("the earlier of 2024-06-01 and 2024-07-01, preceding")).toEqual(["2024-05-31"]);
  expect(asked("10 days after 2024-03-21, following")).toEqual(["2024-04-01"]);
  // 31 March is moved to 29 March; 10 days after that is 8 April.
  expect(asked("10 days after (2024-03-31, modified following)")).toEqual(["2024-04-08"]);
});

test("an adjusted period ends where its payment day lies, an unadjusted one on its own day", () => {
  // $36,000 at 10% over 360 days is $10 a day. From 31 December 2023 to 31 March 2024 are 91 days; to 1 April 92;
  // from 2 January 2024, as 31 December is a Sunday and 1 January a holiday, to 29 March 87.
  const interest = (from: string, to: string) =>
    asked(`interest at 10% per year on $36,000 from and including ${from} to but excluding ${to} by actual/360`);
  expect(interest("2023-12-31", "2024-03-31")).toEqual(["910"]);
  expect(interest("2023-12-31", "(2024-03-31, following)")).toEqual(["920"]);
  expect(interest("(2023-12-31, following)", "(2024-03-31, modified following)")).toEqual(["870"]);
});

test("an explanation says by which convention", () => {
  const [following, modified] = explained("A means 2024-03-31, following\nB means 2024-03-31, modified following", {
    ask: [
      { value: "A", on: "2024-01-10" },
      { value: "B", on: "2024-01-10" },
    ],
  });
  expect(following?.operation).toMatchObject({ expr: { kind: "Step", relation: "on or after" } });
  expect(modified?.operation).toMatchObject({ expr: { kind: "Step", relation: "modified following" } });
});

test("the words of the field are read as these", () => {
  const names = ["following", "modified following", "preceding", "modified preceding"];
  for (const name of names) {
    const long = `A means 2024-03-31, subject to the ${name} business day convention`;
    expect(JSON.stringify(meaningOf(long))).toBe(JSON.stringify(meaningOf(`A means 2024-03-31, ${name}`)));
  }
  // 31 March 2024 is 19,813 days after 1 January 1970: 54 x 365 + 13 leap days + 31 + 29 + 30.
  expect(JSON.stringify(meaningOf("A means 2024-03-31, not adjusted"))).toContain('"value":19813');
});

function meaningOf(statement: string) {
  const text = (key: string, value: unknown) =>
    key === "span" ? undefined : typeof value === "bigint" ? `${value}` : value;
  return JSON.parse(JSON.stringify(templateOf(statement).program.definitions.get("A")?.value, text)) as unknown;
}

describe("what can't be moved is reported", () => {
  test("an amount", () => expectFinding("A means «$5», following\n", "TN3004", "is an amount of money"));
  test("months", () => expectFinding("A means today, following «months»\n", "TN1019", "months"));
  test("a day ahead of which a value is asked for", () =>
    expectFinding("A means $5 as of («1 day after today, following»)\n", "TN4002", "a day that is yet to come"));
  test.each(["today", "1 day before today", "Issue Date"])("%s is fine", (date) =>
    expectNoFinding(`A means $5 as of (${date}, following)\n`),
  );
});
