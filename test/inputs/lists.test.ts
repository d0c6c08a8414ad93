/** Lists among the deal terms of a scenario: rows in it, or of a CSV file that it names. */
import { describe, expect, test } from "vitest";
import type { CoreProgram } from "../../src/core/core.ts";
import { readScenario } from "../../src/inputs/scenario.ts";
import { filesOf, parseScenario } from "../../src/inputs/scenario-file.ts";
import { formatDate } from "../../src/units/plain-date.ts";
import { marksOf, valueIn } from "./results.ts";
import { sampleProgram } from "./sample-program.ts";

function scenarioOf(list: string) {
  const terms = `{ "Loan Amount": "1000", "Instalments": ${list} }`;
  return parseScenario(`{ "note": "sample-loan", "terms": ${terms}, "events": [], "ask": [] }`, "scenario.json");
}

/** The same, where each deal has to give the list. */
const needed: CoreProgram = {
  ...sampleProgram,
  schedules: new Map(
    [...sampleProgram.schedules].map(([name, it]) => [
      name,
      name === "Instalments" ? { ...it, dates: { made: "given" } } : it,
    ]),
  ),
};

function read(list: string, text?: string, program = sampleProgram) {
  const texts = text === undefined ? new Map() : new Map([["i.csv", { name: "i.csv", text }]]);
  return readScenario(scenarioOf(list), program, texts);
}

function rowsOf(...args: Parameters<typeof read>) {
  return valueIn(read(...args))
    .lists?.get("Instalments")
    ?.map(({ on, fields }) => {
      const amount = fields.get("Amount");
      return `${formatDate(on)} ${typeof amount === "object" ? `${amount.n}/${amount.d}` : amount}`;
    });
}

const inOrder = ["2024-02-01 5/1", "2024-03-01 15/2"];

describe("a list is read", () => {
  test.each([
    [
      "from rows, in the order of their days",
      '[{ "on": "2024-03-01", "Amount": "7.50" }, { "on": "2024-02-01", "Amount": "5" }]',
    ],
    ["from a file", '"i.csv"', "Amount,on\n$7.50,2024-03-01\n5,2024-02-01\n"],
  ])("%s", (_, list, text?: string) => expect(rowsOf(list, text)).toEqual(inOrder));

  test.each([
    ["rows", "[]", undefined],
    ["a file", '"i.csv"', "on,Amount\n"],
  ])("without %s, where a deal need not give it", (_, list, text) => expect(rowsOf(list, text)).toEqual([]));

  test("from before the note, where nothing happens on its days", () => {
    expect(rowsOf('[{ "on": "2024-01-01", "Amount": "5" }]')).toEqual(["2024-01-01 5/1"]);
  });

  test("its file is one of the scenario's", () => {
    const files = filesOf(scenarioOf('"data/i.csv"'));
    expect(files.ok && files.value.rows).toEqual(["data/i.csv"]);
  });

  test("a text of another deal term is none of them, as its template knows", () => {
    const terms = { "Loan Amount": "amount.csv", Instalments: "i.csv" };
    const file = parseScenario(JSON.stringify({ note: "n", terms, events: [], ask: [] }), "scenario.json");
    const files = [filesOf(file), filesOf(file, sampleProgram)];
    expect(files.map((it) => it.ok && it.value.rows)).toEqual([["amount.csv", "i.csv"], ["i.csv"]]);
  });
});

/** Codes with the text of their places. */
const found = (...args: Parameters<typeof read>) => marksOf(read(...args)).map((it) => it.replace(/^(\w+) \d+/, "$1"));

describe("what is wrong with a list is found in its place", () => {
  test.each([
    ["a name that is no column", '[{ "on": "2024-02-01", "Amount": "5", "Sum": "5" }]', undefined, 'TN5497 "Sum"'],
    ["an amount that is missing", '[{ "on": "2024-02-01" }]', undefined, 'TN5498 { "on": "2024-02-01" }'],
    ["a day that is missing", '[{ "Amount": "5" }]', undefined, 'TN5498 { "Amount": "5" }'],
    ["a day that is none", '[{ "on": "2024-02-30", "Amount": "5" }]', undefined, 'TN5006 "2024-02-30"'],
    ["an amount below zero", '[{ "on": "2024-02-01", "Amount": "-5" }]', undefined, 'TN5227 "-5"'],
    ["a row that is none", "[5]", undefined, "TN5213 5"],
    ["no list at all", "true", undefined, "TN5213 true"],
    ["a file that was not given", '"i.csv"', undefined, 'TN5430 "i.csv"'],
    ["a column of a file that is unknown", '"i.csv"', "on,Amount,Sum\n2024-02-01,5,6\n", "TN5497 6"],
    ["an empty cell that is needed", '"i.csv"', "on,Amount\n2024-02-01,\n", "TN5498 2024-02-01,"],
    ["nothing in a file", '"i.csv"', "", "TN5101 "],
    ["a file without its days", '"i.csv"', "Amount\n5\n", "TN5102 Amount"],
  ])("%s", (_, list, text, expected) => expect(found(list, text)).toEqual([expected]));

  test.each([
    ["rows", "[]", undefined, "TN5205 []"],
    ["a file", '"i.csv"', "on,Amount\n", 'TN5205 "i.csv"'],
    ["a row", "[5]", undefined, "TN5213 5"],
    ["a row with its amount", '[{ "on": "2024-02-01" }]', undefined, 'TN5498 { "on": "2024-02-01" }'],
    ["a file with a whole row", '"i.csv"', "on,Amount\n2024-02-01\n", "TN5104 2024-02-01"],
  ])("no %s for a list that is needed", (_, list, text, expected) => {
    expect(marksOf(read(list, text, needed)).map((it) => it.replace(/^(\w+) \d+/, "$1"))).toEqual([expected]);
  });

  test("a row of a file before the note, where an event happens on it", () => {
    const happens = { kind: "Schedule", schedule: "Instalments" } as const;
    const events = new Map(
      [...sampleProgram.events].map(([name, it]) => [name, name === "Rate Notice" ? { ...it, happens } : it]),
    );
    const program = { ...sampleProgram, events };
    expect(marksOf(read('"i.csv"', "on,Amount\n2024-01-01,5\n2024-01-02,5\n", program))).toEqual([
      "TN5214 2 2024-01-01",
    ]);
  });

  test("an empty file gets the names of its columns", () => {
    const result = read('"i.csv"', "");
    expect(!result.ok && result.diagnostics.map(({ help }) => help)).toEqual([expect.stringContaining("`on,Amount`")]);
  });

  test("a day twice, with the first of them", () => {
    const rows = '[{ "on": "2024-02-01", "Amount": "5" }, { "on": "2024-02-01", "Amount": "6" }]';
    expect(found(rows)).toEqual(['TN5499 { "on": "2024-02-01", "Amount": "6" }']);
  });
});
