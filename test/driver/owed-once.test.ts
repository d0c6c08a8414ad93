/** What is owed is listed once: after an acceleration, the interest and the rest of the Default Amount that contains it. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { OwedItem } from "../../src/evaluate/answers/owed.ts";
import { Absent, loadScenario, Replay } from "../../src/index.ts";
import { add, zero } from "../../src/units/exact.ts";
import { ensured, templateOf } from "../support/acceptance.ts";

const template = templateOf("juniper-2005");

/** The amounts of money that are listed as owed on a day, and what the note gives for some values. */
function standing(events: readonly object[], on: string, ...values: readonly string[]) {
  const terms = { Principal: "500000", "Shares Outstanding": "100000000" };
  const ask = values.map((value) => ({ value, on }));
  const scenario = JSON.stringify({ scenario: "s", note: "juniper-2005", terms, events, ask });
  const market = { name: "market.csv", text: readFileSync("terms/data/otc-crossing.csv", "utf8") };
  const loaded = ensured(loadScenario(template, { scenario: { name: "s.json", text: scenario }, market }));
  const { facts } = ensured(new Replay(template, loaded).outcome());
  return { owed: facts.owed, found: facts.answers.map(({ result }) => result) };
}

function amountOf({ amount }: OwedItem) {
  if (amount === undefined || !("n" in amount)) throw new Error("what is listed here has an amount");
  return amount;
}

const dutiesIn = (items: readonly OwedItem[]) => items.flatMap((it) => (it.kind === "DutyOwed" ? it.duty.name : []));

const sumOf = (items: readonly OwedItem[]) => items.reduce((sum, it) => add(sum, amountOf(it)) ?? zero, zero);

test("after an acceleration the interest listed and the rest are the Default Amount, which satisfies all", () => {
  const events = [{ on: "2006-08-10", event: "Receiver Appointed" }];
  const { owed, found } = standing(events, "2006-08-14", "Default Amount");
  const [defaultAmount] = found;
  expect(owed.filter(({ kind }) => kind === "AccountItemOwed").length).toBeGreaterThan(0);
  expect(dutiesIn(owed)).toEqual(["Default Payment Without Interest"]);
  expect(sumOf(owed)).toEqual(defaultAmount);
});

test("without one, the interest is listed, and the principal for its own day", () => {
  const { owed, found } = standing([], "2006-08-14", "Default Amount");
  expect(dutiesIn(owed)).toEqual(["Repayment"]);
  expect(owed.filter(({ kind }) => kind === "AccountItemOwed").length).toBeGreaterThan(0);
  expect(found).toEqual([expect.any(Absent)]);
});
