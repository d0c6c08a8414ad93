/** What contracts write and the language takes: each is read as the form that the printer has for it. */
import { describe, expect, test } from "vitest";
import { tokenize } from "../../grammar/tokenize.ts";
import { allNames, rowOf, wordingsOf } from "../../grammar/words.ts";
import { printStatement } from "../../src/format/print.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import { parse } from "../../src/syntax/parse.ts";
import { withoutPlaces } from "./trees.ts";

const read = (text: string) => parse(new SourceFile("note", text));

/** Read without a finding, and printed. */
function printed(text: string): string {
  const { value, diagnostics } = read(text);
  expect(diagnostics.map(({ message }) => message)).toEqual([]);
  return value.statements.map((statement) => printStatement(statement)).join("\n");
}

test.each(allNames().flatMap((name) => wordingsOf(name).map((words) => [words, name] as const)))(
  "%j is one token, %s",
  (words, name) => {
    const { tokens } = tokenize(`${words} `);
    expect(tokens.map(({ tokenType, image }) => [tokenType.name, image])).toEqual([[name, words]]);
    const inLines = tokenize(`${words.replaceAll(" ", "\n  ")} `).tokens;
    expect(inLines.map(({ tokenType }) => tokenType.name)).toEqual([name]);
    expect(rowOf(name).words).not.toBe(words);
  },
);

/** The comparison that each says, in its own words; `not` and `or equal` are where a slip would turn a rule round. */
const comparisons: readonly (readonly [written: string, meant: string])[] = [
  ["is greater than", "is more than"],
  ["exceeds", "is more than"],
  ["is in excess of", "is more than"],
  ["is above", "is more than"],
  ["is lower than", "is less than"],
  ["is below", "is less than"],
  ["is not at least", "is less than"],
  ["is not at most", "is more than"],
  ["is not less than", "is at least"],
  ["is no less than", "is at least"],
  ["is no fewer than", "is at least"],
  ["is greater than or equal to", "is at least"],
  ["is more than or equal to", "is at least"],
  ["is equal to or more than", "is at least"],
  ["is equal to or greater than", "is at least"],
  ["equals or exceeds", "is at least"],
  ["is not below", "is at least"],
  ["is not more than", "is at most"],
  ["is no more than", "is at most"],
  ["is not greater than", "is at most"],
  ["is less than or equal to", "is at most"],
  ["is equal to or less than", "is at most"],
  ["does not exceed", "is at most"],
  ["is not in excess of", "is at most"],
  ["is not above", "is at most"],
  ["equals", "is"],
  ["is equal to", "is"],
  ["is not equal to", "is not"],
  ["does not equal", "is not"],
  ["is earlier than", "is before"],
  ["is prior to", "is before"],
  ["is later than", "is after"],
  ["is subsequent to", "is after"],
  ["is not later than", "is on or before"],
  ["is no later than", "is on or before"],
  ["is not after", "is on or before"],
  ["is on or prior to", "is on or before"],
  ["is before or on", "is on or before"],
  ["is at or before", "is on or before"],
  ["is not earlier than", "is on or after"],
  ["is no sooner than", "is on or after"],
  ["is not before", "is on or after"],
  ["is not prior to", "is on or after"],
  ["is on or following", "is on or after"],
];

test.each(comparisons)("%j says %j", (written, meant) => {
  expect(printed(`Late holds when A ${written} B`)).toBe(`Late holds when A ${meant} B`);
});

describe("printed in one form, and read again as the same", () => {
  test.each([
    ["D means three (3) business days after E", "D means 3 business days after E"],
    ["D means 20 (twenty) trading days after E", "D means 20 trading days after E"],
    ["D means ten calendar days prior to E", "D means 10 days before E"],
    ["D means one hundred and twenty (120) days following E", "D means 120 days after E"],
    ["D means 5 working days after E", "D means 5 business days after E"],
    ["D means the first banking day on or following E", "D means the first business day on or after E"],
    ["D means January 3, 2006", "D means 2006-01-03"],
    ["D means the 3rd of January, 2006", "D means 2006-01-03"],
    ["D means 3 Jan. 2006", "D means 2006-01-03"],
    [
      "A means the average of the three lowest of B over 20 days ending today",
      "A means the average of the 3 lowest of B over 20 days ending today",
    ],
    ["Fee means 8 % per annum", "Fee means 8% per year"],
    ["Fee means eight percent (8%) p.a.", "Fee means 8% per year"],
    ["Fee means 50 bps", "Fee means 0.5%"],
    ["Fee means five percent (5.00%)", "Fee means 5%"],
    ["Fee means 50 basis points (0.5%)", "Fee means 0.5%"],
    ["Fee means 125 basis points annually", "Fee means 1.25% per year"],
    ["Fee means $1 million + $2.5 thousand", "Fee means $1,000,000 + $2,500"],
    ["Fee means 1.5 million shares", "Fee means 1,500,000 shares"],
    ["Price means $.05 a share", "Price means $0.05 per share"],
    ["Price means $0.05/share", "Price means $0.05 per share"],
    ["Fee means one half of A", "Fee means 1 / 2 * A"],
    ["Fee means B - two-thirds of A", "Fee means B - 2 / 3 * A"],
    ["Fee means B / half of A", "Fee means B / (1 / 2 * A)"],
    ["Fee means one-third (1/3) of (the lesser of A and B)", "Fee means 1 / 3 * (the lesser of A and B)"],
    ["section five (5)", "section 5"],
    ["section 5 (five)", "section 5"],
    ["section 5(a)", "section 5(a)"],
    ['test "t"\n  on 2006-01-03: Split, Ratio 2 (two)', 'test "t"\n  on 2006-01-03: Split, Ratio 2'],
    ["Fee means A multiplied by B", "Fee means A * B"],
    ["Fee means A times B divided by C", "Fee means A * B / C"],
    ["Fee means (one half of A) plus B", "Fee means 1 / 2 * A + B"],
    ["Fee means A divided by B", "Fee means A / B"],
    ["Fee means two times A", "Fee means 2 * A"],
    ["Fee means A plus B minus C", "Fee means A + B - C"],
    ["Fee means A, rounded to the nearest $0.01", "Fee means A, rounded half up to $0.01"],
    ["Fee means A, rounded down to the nearest 1 share", "Fee means A, rounded down to 1 share"],
    ["Fee means the lesser of A, B and C", "Fee means the least of\n  (i) A\n  (ii) B\n  (iii) C"],
    ["Fee means the greater of A, B, and C", "Fee means the greatest of\n  (i) A\n  (ii) B\n  (iii) C"],
    ["D means the earlier of A, B and C", "D means the earliest of\n  (i) A\n  (ii) B\n  (iii) C"],
    ["Fee means the least of A, B and C", "Fee means the least of\n  (i) A\n  (ii) B\n  (iii) C"],
    ["Fee means the lesser of (i) A and (ii) B", "Fee means the lesser of A and B"],
    ["Fee means the lesser of (a) A + B, (b) C, and (c) D", "Fee means the least of\n  (i) A + B\n  (ii) C\n  (iii) D"],
    ["Fee means the total of (i) A, (ii) B and (iii) C", "Fee means the total of\n  (i) A\n  (ii) B\n  (iii) C"],
    ['"Market Price" means A', "Market Price means A"],
    ["Fee\u00a0means Late\u2009Fee", "Fee means Late Fee"],
    ["the Borrower must give Report no later than D", "the Borrower must give Report by D"],
    ["the Borrower must pay A on or before D while C for each E", "for each E, the Borrower must pay A by D while C"],
    ["the Borrower may give N by D for each E called X", "for each E, the Borrower may give N by D called X"],
    ['X for each E is fixed as as "r" is read "a": A', 'X for each E is fixed, as "r" is read\n  "a": A'],
    ["C holds when some N has it is Late", "C holds when some N is Late"],
    ["C holds when (some N has (it is not Late)) and B", "C holds when some N is not Late and B"],
    ["C for each E holds when some N has (its E is this E)", "C for each E holds when some N for this E has happened"],
    [
      "C for each E holds when no N has (its E is this E and it is Late)",
      "C for each E holds when no N for this E is Late",
    ],
    [
      "C for each E holds when some N has (its E is this E and its A is $5 and its B)",
      "C for each E holds when some N for this E has (its A is $5 and its B)",
    ],
    [
      "S for each E means the sum of its A over N events where (its E is this E)",
      "S for each E means the sum of its A over N events for this E",
    ],
    [
      "S for each E means the last of N events where (its E is this E and not its B)",
      "S for each E means the last of N events for this E where not its B",
    ],
    [
      "F means (interest at R on 1 from and including D to but excluding E by actual/365)",
      "F means the interest factor at R from and including D to but excluding E by actual/365",
    ],
    [
      "C holds when (the number of trading days from but excluding D to and including today that have ended) is at least 3",
      "C holds when 3 trading days have passed since D",
    ],
    ["C holds when 1 business day have passed since D", "C holds when 1 business day has passed since D"],
    [
      "when P\n  its A is applied to due I each with its F, then F, then I",
      "when P\n  its A is applied to due I, each amount with its F, then F, then the rest of I",
    ],
    ["on D\n  I falls due by A on D", "on D\n  I falls due in the amount of A on D"],
    ["on D\n  I is waived for the month of D", "on D\n  I is waived for every day of the month of D"],
    [
      "account I owed by B to H\n  accrues: R on P by actual/365\n  from and including: D",
      "account I owed by B to H\n  accrues: R on P at the end of each day by actual/365\n  from and including: D to but excluding today",
    ],
    ['our view on A: "x"\n  favours: B', 'our view on A: "x"\n  favours: B'],
    ["on D\n  I is charged $5 due on D", "on D\n  I is charged with $5 due on D"],
    ["D means the first overdue date of I", "D means the earliest missed payment date of I"],
    ["D means start of F under 3.7", "D means the earliest start of F under 3.7"],
  ])("%j", (written, right) => {
    // Lists and duties are broken over lines in ways of their own.
    expect(printed(written).replaceAll(/\s+/g, " ")).toBe(right.replaceAll(/\s+/g, " "));
    expect(withoutPlaces(read(right).value.statements)).toEqual(withoutPlaces(read(written).value.statements));
    expect(read(right).diagnostics).toEqual([]);
  });
});

/** Code, the text under the carets, and words of the message or its help. */
describe("what may be meant in two ways is asked about", () => {
  test.each([
    ["D means three (4) days after E", "TN1036", "three (4)", "says two figures: 3 and 4"],
    ["Fee means eight percent (9%)", "TN1036", "eight percent (9%)", "says two figures: 8 and 9"],
    ["Fee means one-third (1/2) of A", "TN1036", "one-third (1/2) of", "says two figures: 1 / 3 and 1 / 2"],
    ["Fee means 50 basis points (50%)", "TN1036", "50 basis points (50%)", "says two figures: 0.5 and 50"],
    ["Fee means twenty-fifth of A", "TN1022", "twenty-fifth", "is no word of the language"],
    ["D means February 30, 2006", "TN1005", "February 30, 2006", "write a day from 2006-02-01 to 2006-02-28"],
    ["D means twenty-thirty days after E", "TN1005", "twenty-thirty", "is not a number"],
    ["Fee means A plus B multiplied by C", "TN1015", "multiplied by", "it is not clear how far it reaches"],
    ["section five (6)", "TN1036", "five (6)", "says two figures: 5 and 6"],
    ["Fee means one half of A plus B", "TN1015", "one half of", "it is not clear how far it reaches"],
    ["Fee means half of A to the power of 2", "TN1015", "half of", "it is not clear how far it reaches"],
    ["Fee means A divided by B times C", "TN1015", "times", "it is not clear how far it reaches"],
    ["Fee means A divided by two * B", "TN1015", "divided by", "it is not clear how far it reaches"],
    ["Fee means A / half of B * C", "TN1015", "half of", "it is not clear how far it reaches"],
    ["Fee means the lesser of A and B multiplied by 80%", "TN1015", "multiplied by", "not clear how far it reaches"],
    ["Fee means A divided by B divided by C", "TN1015", "A divided by B divided by C", "can be read in two ways"],
    ['"market price" means A', "TN1022", '"market price"', "`Market Price`"],
    ["the Borrower must give R by D for each E while C for each F", "TN1027", "for each F", "twice"],
  ])("%j", (written, code, under, words) => {
    const [finding, another] = read(written).diagnostics;
    const { source, start, end } = finding?.span ?? { source: new SourceFile("", ""), start: 0, end: 0 };
    expect([finding?.code, source.text.slice(start, end), another]).toEqual([code, under, undefined]);
    expect(`${finding?.message}; ${finding?.help}`).toContain(words);
  });
});

test.each(["Schedule 1, para 3", "Schedule 1, para. 3", "SCHEDULE 1,para. 3"])(
  "%s is one section, with and without the full stop",
  (label) => expect(printed(`section ${label} "Rates"`)).toBe('section Schedule 1, para 3 "Rates"'),
);
