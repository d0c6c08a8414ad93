/** What depends on itself, by way of defaults, accounts, prohibitions and other events; and what only looks as if it did. */
import { describe, expect, test } from "vitest";
import { expectFinding, expectNoFinding, expectRelated, findingsIn } from "../findings.ts";

const notice = "event Notice\n  Amount: money\n";
const account = (base: string) =>
  `account Interest owed by Borrower to Holder\n  accrues: 8% per year on ${base} by actual/365\n  from and including: Issue Date\n`;
const twoSections = (first: string, second: string) =>
  `section 1 "a"\nDefault occurs\n  when ${first}\nsection 2 "b"\nDefault occurs\n  when ${second}\n`;

describe("depends on itself", () => {
  test.each([
    [
      "the start of a default",
      "«Default» occurs\n  when B\nB holds when (start of Default) is set\n",
      "Default → B → Default",
    ],
    [
      "the start of a default under a section",
      twoSections("(start of Default under 2) is set", "(start of Default under 1) is set").replace(
        "Default",
        "«Default»",
      ),
      "Default",
    ],
    [
      "a default of each event, by way of its value",
      `${notice}«Default» occurs for each Notice\n  when its Size is more than $5\nSize for each Notice means $1 if Default, otherwise $2\n`,
      "Default → Size → Default",
    ],
    [
      "whether something is allowed",
      `${notice}the Borrower must not give Notice unless its Allowed, called «Allowed»\n`,
      "Allowed → Allowed",
    ],
    [
      "what is given by a power on a condition that reads it",
      `${notice}the Holder may give Notice\n  only if its Given Part is $0, else "no"\n  asking for: its Amount\n  up to $5\n  beyond that: void\n  giving: «Given Part»\n`,
      "Given Part → Given Part",
    ],
    [
      "dates joined of one another",
      "«Early Dates» are 1 day before its date for each of Late Dates\nLate Dates are Early Dates and Issue Date\n",
      "Early Dates → Late Dates → Early Dates",
    ],
    [
      "joined dates, by way of a value of each",
      "«Pay Dates» are its Pay Day for each of Base Dates\nBase Dates are Issue Date\nPay Day for each of Base Dates means the last of Pay Dates\n",
      "Pay Dates → Pay Day → Pay Dates",
    ],
    [
      "a fixed value at its own event",
      `${notice}«Fee» for each Notice is fixed as $1 if this Notice's Fee is $1, otherwise $2\n`,
      "Fee → Fee",
    ],
  ])("%s", (_, source, circle) => {
    expectFinding(source, "TN4001", `depends on itself: ${circle}`);
  });

  test("two circles through one value are reported once", () => {
    expectFinding("«A» means B + C\nB means A\nC means A\n", "TN4001", "`A` depends on itself");
  });

  test("two circles apart are reported each", () => {
    expect(findingsIn("A means B\nB means A\nC means D\nD means C\n").map(({ code }) => code)).toEqual([
      "TN4001",
      "TN4001",
    ]);
  });

  test("the first in the text comes first, each of the others once", () => {
    expectRelated("A starts at B\n‹B› means A\n", "TN4001", "in the circle");
    expectRelated(
      "given A: money = B\ngiven ‹B›: money = C\ngiven ‹C›: money = A\n",
      "TN4001",
      "in the circle",
      "in the circle",
    );
  });
});

describe("does not depend on itself", () => {
  test.each([
    ["a default of one section by way of another", twoSections("today is Issue Date", "Default under 1")],
    [
      "a default of one section by way of the start of another",
      twoSections("today is Issue Date", "(start of Default under 1) is set"),
    ],
    [
      "a default by way of what was fixed at other events",
      `${notice}Default occurs for each Notice\n  when its Size is more than $5\nSize for each Notice is fixed as $1 if Default, otherwise $2\n`,
    ],
    ["an account by way of what is unpaid on it", `${account("B")}B means unpaid Interest\n`],
    ["an account by way of what was payable on a day", `${account("B")}B means Interest payable on Issue Date\n`],
    [
      "a value by way of a state that changes by it",
      `${notice}A starts at $0\nB means A + $1\nwhen Notice\n  A becomes B\n`,
    ],
    [
      "a fixed value by way of the same of other events",
      `${notice}Fee for each Notice is fixed as $1 if the sum of its Fee over Notice events is $0, otherwise $2\n`,
    ],
  ])("%s", (_, source) => expectNoFinding(source));

  test("ways that part and meet again many times are each gone once", () => {
    const steps = Array.from(
      { length: 60 },
      (_, at) => `L${at} means L${at + 1} + R${at + 1}\nR${at} means L${at + 1} + R${at + 1}\n`,
    );
    expectNoFinding(`${steps.join("")}L60 means $1\nR60 means $1\n`);
  });
});

test("a value of itself that fits no type ends with what is wrong in it", () => {
  // With nothing known of Big it is a price; with that, its product is one squared.
  const statements = "given Floor: price\nBig means the greater of Floor and Big * Floor\n";
  expect(findingsIn(statements).map(({ code }) => code)).toEqual(["TN4001", "TN3006"]);
});
