/** Lists as deal terms: their rows are dates of a schedule, with what their columns have. Both evaluators are asked. */
import { describe, expect, test } from "vitest";
import { answersOf } from "./asked.ts";

const list = "given Instalments: dates\n  Amount: money\n  Share: percent, optional\n";
const rows = [
  { on: "2024-03-01", Amount: "600", Share: "10%" },
  { on: "2024-02-01", Amount: "400" },
  { on: "2024-01-01", Amount: "7" },
];

/** Those from the first day of the note on. */
const later = rows.slice(0, 2);

function answered(value: string, on = "2024-02-01") {
  const terms = { Instalments: rows };
  return answersOf(`${list}A means ${value}`, { terms, ask: [{ value: "A", on }] })[0];
}

describe("the rows of a list", () => {
  test.each([
    ["are summed, also those to come", "the sum of its Amount over Instalments", "1007"],
    ["are looked at by their days", "the sum of its Amount over Instalments after today", "600"],
    ["may lie before the note", "the sum of its Amount over Instalments before Issue Date", "7"],
    ["stand in the order of their days", "the sum of (its number * its Amount) over Instalments", "2607"],
    ["leave out what is optional", "the sum of (its Share, or else 1%) * $100 over Instalments", "12"],
    ["are dates", "the first of Instalments after today", "2024-03-01"],
    [
      "start where the one before ends",
      "the sum of ((its date - (its start, or else its date)) * $1) over Instalments",
      "60",
    ],
  ])("%s", (_, value, expected) => expect(answered(value)).toBe(expected));

  test("are none where a list that a deal may leave out is empty", () => {
    const statements = `${list.replace("dates", "dates, if any")}A means the number of Instalments`;
    expect(answersOf(statements, { terms: { Instalments: [] }, ask: [{ value: "A", on: "2024-02-01" }] })).toEqual([
      "0",
    ]);
  });

  test("have values of their own, which may look at the row before", () => {
    const statements = `${list}Left for each of Instalments means ((its previous Left, or else $2,000) - its Amount)
A means the lowest of its Left over Instalments`;
    // 2,000 - 7 - 400 - 600.
    expect(answersOf(statements, { terms: { Instalments: rows }, ask: [{ value: "A", on: "2024-01-05" }] })).toEqual([
      "993",
    ]);
  });
});

test("an event on each of them has what their columns have", () => {
  const statements = `${list}event Due on each of Instalments
Left starts at $1,000
when Due
  Left falls by its Amount
Part for each Due is fixed as ((its Share, or else 0%) * $50)`;
  const ask = [
    { value: "Left", on: "2024-01-31" },
    { value: "Left", on: "2024-02-01" },
    { value: "Left", on: "2024-03-01" },
    { value: "Amount", of: "Due 2024-03-01" },
    { value: "Share", of: "Due 2024-02-01" },
    { value: "Part", of: "Due 2024-03-01" },
  ];
  expect(answersOf(statements, { terms: { Instalments: later }, ask })).toEqual(["1000", "600", "0", "600", null, "5"]);
});

test("a rule on each of them charges what the row says", () => {
  const statements = `${list}account Dues owed by Borrower to Holder
on each of Instalments
  Dues is charged with its Amount due on its date, payable on 3 days after its date
A means due Dues
B means overdue Dues`;
  const ask = [
    { value: "A", on: "2024-02-01" },
    { value: "B", on: "2024-02-03" },
    { value: "B", on: "2024-02-04" },
  ];
  expect(answersOf(statements, { terms: { Instalments: later }, ask })).toEqual(["400", "0", "400"]);
});

test("dates of another schedule are made of them", () => {
  const statements = `${list}Notice Days are 5 days before its date for each of Instalments
A means the first of Notice Days after today`;
  expect(answersOf(statements, { terms: { Instalments: rows }, ask: [{ value: "A", on: "2024-02-01" }] })).toEqual([
    "2024-02-25",
  ]);
});

test("a list that a deal may leave out has no rows without one", () => {
  const statements = "given Extra Days: dates, if any\nA means the number of Extra Days";
  expect(answersOf(statements, { ask: [{ value: "A", on: "2024-02-01" }] })).toEqual(["0"]);
});
