import { expect, test } from "vitest";
import { expectFinding, expectNoFinding, findingsIn, head } from "./findings.ts";

const payment = "event Payment\n  Amount: money\n";

test.each([
  [
    "a slip in a name",
    "given Principal: money\nHalf means 50% * «Principle»\n",
    "TN2001",
    "`Principle`",
    "write `Principal`",
  ],
  ["a name declared by two statements", "A means $1\n«A» starts at $1\n", "TN2002", "`A` is declared twice", undefined],
  ["an event with the name of a definition", `Payment means $1\nevent «Payment»\n`, "TN2002", "`Payment`", undefined],
  ["two fields of one name", "event Payment\n  Amount: money\n  «Amount»: date\n", "TN2002", "`Amount`", undefined],
  [
    "a value with the name of a field",
    `${payment}«Amount» for each Payment means $1\n`,
    "TN2002",
    "`Amount`",
    undefined,
  ],
  [
    "two readings of one name",
    `${reading()}${reading("«grace»")}A holds when "grace" is read "a"\n`,
    "TN2002",
    "",
    undefined,
  ],
  [
    "two heads",
    `${head}note «"Other"»\n  language: 1\n  parties: Lender\n  exists from: Issue Date\n`,
    "TN2002",
    "`note`",
    undefined,
  ],
  [
    "a field that the event lacks",
    `${payment}A for each Payment means its «Amont»\n`,
    "TN2003",
    "`Payment`",
    "write `its Amount`",
  ],
  [
    "a value of the note behind its",
    `given Principal: money\n${payment}A for each Payment means its «Principal»\n`,
    "TN2003",
    "`Principal`",
    "without `its`",
  ],
  ["its without an event", `${payment}A means «its Amount»\n`, "TN2004", "`its Amount`", "for each"],
  [
    "a value of each event alone",
    `${payment}Fee for each Payment means $1\nA means «Fee»\n`,
    "TN2005",
    "each `Payment`",
    "the sum of",
  ],
  [
    "a date of each event alone",
    "event Call\n  Call Date: date\nA holds when «Call Date» is before today\n",
    "TN2005",
    "each `Call`",
    "`the latest of its Call Date over Call events`, or `some Call has (its Call Date is before today)`",
  ],
  [
    "a yes or no of each event alone",
    `${payment}Large for each Payment holds when its Amount is more than $5\nA holds when «Large»\n`,
    "TN2005",
    "each `Payment`",
    "write `its Large`, or `some Payment has (its Large)`",
  ],
  [
    "a choice of each event alone",
    'event Sale\n  Kind: "cash", "stock"\nA holds when «Kind» is "cash"\n',
    "TN2005",
    "each `Sale`",
    'write `its Kind`, or `some Sale has (its Kind is "cash")`',
  ],
  [
    "a price of each event alone",
    "event Sale\n  Price: price\nA means «Price»\n",
    "TN2005",
    "each `Sale`",
    "write `its Price`, or `the highest of its Price over Sale events`",
  ],
  [
    "a value of each event in a test",
    `${payment}test "a"\n  on 2024-02-01: Payment "p", Amount $5\n  expect: «Amount» is $5\n`,
    "TN2005",
    "each `Payment`",
    'write `Amount of "p"`, with the id of the Payment that is meant',
  ],
  [
    "a value of each event in a test without an id",
    `${payment}test "a"\n  on 2024-02-01: Payment, Amount $5\n  expect: «Amount» is $5\n`,
    "TN2005",
    "each `Payment`",
    'give the Payment an id, as in `Payment "n"`, and write `Amount of "n"`',
  ],
  ["a field alone", `${payment}A means «Amount»\n`, "TN2005", "each `Payment`", "its Amount"],
  [
    "a rule for an unknown event",
    `${payment}A starts at $0\nwhen «Payments»\n  A rises by $1\n`,
    "TN2006",
    "`Payments`",
    "write `Payment`",
  ],
  [
    "a sum over what is no event",
    `A means $1\nB means the number of «A» events\n`,
    "TN2011",
    "`A` is a definition",
    undefined,
  ],
  ["an unknown party", "event Payment by «Holdr»\n", "TN2007", "`Holdr`", "write `Holder`"],
  ["a party in words", 'in words, the «Lender» must: "lend"\n', "TN2007", "`Lender`", "Borrower, Holder"],
  [
    "a reading that is not declared",
    `${reading()}A holds when «"grade"» is read "a"\nB holds when "grace" is read "a"\n`,
    "TN2008",
    '"grade"',
    'write "grace"',
  ],
  [
    "a choice that the reading lacks",
    `${reading()}A holds when "grace" is read «"seventh"»\n`,
    "TN2009",
    '"seventh"',
    '"a" and "b"',
  ],
  [
    "a line for a choice that the reading lacks",
    `${reading()}A means as "grace" is read\n  "a": 1\n  "b": 2\n  «"third"»: 3\n`,
    "TN2009",
    '"third"',
    undefined,
  ],
  ["an account as a value", `${account()}A means «Interest»\n`, "TN2011", "an account", undefined],
  ["an event as a value", `${payment}A means «Payment»\n`, "TN2011", "an event", undefined],
  [
    "a rule at a default, as at an event",
    `Late Default occurs\n  when today is after Issue Date\nA starts at $0\nwhen «Late Default»\n  A becomes $1\n`,
    "TN2011",
    "a family of defaults",
    "write `when Late Default begins`",
  ],
  [
    "a rule as an event begins",
    `${payment}A starts at $0\nwhen «Payment» begins\n  A becomes $1\n`,
    "TN2011",
    "an event",
    "write `when Payment`",
  ],
  [
    "a default that has happened",
    `Late Default occurs\n  when today is after Issue Date\nA holds when «Late Default» has happened\n`,
    "TN3004",
    "`Late Default` is a yes or no",
    "write `Late Default`, or `not Late Default`",
  ],
  [
    "an account that falls",
    `${account()}${payment}when Payment\n  «Interest» falls by its Amount\n`,
    "TN2011",
    "a state belongs here",
    "an account grows by `Interest is charged AMOUNT` and falls by `AMOUNT is applied to Interest` or `Interest is waived`",
  ],
  [
    "events in the plural",
    `${payment}A means the sum of its Amount over «Payments»\n`,
    "TN2001",
    "`Payments`",
    "write `Payment events`",
  ],
  [
    "a definition that changes",
    `${payment}A means $1\nwhen Payment\n  «A» becomes $2\n`,
    "TN2011",
    "a definition, but a state",
    undefined,
  ],
  [
    "a state in place of an account",
    `${payment}A starts at $1\nwhen Payment\n  «A» is cleared\n`,
    "TN2011",
    "a state, but an account",
    undefined,
  ],
  [
    "a head that exists from no date",
    `${head.replace("from: Issue Date", "from: «Principal»")}given Principal: money\n`,
    "TN2011",
    "a deal term that is a date",
    undefined,
  ],
  ["a column that the market lacks", "A means market «mid»\n", "TN2012", "`mid`", "vwap"],
  [
    "this event of another statement",
    `${payment}event Sale\nA for each Payment means «this Sale»'s date\n`,
    "TN2013",
    "each `Payment`",
    undefined,
  ],
  ["a role outside the list", 'A means $1\nrole «"penaltys"»: A\n', "TN2014", "penaltys", 'write "penalty"'],
  [
    "a field with the name of a tied event",
    "event Notice\n  «Answer»: date\nevent Answer for Notice\n",
    "TN2015",
    "`its Answer`",
    undefined,
  ],
] as const)("%s", (_, source, code, message, help) => {
  expectFinding(source, code, message, help);
});

test.each([
  [
    "a name of the note and of an event",
    `${payment}Fee for each Payment means $1\nFee means the sum of its Fee over Payment events\n`,
  ],
  [
    "a section that comes again",
    'section 1 "One"\nA means $1\nsection 2 "Two"\nB means $1\nsection 1 "One"\nC means $1\n',
  ],
  ["a value that is never read", "A starts at $0\nB means $1\n"],
  [
    "the members of one family",
    "Event of Default occurs\n  when today is after Issue Date\nEvent of Default occurs\n  when today is Issue Date\n",
  ],
  [
    "this event within a sum",
    `${payment}A for each Payment means the number of Payment events where (its Amount is this Payment's Amount)\n`,
  ],
])("%s is fine", (_, source) => {
  expectNoFinding(source);
});

test("a name whose declaration is broken gives no second finding", () => {
  const codes = findingsIn("Half means 50% * * $1\nA means Half + $1\nwhen Half\n  B becomes Half\n").map(
    ({ code }) => code,
  );
  expect(codes.filter((code) => !code.startsWith("TN1"))).toEqual(["TN2001"]);
});

test.each([
  ["a definition", "Fee means Price * 2\nPrice means $1 «$2»\n", "TN1001", "`$2`"],
  [
    "a default",
    "Since means start of Default\nDefault occurs\n  when today is Issue Date\n  «ends:» never\n",
    "TN1012",
    "`ends:`",
  ],
])("what reads a statement that does not parse is not reported: %s", (_, source, code, message) => {
  expectFinding(source, code, message);
});

test("what is declared twice points at both places", () => {
  const [finding] = findingsIn("A means $1\nA means $2\n");
  expect(finding?.related.map(({ span }) => span.source.positionAt(span.start).line)).toEqual([7]);
});

test("help for a slip comes with its change", () => {
  const [finding] = findingsIn("given Principal: money\nHalf means 50% * Principle\n");
  expect(finding?.fix?.text).toBe("Principal");
});

function reading(name = "grace"): string {
  const [open, close] = name.startsWith("«") ? ["«", "»"] : ["", ""];
  return `reading ${open}"${name.replaceAll(/[«»]/g, "")}"${close}\n  passage: "p"\n  choices: "a", "b"\n  chosen: "a"\n`;
}

function account(): string {
  return "account Interest owed by Borrower to Holder\n";
}
