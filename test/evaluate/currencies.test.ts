/** A note in euro on shares in kroner: conversions, accounts in both, and scenarios. Sums are worked by hand. */
import { describe, expect, test } from "vitest";
import type { Template } from "../../src/index.ts";
import { compile, loadScenario } from "../../src/index.ts";
import { ensured } from "../support/acceptance.ts";
import { explainedOutcome } from "./asked.ts";

const note = `note "Euro bond, krone shares"
  language: 1
  parties: Issuer, Holder
  currencies: EUR, NOK
  exists from: Closing Date
  trading days: Stock
given Closing Date: date = 2024-01-02
given Denomination: money in EUR = €100,000
given Fixed Rate: NOK per EUR = NOK 8.25 per EUR
given Half Rate: EUR per NOK = €0.125 per NOK
series Stock has close: price in NOK
series EURNOK has fixing: NOK per EUR
event Fee Paid
  Amount: money in NOK

section 2 "Conversion"
Conversion Price starts at NOK 100 per share, not restated for splits
Bond Shares means Denomination * Fixed Rate / Conversion Price, rounded down to 1 share
Parity means Bond Shares * Stock close / EURNOK fixing at or before today
Cut Parity means Parity, rounded down to €0.01
Kroner means Denomination / Half Rate

section 3 "Fees"
account Fees owed by Issuer to Holder
  currency: NOK
on Closing Date
  Fees is charged €50 * EURNOK fixing + NOK 1,000.50
account Interest owed by Issuer to Holder
  currency: EUR
  accrues: 10% per year on Denomination by actual/365
  from and including: Closing Date
when Fee Paid
  its Amount is applied to Fees
the Issuer must pay unpaid Fees to Holder by 2024-01-05
`;

const stock = "date,close\n2024-01-02,120\n2024-01-03,130\n2024-01-04,140\n";
const fixings = "date,fixing\n2024-01-02,8\n2024-01-04,8.4\n";

function load(template: Template, scenario: object) {
  const named = Object.entries({ Stock: stock, EURNOK: fixings }).map(
    ([name, content]) => [name, { name: `${name}.csv`, text: content }] as const,
  );
  const market = { Stock: "stock.csv", EURNOK: "fixings.csv" };
  const text = JSON.stringify({ note: "bond", terms: {}, market, events: [], ask: [], ...scenario });
  return loadScenario(template, { scenario: { name: "s.json", text }, series: new Map(named) });
}

const template = ensured(compile(note));

test.each([
  // 100,000 × 8.25 ÷ 100
  ["Bond Shares", "2024-01-02", "8250", "shares"],
  // 8,250 × 120 ÷ 8
  ["Parity", "2024-01-02", "123750", "EUR"],
  // The fixing of the 2nd: 8,250 × 130 ÷ 8 = 134,062.5
  ["Parity", "2024-01-03", "134062.5", "EUR"],
  // 8,250 × 140 ÷ 8.4
  ["Cut Parity", "2024-01-04", "137500", "EUR"],
  // 100,000 ÷ 0.125
  ["Kroner", "2024-01-02", "800000", "NOK"],
  ["Conversion Price", "2024-01-02", "100", "NOK/share"],
  ["Fixed Rate", "2024-01-02", "8.25", "NOK/EUR"],
  // 50 × 8 + 1,000.50
  ["Fees", "2024-01-02", "1400.5", "NOK"],
  // From 2 January to 14 March are 73 days: 100,000 × 10% × 73 ÷ 365
  ["Interest", "2024-03-15", "2000", "EUR"],
])("%s on %s is %s %s", (value, on, expected, unit) => {
  const loaded = ensured(load(template, { ask: [{ value, on }] }));
  expect(explainedOutcome(template, loaded).answers).toMatchObject([{ answer: expected, unit }]);
});

test("what is paid and owed is in the currency of its account", () => {
  const events = [{ on: "2024-01-03", event: "Fee Paid", Amount: "NOK 400.50" }];
  const outcome = explainedOutcome(
    template,
    ensured(load(template, { events, ask: [{ value: "Fees", on: "2024-01-06" }] })),
  );
  expect(outcome.answers).toMatchObject([{ answer: "1000", unit: "NOK" }]);
  const words = outcome.journal.map(({ text }) => text).filter((it) => it.startsWith("Fees"));
  expect(words).toEqual(
    ["Fees: charge; NOK 1,400.50 unpaid", "Fees: payment; NOK 1,000 unpaid"].map((it) =>
      expect.stringContaining(it.slice(-17)),
    ),
  );
  expect(outcome.owed.map(({ amount, unit, text }) => [amount, unit, text.includes("NOK 1,000")])).toContainEqual([
    "1000",
    "NOK",
    true,
  ]);
});

describe("a scenario", () => {
  const messages = (scenario: object) => {
    const loaded = load(template, scenario);
    return loaded.ok ? [] : loaded.diagnostics.map(({ code, message, help }) => `${code} ${message}; ${help}`);
  };

  test("gives amounts plain, or with the sign or the code of their currency", () => {
    for (const amount of ["100000", "€100,000", "EUR 100000", "1/3"]) {
      expect(messages({ terms: { Denomination: amount } })).toEqual([]);
    }
    for (const rate of ["8.3", "NOK 8.3 per EUR"]) expect(messages({ terms: { "Fixed Rate": rate } })).toEqual([]);
  });

  test.each([
    ["Denomination", "NOK 100,000", ["an amount of EUR", "an amount of NOK"]],
    ["Denomination", "$100,000", ["an amount of EUR", "an amount of USD"]],
    ["Fixed Rate", "€0.12 per NOK", ["a rate of NOK per EUR", "a rate of EUR per NOK"]],
    ["Fixed Rate", "NOK 8", ["a rate of NOK per EUR", "an amount of NOK"]],
  ])("that gives %s as %s gets a message with both", (name, text, words) => {
    const [message = "", ...others] = messages({ terms: { [name]: text } });
    expect(others).toEqual([]);
    expect(message).toMatch(/^TN5213 /);
    for (const word of words) expect(message).toContain(word);
  });
});

describe("rounding to the nearest cent goes by the currency", () => {
  const rounded = (currency: string) => `note "Cents"
  language: 1
  parties: Issuer, Holder
  currencies: ${currency}
  exists from: Closing Date
given Closing Date: date = 2024-01-02
given Principal: money = ${currency} 1000
section 1 "Cents"
Third means Principal / 3, rounded to the nearest cent
Price Third means Principal / 30 shares, rounded up to a cent
`;
  test.each([
    ["EUR", "333.33", "33.34"],
    ["JPY", "333", "34"],
    ["KWD", "333.333", "33.334"],
  ])("%s: 1,000 ÷ 3 is %s, and 1,000 ÷ 30 rounded up is %s", (currency, amount, perShare) => {
    const made = ensured(compile(rounded(currency)));
    const ask = ["Third", "Price Third"].map((value) => ({ value, on: "2024-01-02" }));
    const text = JSON.stringify({ note: "cents", terms: {}, events: [], ask });
    const loaded = ensured(loadScenario(made, { scenario: { name: "s.json", text } }));
    const { answers } = explainedOutcome(made, loaded);
    expect(answers).toMatchObject([
      { answer: amount, unit: currency },
      { answer: perShare, unit: `${currency}/share` },
    ]);
  });
});
