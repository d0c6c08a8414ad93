import { expect, test } from "vitest";
import { parseStory, readStory } from "../../../src/inputs/story/read-story.ts";
import { whatIsDue } from "../../../src/units/common-events.ts";
import { exact } from "../../../src/units/exact.ts";
import { parseDate } from "../../../src/units/plain-date.ts";
import { marksOf, shownOf, valueIn } from "../results.ts";

interface Parts {
  readonly deal?: object;
  readonly events?: readonly object[];
  readonly more?: object;
}

const conversion = { on: "2024-02-01", event: "conversion", id: "c", amount: "50000" };

function read({ deal = {}, events = [], more = {} }: Parts) {
  const story = { format: "tenor/story@1", from: "2024-01-02", through: "2024-06-30", deal, events, ...more };
  return readStory(parseStory(JSON.stringify(story), "folder/story.json"));
}

test("reads what happens, in the units of the vocabulary", () => {
  const sale = { on: "2024-02-02", at: "16:30", event: "sale of stock", price: "0.03", shares: "1000000" };
  const paid = { on: "2024-03-31", event: "payment of interest", amount: "what is due" };
  const story = valueIn(read({ deal: { amount: "500000", "interest rate": "8%" }, events: [conversion, sale, paid] }));
  expect(story).toMatchObject({
    name: "story",
    title: undefined,
    from: parseDate("2024-01-02"),
    through: parseDate("2024-06-30"),
  });
  expect([...story.deal]).toEqual([
    ["amount", exact(500_000)],
    ["interest rate", exact(2, 25)],
  ]);
  expect(story.events).toMatchObject([
    { on: parseDate("2024-02-01"), event: "conversion", id: "c", for: undefined },
    { at: 16 * 60 + 30, event: "sale of stock" },
    { event: "payment of interest" },
  ]);
  expect(story.events.map(({ fields }) => [...fields])).toEqual([
    [["amount", exact(50_000)]],
    [
      ["price", exact(3, 100)],
      ["shares", exact(1_000_000)],
    ],
    [["amount", whatIsDue]],
  ]);
});

test.each([
  [
    "an event of no name",
    { events: [{ on: "2024-02-01", event: "conversoin", amount: "1" }] },
    ['TN5206 1 "conversoin"'],
  ],
  ["a field that is missing", { events: [{ on: "2024-02-01", event: "conversion" }] }, ['TN5208 1 "conversion"']],
  ["a field of another event", { events: [{ ...conversion, price: "1" }] }, ['TN5207 1 "price"']],
  ["a fact of no name", { deal: { principal: "1" } }, ['TN5204 1 "principal"']],
  ["a fact of another kind", { deal: { amount: "2024-01-02" } }, ['TN5213 1 "2024-01-02"']],
  ["a price below nothing", { events: [{ ...conversion, amount: "-1" }] }, ['TN5227 1 "-1"']],
  ["a conversion of what is due", { events: [{ ...conversion, amount: "what is due" }] }, ['TN5213 1 "what is due"']],
  [
    "a delivery for nothing",
    { events: [{ on: "2024-02-01", event: "delivery of shares" }] },
    ['TN5217 1 "delivery of shares"'],
  ],
  [
    "a delivery for no conversion",
    { events: [conversion, { on: "2024-02-02", event: "delivery of shares", for: "d" }] },
    ['TN5215 1 "d"'],
  ],
  [
    "a delivery before its conversion",
    { events: [conversion, { on: "2024-01-31", event: "delivery of shares", for: "c" }] },
    ['TN5226 1 "2024-01-31"'],
  ],
  ["a day that is not one", { events: [{ ...conversion, on: "2024-02-30" }] }, ['TN5006 1 "2024-02-30"']],
  ["a time that is not one", { events: [{ ...conversion, at: "7 pm" }] }, ['TN5223 1 "7 pm"']],
  ["a last day that is not one", { more: { through: "June" } }, ['TN5006 1 "June"']],
  ["a last day before the first", { more: { through: "2024-01-01" } }, ['TN5405 1 "2024-01-01"']],
  ["a key of no name", { more: { makret: "m.csv" } }, ['TN5201 1 "makret"']],
  ["another format", { more: { format: "tenor/story@2" } }, ['TN5001 1 "tenor/story@2"']],
] as const)("%s is one finding in its place", (_, parts, expected) => {
  expect(marksOf(read(parts))).toEqual(expected);
});

test("says what was meant", () => {
  expect(shownOf(read({ events: [{ on: "2024-02-01", event: "conversoin", amount: "1" }] }))).toContain(
    "write `conversion`",
  );
  expect(shownOf(read({ more: { terms: {} } }))).toContain("write `deal`");
});

test("an event that lacks its day is named as event 2, and a broken text as one finding", () => {
  const found = shownOf(read({ events: [conversion, { event: "delisting" }] }));
  expect(found).toContain("Event 2 lacks `on`");
  expect(marksOf(readStory(parseStory("{", "s.json")))).toHaveLength(1);
});
