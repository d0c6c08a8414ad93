/** Days that are counted from today, and so are others by the time they come. */
import { describe, test } from "vitest";
import { expectFinding, expectNoFinding } from "./findings.ts";

const declared = `Quarter End means the last day of the quarter of today
Visits starts at 0
`;
const acting = (day: string, definitions = "") => `${declared}${definitions}on ${day}\n  Visits rises by 1\n`;

describe("the day of a rule that lies behind the end of the period of today", () => {
  test.each([
    ["some days later", "«3 days after Quarter End»", ""],
    ["the next business day", "«Pay Day»", "Pay Day means Quarter End, following\n"],
    ["the first business day on or after it", "«the first business day on or after Quarter End»", ""],
    ["the one after it", "«the first business day after Quarter End»", ""],
    [
      "an anniversary that is moved within its month",
      "«Pay Day»",
      "Pay Day means (the first 3-month anniversary of Issue Date on or after today), modified following\n",
    ],
  ])("%s", (_, day, definitions) => expectFinding(acting(day, definitions), "TN4096", "it has moved on"));

  test("an event that happens by itself", () =>
    expectFinding(
      `${declared}event Visit on «Visit Day»\nVisit Day means 3 days after Quarter End\nVisits Made means the number of Visit events\n`,
      "TN4096",
      "that day is missed",
    ));

  test.each([
    ["the end itself", "Quarter End", ""],
    ["moved to where it stays in its month", "Pay Day", "Pay Day means Quarter End, modified following\n"],
    ["moved back", "Pay Day", "Pay Day means Quarter End, preceding\n"],
    ["some days earlier", "10 days before Quarter End", ""],
    [
      "behind the beginning of the period",
      "the first business day on or after the first day of the month of today",
      "",
    ],
    [
      "a business day that is moved as one",
      "the first business day on or after (the last business day of the month of today)",
      "",
    ],
    ["behind a deal term", "3 days after Issue Date", ""],
  ])("not %s", (_, day, definitions) => expectNoFinding(acting(day, definitions)));
});

describe("the day of a rule that is set only as a day ends", () => {
  const set = "given Test Date: date\nCall Day is a date, at first not set\non Test Date\n  Call Day becomes today\n";

  test.each([
    ["itself", "«Call Day»", set],
    [
      "as the earlier of two",
      "«Last Day»",
      `${set}Last Day means the earlier of Issue Date and (Call Day, or else Issue Date)\n`,
    ],
    [
      "by a condition that begins",
      "«Call Day»",
      "Call Day is a date, at first not set\nMany holds when Visits is more than 3\nwhen Many begins\n  Call Day becomes today\n",
    ],
  ])("%s", (_, day, definitions) => expectFinding(acting(day, definitions), "TN4097", "only as a day ends"));

  test.each([
    [
      "by an event",
      "Call Day",
      "Call Day is a date, at first not set\nevent Call by Holder\nwhen Call\n  Call Day becomes today\n",
    ],
    ["counted on", "3 days after Call Day", set],
  ])("not %s", (_, day, definitions) => expectNoFinding(acting(day, definitions)));
});

describe("a deadline that is counted from today", () => {
  const duty = (day: string, definitions = "") =>
    `event Report by Borrower\nQuarter End means the last day of the quarter of today\n${definitions}the Borrower must give Report by ${day} called Reporting\n`;

  test.each([
    ["the end of the quarter", "«Quarter End»", ""],
    ["moved", "(«Quarter End, following»)", ""],
    ["so many days from today", "«5 business days after today»", ""],
    [
      "the next of a schedule",
      "«Next Day»",
      "Report Dates are every month from and including Issue Date to and including 2025-01-02\nNext Day means the first of Report Dates after today\n",
    ],
  ])("of a duty: %s", (_, day, definitions) => expectFinding(duty(day, definitions), "TN4098", "nothing is ever late"));

  test("of a cure", () =>
    expectFinding(
      "Visits starts at 0\nEvent of Default occurs\n  when Visits is 0\n  unless cured by the end of: «10 days after today»\n",
      "TN4098",
      "nothing is ever late",
    ));

  test.each([
    ["a deal term", "Issue Date", ""],
    [
      "a state",
      "(Call Day, or else today)",
      "Call Day is a date, at first not set\nevent Call\nwhen Call\n  Call Day becomes today\n",
    ],
    ["the beginning of the quarter", "10 days after the first day of the quarter of today", ""],
  ])("not of %s", (_, day, definitions) => expectNoFinding(duty(day, definitions)));

  test("not a day that was fixed", () =>
    expectNoFinding(
      "event Call by Holder\nevent Report for Call by Borrower\nCall Day for each Call is fixed as 3 days after today\n" +
        "for each Call, the Borrower must give Report by its Call Day called Reporting\n",
    ));
});

describe("a power that each event has through a day before its own", () => {
  const power = (by: string, definitions = "") =>
    "Coupon Dates are every 6 months from but excluding Issue Date to and including 2025-01-02\nevent Coupon Due on each of Coupon Dates\n" +
    `event Election for Coupon Due by Borrower\n  Form: "cash", "notes"\n${definitions}for each Coupon Due, the Borrower may give Election by ${by} called Form of Coupon\n  electing: its Form\n  if none is made: "cash"\n`;

  test.each([
    ["so many days", "«10 days before its date»", ""],
    ["by a name of its own", "«its Last Day»", "Last Day for each Coupon Due means 5 business days before its date\n"],
    ["the business day before", "«the last business day before its date»", ""],
  ])("%s", (_, by, definitions) =>
    expectFinding(power(by, definitions), "TN4099", "is over by then", "in place of `for Coupon Due`"),
  );

  test.each([
    ["on its day", "its date"],
    ["moved back, which may be its day", "(its date, preceding)"],
    ["behind it", "3 days after its date"],
  ])("not %s", (_, by) => expectNoFinding(power(by)));
});
