/** Kinds of values within expressions, and which of them may be missing. */
import { describe, expect, test } from "vitest";
import { expectFinding, expectNoFinding, findingsIn } from "./findings.ts";

const declared =
  'event Notice by Holder\n  Amount: money\n  Kind: "a", "b"\n  Memo: text, optional\n  Part: money, optional\n' +
  "Balance starts at $0\nRoom is money, at first not set\nDay is a date, at first not set\nRate is rate, at first not set\ngiven Hour: time = 09:30\ngiven Held: shares = 5 shares\n";
const range = "trading days from and including Issue Date to and including today";

describe("may be missing", () => {
  const missing = (value: string, test: string) => `${declared}A means ${value}\nB holds when «A» ${test}\n`;
  test.each([
    ["a value as of a day that may be", "Balance as of (Day)", "is $0"],
    ["the lesser of what may be", "the lesser of Balance and Room", "is $0"],
    ["the greater, the other way round", "the greater of Room and Balance", "is $0"],
    ["the least where all may be", "the least of\n  (i) Room, if set\n  (ii) Room, if set", "is $0"],
    ["a total of what may be", "the total of\n  (i) $1\n  (ii) Room", "is $0"],
    ["or else what may be", "Room, or else Room", "is $0"],
    [
      "interest on what may be",
      "interest at 5% per year on Room from and including Issue Date to but excluding today by actual/365",
      "is $0",
    ],
    [
      "interest at what may be",
      "interest at Rate on $1 from and including Issue Date to but excluding today by actual/365",
      "is $0",
    ],
    [
      "interest from what may be",
      "interest at 5% per year on $1 from and including Day to but excluding today by actual/365",
      "is $0",
    ],
    ["the highest of a range, which may be empty", `the highest of market close over ${range}`, "is $1 per share"],
    ["the average of a range", `the average of market close over ${range}`, "is $1 per share"],
    [
      "the highest of those days of a window on which something holds",
      "the highest of market close over those of 3 trading days ending today on which (market close is more than $1 per share)",
      "is $1 per share",
    ],
    ["the highest over events", "the highest of its Amount over Notice events", "is $0"],
    ["a day counted from what may be", "1 day after Day", "is today"],
    ["the edge of a month of what may be", "the last day of the month of Day", "is today"],
    ["a period from what may be", "the first of every 3 months from Day on or after today", "is today"],
  ])("%s", (_, value, test) => expectFinding(missing(value, test), "TN3005", "`A` may have no value"));

  test.each([
    ["the least where one is always there", "the least of\n  (i) Room, if set\n  (ii) Balance", "is $0"],
    ["a total where what may be is left out", "the total of\n  (i) $1\n  (ii) Room, if set", "is $0"],
    ["or else what is always there", "Room, or else Balance", "is $0"],
    ["the sum of a range", `the sum of market volume over ${range}`, "is 0 shares"],
    ["the sum over events", "the sum of its Amount over Notice events", "is $0"],
    ["the highest of a window", "the highest of market close over 3 trading days ending today", "is $1 per share"],
    [
      "interest on what is always there",
      "interest at 5% per year on $1 from and including Issue Date to but excluding today by actual/365",
      "is $0",
    ],
    ["a value as of a day that is always there", "Balance as of Issue Date", "is $0"],
  ])("not %s", (_, value, test) => expectNoFinding(missing(value, test).replaceAll(/[«»]/g, "")));
});

describe("does not fit", () => {
  const condition = (text: string) => `${declared}A for each Notice holds when ${text}\n`;
  test.each([
    ["a list for a date", condition('«today is one of "a", "b"»'), "TN3007", "`is one of` does not compare a date"],
    [
      "a list with a word that is no choice",
      condition('its Kind is one of "a", «"c"»'),
      "TN2009",
      '"c" is not one of the choices of',
    ],
    ["a list for what may be missing", condition('«its Memo» is one of "a"'), "TN3005", "a comparison needs one"],
    ["a word that is no choice, on the left", condition('«"c"» is its Kind'), "TN2009", '"c"'],
    ["what may be missing, on the right", condition("today is «Day»"), "TN3005", "a comparison needs one"],
    [
      "what is no event, that has happened",
      condition("«Balance» has happened"),
      "TN3004",
      "What has happened is an event",
    ],
    ["a figure compared as a date", condition("«Balance is before $1»"), "TN3007", "`before`", "`is less than`"],
    [
      "a time compared as a figure",
      condition("«(its time, or else 12:00) is more than 18:00»"),
      "TN3007",
      "`more than`",
      "`is after`",
    ],
    [
      "a choice compared as a figure",
      condition('«its Kind is more than "a"»'),
      "TN3007",
      "`more than`",
      "write `is` or `is not`",
    ],
    [
      "a total of what is no figure",
      `${declared}A means the total of\n  (i) «today»\n  (ii) today\n`,
      "TN3008",
      "`today` is a date, and can't be added",
    ],
    ["the lesser of times", `${declared}A means «the lesser of Hour and Hour»\n`, "TN3007", "the lesser of", "earlier"],
    [
      "the earlier of amounts",
      `${declared}A means «the earlier of Balance and $1»\n`,
      "TN3007",
      "the earlier of",
      "lesser",
    ],
    ["a number taken from a date", `${declared}A means today - «3»\n`, "TN3013", "can't be taken from it"],
    [
      "a date taken from a number",
      `${declared}A means 3 - «today»\n`,
      "TN3008",
      "`today` is a date, and can't be subtracted",
    ],
    ["a date and a date added", `${declared}A means «today» + Issue Date\n`, "TN3008", "can't be added"],
    [
      "a rate of interest that is an amount",
      `${declared}A means interest at «$1» on $1 from and including Issue Date to but excluding today by actual/365\n`,
      "TN3004",
      "The rate of interest is a rate per year",
    ],
    [
      "months that are an amount",
      `${declared}A means the first of every («$1») months from Issue Date after today\n`,
      "TN3004",
      "The number of months is a plain number",
    ],
    [
      "an anchor that is an amount",
      `${declared}A means the first of every 3 months from «Balance» after today\n`,
      "TN3004",
      "The day from which months are counted is a date",
    ],
    [
      "a first period before a day",
      `${declared}A means «the first of every 3 months from Issue Date before today»\n`,
      "TN4017",
      "has no answer",
    ],
    [
      "a day looked back to that is an amount",
      `${declared}A means Balance as of «$1»\n`.replace("as of «$1»", "as of («$1»)"),
      "TN3004",
      "What stands behind `as of` is a date",
    ],
    [
      "a number picked that is an amount",
      `${declared}A means the average of the («$1») lowest of market close over 3 trading days ending today\n`,
      "TN3004",
      "The number picked is a plain number",
    ],
    [
      "a sum over what is no event",
      `${declared}A means the sum of $1 over «Notise» events\n`,
      "TN2006",
      "`Notise`",
      "Notice",
    ],
    ["a sum over a state", `${declared}A means the number of «Balance» events\n`, "TN2011", "an event belongs here"],
    ["the highest of dates", `${declared}A means the highest of «its date» over Notice events\n`, "TN3008", "a date"],
  ])("%s", (_, source, code, message, help?: string) => expectFinding(source, code, message, help));

  test.each([
    ["the earlier of times", "A means the earlier of Hour and 10:00"],
    ["the latest time over events", "A means the latest of its time over Notice events where (its time is set)"],
    ["a word on the left", 'A for each Notice holds when "a" is its Kind'],
    ["unlimited on the left", "A holds when unlimited is Held"],
    ["a text among others", 'A for each Notice holds when its Memo is set and its Memo is one of "x", "y"'],
    ["a time before another", "A for each Notice holds when its time is set and its time is before 18:00"],
    ["a year between dates", "A means the first of every 12 months from Issue Date after today"],
  ])("but %s does", (_, statement) => expectNoFinding(`${declared}${statement}\n`));
});

describe("a power", () => {
  const power = (lines: string, who = "Holder", event = "Notice") =>
    `${declared}the ${who} may give ${event}\n${lines}`;
  test.each([
    ["of nobody", power('  only if Balance is $0, else "no"\n', "«Lender»"), "TN2007", "`Lender`"],
    [
      "to give what is no event",
      power('  only if Balance is $0, else "no"\n', "Holder", "«Notise»"),
      "TN2006",
      "`Notise`",
    ],
    ["only if an amount", power('  only if «Balance», else "no"\n'), "TN3003", "`Balance`"],
    [
      "that asks for what may be missing",
      power(
        "  asking for: «its Part»\n  up to $5\n  beyond that: void\n  giving: Accepted\nTaken for each Notice means its Accepted\n",
      ),
      "TN3005",
      "a power needs one",
    ],
    [
      "that asks for what is no figure",
      power(
        "  asking for: «its date»\n  up to $5\n  beyond that: void\n  giving: Accepted\nTaken for each Notice means its Accepted\n",
      ),
      "TN3008",
      "can't be limited",
    ],
    [
      "with a limit in another unit",
      power(
        "  asking for: its Amount\n  up to «5 shares»\n  beyond that: void\n  giving: Accepted\nTaken for each Notice means its Accepted\n",
      ),
      "TN3001",
      "`its Amount` is an amount of money",
    ],
    [
      "with a limit that may be missing",
      power(
        "  asking for: its Amount\n  up to «Room»\n  beyond that: void\n  giving: Accepted\nTaken for each Notice means its Accepted\n",
      ),
      "TN3005",
      "a limit needs one",
    ],
  ])("%s", (_, source, code, message) => expectFinding(source, code, message));

  test("whose condition asks for what it is limited by is fine", () => {
    expectNoFinding(
      power(
        '  only if Room is set, else "no"\n  asking for: its Amount\n  up to Room\n  beyond that: void\n  giving: Accepted\nTaken for each Notice means its Accepted\n',
      ),
    );
  });
});

test("two kinds in one place are each reported where they stand", () => {
  const [finding] = findingsIn(`${declared}A means Balance if today is Issue Date, otherwise Held\n`);
  expect(finding).toMatchObject({
    code: "TN3006",
    label: "a number of shares",
    help: "make both an amount of money, or both a number of shares",
  });
  expect(finding?.related[0]).toMatchObject({ label: "an amount of money" });
});
