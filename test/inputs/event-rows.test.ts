import { describe, expect, test } from "vitest";
import { readScenario } from "../../src/inputs/scenario.ts";
import { filesOf, parseScenario } from "../../src/inputs/scenario-file.ts";
import { formatDate } from "../../src/units/plain-date.ts";
import { marksOf, shownOf, valueIn } from "./results.ts";
import { sampleProgram } from "./sample-program.ts";

const one = '{ "file": "paid.csv", "event": "Payment Made", "on": "2024-02-01" }';

function read(rows: string, text: string | undefined, events = "[]") {
  const file = parseScenario(
    `{ "note": "sample-loan", "terms": { "Loan Amount": "1000" }, "rows": [${rows}],\n "events": ${events}, "ask": [] }`,
    "scenario.json",
  );
  const texts = text === undefined ? new Map() : new Map([["paid.csv", { name: "paid.csv", text }]]);
  return readScenario(file, sampleProgram, texts);
}

/** Each event with its day, id and fields, in words. */
function eventsOf(...args: Parameters<typeof read>) {
  return valueIn(read(...args)).events.map(({ on, id, for: target, event, fields }) => {
    const given = [...fields].map(
      ([name, value]) => `${name} ${typeof value === "object" ? `${value.n}/${value.d}` : value}`,
    );
    return [
      formatDate(on),
      event,
      ...(id === undefined ? [] : [`"${id}"`]),
      ...(target === undefined ? [] : [`for "${target}"`]),
      ...given,
    ].join(", ");
  });
}

describe("rows of a file are events", () => {
  test("a column for each key and field, in any order; an empty cell gives nothing", () => {
    const text = "id,Method,Amount,In Full,on\np1,wire,5,yes,2024-02-01\n,cash,7.50,,2024-02-02\n";
    expect(eventsOf('{ "file": "paid.csv", "event": "Payment Made" }', text)).toEqual([
      '2024-02-01, Payment Made, "p1", Method wire, Amount 5/1, In Full true',
      "2024-02-02, Payment Made, Method cash, Amount 15/2",
    ]);
  });

  test("one day for all rows", () => {
    expect(eventsOf(one, "Amount,Method\n5,wire\n6,cash\n")).toEqual([
      "2024-02-01, Payment Made, Amount 5/1, Method wire",
      "2024-02-01, Payment Made, Amount 6/1, Method cash",
    ]);
  });

  test("a file with names of its own, of whose columns only those are read that are named", () => {
    const named =
      '{ "file": "paid.csv", "event": "Payment Made", "on": "2024-02-01", "columns": { "Amount": "USD", "Method": "how" } }';
    expect(eventsOf(named, "payer,how,USD,city\nAda,wire,5,Rome\n")).toEqual([
      "2024-02-01, Payment Made, Amount 5/1, Method wire",
    ]);
  });

  test("they stand before the events that the scenario lists, which may be for one of them", () => {
    const returned = '[{ "on": "2024-02-01", "event": "Payment Returned", "for": "p1" }]';
    expect(eventsOf(one, "id,Amount,Method\np1,5,wire\n", returned)).toEqual([
      '2024-02-01, Payment Made, "p1", Amount 5/1, Method wire',
      '2024-02-01, Payment Returned, for "p1"',
    ]);
  });

  test("the files are named for whoever reads them, each once", () => {
    const text = `{ "note": "n", "terms": {}, "events": [], "ask": [], "rows": [${one}, ${one}] }`;
    expect(valueIn(filesOf(parseScenario(text, "scenario.json"))).rows).toEqual(["paid.csv"]);
  });
});

describe("what is wrong with rows", () => {
  const header = "Amount,Method";
  test.each<[string, string, string | undefined, string, ...string[]]>([
    ["a file that is not given", one, undefined, 'TN5430 1 "paid.csv"', "paid.csv"],
    [
      "an unknown event",
      one.replace("Payment Made", "Payment Mode"),
      `${header}\n`,
      'TN5206 1 "Payment Mode"',
      "Payment Made",
    ],
    ["a column that is no field", one, "Amount,Methode\n5,wire\n", "TN5207 1 Methode", "Methode", "write `Method`"],
    ["a field without a column", one, "Amount\n5\n", "TN5102 1 Amount", "Method"],
    [
      "no column of days",
      one.replace(', "on": "2024-02-01"', ""),
      `${header}\n5,wire\n`,
      "TN5102 1 Amount,Method",
      "`on`",
    ],
    ["an empty day", one.replace(', "on": "2024-02-01"', ""), `on,${header}\n,5,wire\n`, "TN5006 2 ", "date"],
    [
      "a day before the note",
      one.replace("2024-02-01", "2023-12-31"),
      `${header}\n5,wire\n`,
      'TN5214 1 "2023-12-31"',
      "2024-01-02",
    ],
    [
      "a needed cell that is empty",
      one,
      `${header}\n,wire\n`,
      "TN5208 2 ,wire",
      "an amount of money in the column `Amount`",
    ],
    ["a figure that is none", one, `${header}\nfive,wire\n`, "TN5213 2 five", "Amount"],
    ["a row with a cell too many", one, `${header}\n5,wire,now\n`, "TN5104 2 5,wire,now", "3"],
    ["an id twice", one, `id,${header}\np1,5,wire\np1,6,wire\n`, "TN5220 3 p1", "p1"],
    [
      "a mapped column that the file lacks",
      one.replace(" }", ', "columns": { "Amount": "USD" } }'),
      `${header}\n5,wire\n`,
      "TN5102 1 Amount,Method",
      "USD",
    ],
    [
      "a mapped field that the event lacks",
      one.replace(" }", ', "columns": { "Sum": "USD" } }'),
      `${header}\n5,wire\n`,
      'TN5207 1 "Sum"',
      "Sum",
    ],
    [
      "a key that a file of rows lacks",
      one.replace(" }", ', "date": "Day" }'),
      `${header}\n5,wire\n`,
      'TN5201 1 "date"',
      "date",
    ],
  ])("%s", (_, rows, text, place, ...words) => {
    const result = read(rows, text);
    expect(marksOf(result)).toEqual([place]);
    for (const word of words) expect(shownOf(result)).toContain(word);
  });
});
