import { expect, test } from "vitest";
import { fromSyntax } from "../../src/checked/from-syntax.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import { parse } from "../../src/syntax/parse.ts";
import { unitName } from "../../src/units/value-type.ts";
import { expectFinding, expectNoFinding, findingsIn, head } from "./findings.ts";

const terms =
  "given Principal: money\ngiven Floor Price: price\ngiven Discount: percent\ngiven Interest Rate: rate\n" +
  "given Shares Sold: shares\ngiven Late: yes or no\n";

test.each([
  ["$500,000 / $0.05 per share", "shares"],
  ["Principal / Floor Price", "shares"],
  ["Shares Sold * Floor Price", "USD"],
  ["Discount * Floor Price", "USD/share"],
  ["Principal * Interest Rate * 3 months", "USD"],
  ["Principal * Interest Rate", "USD/year"],
  ["Interest Rate * 1 year", "number"],
  ["Discount * 2", "percent"],
  ["1 - Discount", "percent"],
  ["Discount * Discount", "percent"],
  ["Shares Sold / Shares Sold", "number"],
  ["Principal * ((1 + Interest Rate * 1 month) to the power of 36)", "USD"],
  ["102% to the power of 8", "number"],
  ["1 / Shares Sold", "per share"],
  ["today - Issue Date", "days"],
  ["14 days", "days"],
  ["$5 * 14 days", "USD"],
  ["$2,000 * (today - Issue Date)", "USD"],
  ["the number of business days from and including Issue Date to but excluding today", "days"],
  ["the number of Payment events", "number"],
  ["the lesser of Principal and unlimited", "USD"],
  ["the later of Issue Date and today", "date"],
  ["3 business days after Issue Date", "date"],
  ["Principal, rounded down to $0.01", "USD"],
  ["market volume", "shares"],
  ["interest at Interest Rate on Principal from and including Issue Date to but excluding today by actual/360", "USD"],
] as const)("%s is in %s", (value, unit) => {
  const source = `${head}${terms}event Payment\n  Amount: money\nAnswer means ${value}\n`;
  const { value: tree, diagnostics } = parse(new SourceFile("note.tenor", source));
  const checked = fromSyntax(tree);
  expect([...diagnostics, ...checked.diagnostics].map((it) => it.message)).toEqual([]);
  const type = checked.value.definitionTypes.get("Answer")?.type;
  expect(type && unitName(type)).toBe(unit);
});

test.each([
  [
    "a price and an amount",
    "A means Floor Price + «Principal»",
    "TN3001",
    "`Floor Price` is a price per share, but `Principal` is an amount of money",
  ],
  ["an amount and a count compared", "A holds when Principal is more than «Shares Sold»", "TN3001", "compared"],
  ["a rounding in another unit", "A means Principal, rounded down to «1 share»", "TN3001", "rounded"],
  [
    "a power of an amount",
    "A means «Principal» to the power of 2",
    "TN3004",
    "What is raised to a power is a plain number",
  ],
  ["an exponent with a unit", "A means 2 to the power of («1 year»)", "TN3004", "An exponent is a plain number"],
  ["a total of two units", "A means the total of\n  (i) Principal\n  (ii) «Shares Sold»", "TN3001", "added"],
  ["a default in another unit", "given A: shares = «$5»", "TN3002", "`A` is a number of shares"],
  ["a change in another unit", "A starts at $0\nwhen Payment\n  A becomes «5%»", "TN3002", "`A` is an amount of money"],
  [
    "a rise in another unit",
    "A starts at $0\nwhen Payment\n  A rises by «1 share»",
    "TN3002",
    "`A` is an amount of money",
  ],
  [
    "an exception in another unit",
    "A means $1\nnotwithstanding A\n  while: Late\n  it is: «1 share»",
    "TN3002",
    "`A` is an amount of money",
  ],
  [
    "an amount as a condition",
    "A means $1 if «Principal», otherwise $0",
    "TN3003",
    "`Principal` is an amount of money",
  ],
  ["days for an amount", "A means Principal - «14 days»", "TN3001", "`14 days` is a number of days"],
  ["an amount that holds", "A holds when «Principal»", "TN3003", "A condition belongs here"],
  ["a shift of an amount", "A means 3 days after «Principal»", "TN3004", "an amount of money"],
  ["days counted in dollars", "A means «$3» days after Issue Date", "TN3004", "The number of days"],
  ["cases that differ", "A means Principal if Late, otherwise «Discount»", "TN3006", "what depends on a case"],
  ["operands that differ", "A means the lesser of Principal and «Floor Price»", "TN3006", "the lesser"],
  ["dates at least", "A holds when «today is at least Issue Date»", "TN3007", "`at least` does not compare a date"],
  ["amounts on or after", "A holds when «Principal is on or after $1»", "TN3007", "`on or after`"],
  ["the lesser of dates", "A means «the lesser of Issue Date and today»", "TN3007", "the lesser of"],
  ["the earliest of amounts", "A means the earliest of «its Amount» over Payment events", "TN3007", "the earliest of"],
  ["a date multiplied", "A means «Issue Date» * 2", "TN3008", "`Issue Date` is a date"],
  ["a yes or no summed", "A means the sum of «its Exempt» over Payment events", "TN3008", "a yes or no"],
  ["a default that reads a state", "S starts at $0\ngiven A: money = «S»", "TN3009", "`S` is a state"],
  ["a default that reads today", "given A: date = «today»", "TN3009", "another date on each day"],
  ["unlimited alone", "A means «unlimited»", "TN3010", "`unlimited`"],
  ["a state of shares without its basis", "«A» starts at 5 shares", "TN3011", "a number of shares"],
  ["a state of a price without its basis", "«A» starts at Floor Price", "TN3011", "a price per share"],
  ["a rounding to nothing", "A means Principal, rounded down to «$0»", "TN3021", "`$0`"],
  ["days added to a date", "A means Issue Date + «3»", "TN3013", "`Issue Date` is a date"],
  [
    "a day count that is not known",
    "A means interest at 8% per year on $1 from and including Issue Date to but excluding today by «actual/364»",
    "TN3014",
    "actual/364",
  ],
] as const)("%s: %s", (_, statement, code, message) => {
  const event = "event Payment\n  Amount: money\n  Exempt: yes or no = no\n";
  expectFinding(`${terms}${event}${statement}\n`, code, message);
});

test.each([
  [
    "a condition without brackets after on which",
    "A means the number of days from and including Issue Date to and including today on which «market close» is more than $1 per share",
    "TN3003",
    "`market close` is a price per share",
    "put the whole condition in brackets, as in `on which (market close is more than $0 per share)`",
  ],
  [
    "a condition without brackets after where",
    "A means the number of Payment events where «its Amount» is more than $1",
    "TN3003",
    "`its Amount` is an amount of money",
    "put the whole condition in brackets, as in `where (its Amount is more than $0)`",
  ],
])("%s: what was to be its end is no second finding", (_, statement, code, message, help) => {
  const event = "event Payment\n  Amount: money\n";
  expectFinding(`${event}${statement}\n`, code, message, help);
});

test("each side of a sum that does not fit points at where it gets its unit", () => {
  const [finding] = findingsIn(
    "given Principal: money\nMarket Price means market close\nA means Market Price + Principal\n",
  );
  expect(finding?.related.map(({ span, label }) => [span.source.positionAt(span.start).line, label])).toEqual([
    [8, "`Market Price` is a price per share"],
    [7, "`Principal` is an amount of money"],
  ]);
});

test("what has no type is reported once, however often it is used", () => {
  const codes = findingsIn("A means Unknown\nB means A + A\nC holds when B is more than $1\n").map(({ code }) => code);
  expect(codes).toEqual(["TN2001"]);
});

test.each([
  ["a choice compared with one of its words", 'event E\n  Kind: "a", "b"\nA for each E holds when its Kind is "a"\n'],
  ["a choice among several words", 'event E\n  Kind: "a", "b"\nA for each E holds when its Kind is one of "a", "b"\n'],
  ["unlimited beside a figure", "A means $1 if today is Issue Date, otherwise unlimited\n"],
  ["a count of days compared", "A holds when today - Issue Date is more than 14 days\n"],
  ["a state of money without basis", "A starts at $0\n"],
  ["a long chain of definitions", chain(3000)],
] as const)("%s is fine", (_, source) => {
  expectNoFinding(source);
});

function chain(length: number): string {
  const links = Array.from({ length }, (_, index) => `V${index} means V${index + 1} + $1\n`);
  return `${links.join("")}V${length} means $0\n`;
}
