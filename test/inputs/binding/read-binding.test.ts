import { expect, test } from "vitest";
import { parseBinding, readBinding } from "../../../src/inputs/binding/read-binding.ts";
import { exact } from "../../../src/units/exact.ts";
import { marksOf, shownOf, valueIn } from "../results.ts";
import { sampleProgram } from "../sample-program.ts";

const payment = {
  event: "Payment Made",
  fields: { Amount: "amount" },
  constants: { Method: "wire" },
  due: ["Amount Owed"],
};

function read(events: object, more: object = {}) {
  const binding = { format: "tenor/binding@1", deal: {}, events, ...more };
  return readBinding(parseBinding(JSON.stringify(binding), "loan.binding.json"), sampleProgram);
}

test("says which term and event of the template each common one is", () => {
  const deal = { amount: "Loan Amount", "issue date": "First Day" };
  const none = { none: "it does not convert" };
  const binding = valueIn(read({ "payment of interest": payment, conversion: none }, { deal, terms: { Rate: "9%" } }));
  expect([...binding.deal]).toEqual(Object.entries(deal));
  expect([...binding.terms]).toEqual([["Rate", exact(9, 100)]]);
  expect(binding.events.get("conversion")).toEqual({ events: [], none: "it does not convert" });
  expect(binding.events.get("payment of interest")?.events).toEqual([
    {
      event: "Payment Made",
      fields: new Map([["Amount", "amount"]]),
      constants: new Map([["Method", "wire"]]),
      due: [{ kind: "value", name: "Amount Owed" }],
    },
  ]);
});

test("one common event may be several of the template's", () => {
  const binding = valueIn(read({ "payment of interest": [payment, { event: "Rate Notice", due: [] }] }));
  const bound = binding.events.get("payment of interest")?.events.map(({ event }) => event);
  expect(bound).toEqual(["Payment Made", "Rate Notice"]);
});

test.each([
  ["a common event of no name", { convertion: { event: "Rate Notice" } }, {}, ['TN5206 1 "convertion"']],
  ["an event of no name", { conversion: { event: "Rate Note" } }, {}, ['TN5206 1 "Rate Note"']],
  ["words that every object has", { constructor: payment }, {}, ['TN5206 1 "constructor"']],
  ["a fact in such words", {}, { deal: { valueOf: "Loan Amount" } }, ['TN5204 1 "valueOf"']],
  [
    "a source in such words",
    { "payment of interest": { ...payment, fields: { Amount: "toString" } } },
    {},
    ['TN5207 1 "toString"'],
  ],
  ["neither an event nor a reason", { conversion: {} }, {}, ["TN5202 1 {"]],
  [
    "a field of no name",
    { "payment of interest": { ...payment, fields: { Amount: "amount", Amuont: "amount" } } },
    {},
    ['TN5207 1 "Amuont"'],
  ],
  ["a source of no name", { "payment of interest": { ...payment, fields: { Amount: "sum" } } }, {}, ['TN5207 1 "sum"']],
  [
    "a source of another kind",
    { "payment of interest": { ...payment, fields: { Amount: "amount", Count: "amount" } } },
    {},
    ['TN5401 1 "amount"'],
  ],
  [
    "a constant of no name",
    { "payment of interest": { ...payment, constants: { Method: "wire", By: "x" } } },
    {},
    ['TN5207 1 "By"'],
  ],
  [
    "a constant that the list lacks",
    { "payment of interest": { ...payment, constants: { Method: "gold" } } },
    {},
    ['TN5211 1 "gold"'],
  ],
  [
    "a field that nothing gives",
    { "payment of interest": { ...payment, constants: {} } },
    {},
    ['TN5402 1 "Payment Made"'],
  ],
  [
    "a payment without what is due",
    { "payment of interest": { ...payment, due: undefined } },
    {},
    ['TN5406 1 "Payment Made"'],
  ],
  [
    "what is due of no name",
    { "payment of interest": { ...payment, due: ["Amount Owned"] } },
    {},
    ['TN5403 1 "Amount Owned"'],
  ],
  [
    "an account of no name",
    { "payment of interest": { ...payment, due: ["unpaid Interest"] } },
    {},
    ['TN5403 1 "unpaid Interest"'],
  ],
  [
    "an event for another, of a common one for none",
    { conversion: { event: "Payment Returned" } },
    {},
    ['TN5216 1 "Payment Returned"'],
  ],
  ["a fact of no name", {}, { deal: { principal: "Loan Amount" } }, ['TN5204 1 "principal"']],
  ["a term of no name", {}, { deal: { amount: "Principal" } }, ['TN5204 1 "Principal"']],
  ["a term of another kind", {}, { deal: { amount: "First Day" } }, ['TN5401 1 "First Day"']],
  ["a constant term of no name", {}, { terms: { Rat: "9%" } }, ['TN5204 1 "Rat"']],
  ["a key of no name", {}, { evnets: {} }, ['TN5201 1 "evnets"']],
] as const)("%s is one finding in its place", (_, events, more, expected) => {
  expect(marksOf(read(events, more))).toEqual(expected);
});

test("an event may be for another where its common event is for one that is bound to that other", () => {
  const bound = { conversion: { ...payment, due: undefined }, "delivery of shares": { event: "Payment Returned" } };
  expect(marksOf(read(bound))).toEqual([]);
});

test("says what was meant", () => {
  expect(shownOf(read({ convertion: { event: "Rate Notice" } }))).toContain("write `conversion`");
  expect(shownOf(read({ conversion: { event: "Rate Note" } }))).toContain("write `Rate Notice`");
});
