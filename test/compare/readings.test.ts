import { expect, test } from "vitest";
import type { AnsweredFigure } from "../../src/compare/readings.ts";
import { readingMoves } from "../../src/compare/readings.ts";
import type { Reading } from "../../src/core/core.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import { parseDecimal } from "../../src/units/exact.ts";
import type { Answer } from "../../src/wording/outcome.ts";

const span = { source: new SourceFile("a.tenor", ""), start: 0, end: 0 };
const reading = (name: string, choices: readonly string[]): Reading => ({
  name,
  section: "1",
  span,
  passage: "",
  choices,
  chosen: choices[0] ?? "",
});
const price = reading("price", ["low", "close", "high"]);
const roll = reading("roll", ["next", "same"]);
const only = reading("only", ["one"]);

const dollars = (text: string): AnsweredFigure => ({
  answer: { value: "Price", section: "1", answer: text, unit: "USD" },
  figure: parseDecimal(text),
});
const plain = (answer: Answer): AnsweredFigure => ({ answer, figure: undefined });
const day = (text: string) => plain({ value: "Day", section: "1", answer: text, unit: "date" });
const asked = { value: "Price" };

function moves(answers: Readonly<Record<string, AnsweredFigure>>) {
  return readingMoves([price], new Map(), [asked], (readings) => {
    const answered = answers[readings.get("price") ?? ""];
    return answered === undefined ? [] : [answered];
  }).map(({ moved }) => moved);
}

test("each choice is compared with the default, with the difference", () => {
  expect(moves({ low: dollars("1.25"), close: dollars("1.5"), high: dollars("1.25") })).toEqual([
    [{ value: "Price", default: "1.25", chosen: "1.5", difference: "0.25", unit: "USD" }],
    [],
  ]);
});

test("dates differ by days", () => {
  expect(moves({ low: day("2024-03-29"), close: day("2024-04-01"), high: day("2024-03-28") })).toMatchObject([
    [{ default: "2024-03-29", chosen: "2024-04-01", difference: "3", unit: "days" }],
    [{ difference: "-1", unit: "days" }],
  ]);
});

test("no value and an error are answers; an error worded otherwise is the same", () => {
  const none = plain({ value: "Price", section: "1", answer: null, because: "it is not called" });
  const error = (message: string) => plain({ value: "Price", section: "1", error: { kind: "missing data", message } });
  expect(moves({ low: dollars("1"), close: none, high: error("a") })).toEqual([
    [{ value: "Price", default: "1", chosen: null, unit: "USD" }],
    [{ value: "Price", default: "1", chosen: { error: "missing data", message: "a" }, unit: "USD" }],
  ]);
  expect(moves({ low: error("a"), close: error("b"), high: none })).toMatchObject([[], [{ chosen: null }]]);
});

test("what the scenario settles stays, but for the reading that is looked at; nothing is run twice", () => {
  const runs: string[] = [];
  const found = readingMoves([only, price, roll], new Map([["roll", "same"]]), [asked], (readings) => {
    runs.push([...readings.values()].join(" "));
    return [dollars("1")];
  });
  expect(runs).toEqual(["one low same", "one close same", "one high same", "one low next"]);
  expect(found.map(({ reading: name, default: byDefault, choice }) => [name, byDefault, choice])).toEqual([
    ["price", "low", "close"],
    ["price", "low", "high"],
    ["roll", "next", "same"],
  ]);
});
