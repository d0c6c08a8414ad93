/** The canonical text of a core program, and how deep its parts lie in one another. */
import { describe, expect, test } from "vitest";
import { depthOf } from "../../src/core/depth.ts";
import { printCore, printNode, printValue } from "../../src/core/print.ts";
import { asPlainDate } from "../../src/units/plain-date.ts";
import { asTimeOfDay } from "../../src/units/time-of-day.ts";
import { money, plainNumber, yesOrNo } from "../../src/units/value-type.ts";
import { head, lowered } from "./lowered.ts";

const half = { n: 1n, d: 2n };
const span = {};

test("a program has its parts by name, and each part a line an entry", () => {
  expect(printCore(lowered(`${head}section 1 "One"\nCap means $5\n`))).toBe(`accounts:
askable:
  Cap: (name: Cap, noteLevel: definition(key: Cap), perEvent: {})
  Issue Date: (name: Issue Date, noteLevel: param(key: Issue Date), perEvent: {})
covenants:
defaultConditions:
definitions:
  Cap: (isFixed: false, isOptional: false, key: Cap, name: Cap, section: 1, type: USD, value: 5 USD)
duties:
elections:
events:
existsFrom: Issue Date
overrides:
params:
  Issue Date: (initial: 2024-01-02, name: Issue Date, section: "", type: date)
parties:
  Borrower
  Holder
powers:
prohibitions:
provisions:
readings:
roles:
rules:
schedules:
sections:
  (label: 1, title: One)
series:
  market: (columns: {close: (isRead: false, type: USD/share), high: (isRead: false, type: USD/share), low: (isRead: false, type: USD/share), open: (isRead: false, type: USD/share), volume: (isRead: false, type: shares), vwap: (isRead: false, type: USD/share)}, name: market, section: "")
shareAdjustments:
states:
stories:
title: Example
tradedSeries: market
views:
`);
});

test.each([
  ["a figure with its unit", { kind: "Constant", value: half, type: money, span }, "1/2 USD"],
  ["a whole figure", { kind: "Constant", value: { n: 3n, d: 1n }, type: plainNumber, span }, "3 number"],
  ["no limit", { kind: "Constant", value: { n: 1n, d: 0n }, type: money, span }, "unlimited USD"],
  ["one that is restated", { kind: "Constant", value: half, type: money, isRestated: true, span }, "1/2 USD restated"],
  ["a name", "Principal (old) & Co. 3-month", "Principal (old) & Co. 3-month"],
  ["a text that begins or ends like no name", [" a", "a:", "", "-a"], '[" a", "a:", "", "-a"]'],
  ["a type of choices", { type: { kind: "choice", options: ["a", 'b "c"'] } }, '(type: choice["a", "b \\"c\\""])'],
  ["a type of events", { type: { kind: "occurrence", event: "Notice" } }, "(type: occurrence[Notice])"],
  [
    "types of one word",
    [yesOrNo, { kind: "date" }, { kind: "time" }, { kind: "text" }],
    "[yes or no, date, time, text]",
  ],
  [
    "the type of an expression, which follows from its parts",
    { kind: "Today", type: { kind: "date" }, span },
    "Today()",
  ],
  ["fields by name, without those that are not there", { b: 1, a: true, c: undefined }, "(a: true, b: 1)"],
  [
    "a map by its names",
    new Map([
      ["b", 1],
      ["a", 2],
      ["c", 3],
    ]),
    "{a: 2, b: 1, c: 3}",
  ],
  ["nothing", null, "null"],
])("%s", (_, node, printed) => {
  expect(printNode(node)).toBe(printed);
});

test.each([
  ["a date", asPlainDate(19_782), { kind: "date" }, "2024-02-29"],
  ["a time", asTimeOfDay(18 * 60), { kind: "time" }, "18:00"],
  ["a text", "a name", { kind: "text" }, '"a name"'],
  ["yes", true, yesOrNo, "true"],
] as const)("the value %s", (_, value, type, printed) => {
  expect(printValue(value, type)).toBe(printed);
});

describe("how deep a part lies", () => {
  const declared =
    'given Cap: money\nreading "grace"\n  passage: "p"\n  choices: "short", "long"\n  chosen: "short"\nShort holds when "grace" is read "short"\n';
  const depthOfValue = (value: string) =>
    depthOf(lowered(`${head}${declared}Wanted means ${value}\n`).definitions.get("Wanted")?.value);

  test.each([
    ["a name", "Cap", 1],
    ["a sum of names", "Cap + Cap", 2],
    ["a product with a sum in it", "2 * (Cap + $1)", 3],
    ["entries of a list: the deepest counts", "the least of\n  (i) Cap\n  (ii) Cap + $1\n  (iii) $2", 3],
    ["the ways in which a passage is read", 'as "grace" is read\n  "short": Cap\n  "long": Cap + $1', 3],
  ])("%s", (_, value, depth) => {
    expect(depthOfValue(value)).toBe(depth);
  });

  test("what is no part of a program has no depth, and neither have places and types", () => {
    expect([undefined, null, "Today", 5].map(depthOf)).toEqual([0, 0, 0, 0]);
    const deep = { kind: "date", of: { kind: "date" } };
    expect(depthOf({ kind: "Today", type: deep, span: deep })).toBe(1);
    expect(depthOf([{ of: { kind: "Today" } }, { kind: "Today" }])).toBe(1);
  });
});
