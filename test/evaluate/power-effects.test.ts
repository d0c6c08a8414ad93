/** What it brings to use a power as far as it goes, as against not using it. */
import { describe, expect, test } from "vitest";
import type { PlainDate, PowersReport } from "../../src/index.ts";
import { effectPhrases, loadScenario, parseDate, Replay, supposedWords } from "../../src/index.ts";
import { ensured, exampleScenarios, templateOf } from "../support/acceptance.ts";
import { replayOf } from "./asked.ts";

const day = (text: string) => parseDate(text) as PlainDate;
type Power = PowersReport["powers"][number];

function brought(statements: string, on = "2024-01-03", events: readonly Readonly<Record<string, unknown>>[] = []) {
  const [first] = ensured(replayOf(statements, { events, ask: [] }).powers(day(on))).powers;
  return first?.brings;
}

const loan = 'Left starts at $90\nrole "principal left": Left\naccount Fee owed by Borrower to Holder\n';

describe("an event that is supposed", () => {
  const power = (conditions: string) => `${loan}the Borrower may give Notice\n${conditions}`;
  const rule = "\nwhen Notice\n  Left falls by its Amount\n  Fee is charged 10% * its Amount due on its date\n";

  test.each([
    ["the limit", "  asking for: its Amount\n  up to the lesser of $70 and Left\n  beyond that: cut back", "70"],
    ["the most of its conditions", '  only if its Amount is at most Left, else "too much"', "90"],
    ["the least of them, where they have no most", '  only if its Amount is at least $20, else "too little"', "20"],
    [
      "the most, where they have both",
      '  only if all of\n    (i) its Amount is at least $20, else "too little"\n    (ii) $60 is at least its Amount, else "too much"',
      "60",
    ],
  ])("says %s", (_, conditions, amount) => {
    const brings = brought(power(conditions) + rule);
    expect(brings?.says).toEqual([{ name: "Amount", value: amount, unit: "USD" }]);
    // Of $90 that much is paid, and a tenth of it is charged.
    expect(brings?.moved).toMatchObject([
      { role: "principal left", before: { amount: "90" }, difference: `-${amount}` },
    ]);
    expect(brings?.owed).toMatchObject([{ from: "Borrower", to: "Holder", amount: `${Number(amount) / 10}` }]);
  });

  test("is not there where nothing says how much, or where it would be refused", () => {
    expect(brought(power('  only if Left is more than $0, else "nothing is left"') + rule)).toBeUndefined();
    expect(brought(power('  only if its Amount is at most $0, else "too much"') + rule)).toBeUndefined();
    const barred =
      '  only if all of\n    (i) its Amount is at most $50, else "too much"\n    (ii) Left is $0, else "first"';
    expect(brought(power(barred) + rule)).toBeUndefined();
  });

  test("leaves what happened on the day before it", () => {
    const earlier = [{ on: "2024-01-03", event: "Notice", id: "n", Amount: "30" }];
    const brings = brought(
      power('  only if its Amount is at most Left, else "too much"') + rule,
      "2024-01-03",
      earlier,
    );
    expect(brings?.moved).toMatchObject([{ before: { amount: "60" }, after: { amount: "0" } }]);
  });
});

describe("a date", () => {
  const call =
    `${loan}event Call by Borrower\n  Call Date: date\nthe Borrower may give Call\n  only if all of\n` +
    '    (i) its Call Date is on or after 10 days after today, else "too short"\n' +
    '    (ii) its Call Date is on or before 30 days after today, else "too long"\n';

  test("is the first that its conditions allow, and all is looked at as it ends", () => {
    const brings = brought(
      `${call}for each Call, the Borrower must pay 110% * Left to Holder by its Call Date\n  called Redemption`,
    );
    expect(brings).toMatchObject({ on: "2024-01-13", says: [{ value: "2024-01-13" }] });
    // 110% of $90
    expect(brings?.owed).toMatchObject([{ due: "2024-01-13", amount: "99" }]);
  });

  test("that a further condition bars goes on to the next", () => {
    const brings = brought(
      `${call}    (iii) its Call Date is on or after 2024-01-15, else "barred"\n    (iv) not its Call Date is 2024-01-15, else "closed"`,
    );
    expect(brings?.on).toBe("2024-01-16");
  });

  test("of which nothing says when: what it asks for is as of the day that is looked at", () => {
    const open =
      `${loan}event Call by Borrower\n  Call Date: date\nthe Borrower may give Call\n` +
      '  only if Left is more than $0, else "nothing is left"\n' +
      "for each Call, the Borrower must pay 110% * Left to Holder by its Call Date\n  called Redemption";
    const brings = brought(open);
    expect(brings).toMatchObject({ says: [], owed: [{ due: null, amount: "99" }], moved: [] });
    expect(brings?.owed[0]?.text).toBe(
      "Redemption: $99 as of 2024-01-03; by when, and how much then, goes by its Call Date",
    );
  });

  test("leads to what may then be given for it", () => {
    const paid =
      "event Call Paid for Call by Borrower\n  Amount: money\nthe Borrower may give Call Paid\n" +
      '  only if its Amount is at least 110% * Left, else "too little"';
    const brings = brought(call + paid);
    expect(brings?.powers).toMatchObject([{ event: "Call Paid", may: "yes", bounds: [{ atLeast: "99" }] }]);
    expect(brings && effectPhrases(brings)).toEqual([
      "Borrower may then give Call Paid [] on 2024-01-13, Amount at least $99",
    ]);
  });
});

describe("of real notes", () => {
  const powersOf = (example: string, on: string): readonly Power[] => {
    const { template, loaded } = open(example);
    return ensured(new Replay(template, loaded).powers(day(on))).powers;
  };
  const open = (example: string) => {
    const found = exampleScenarios().find(({ texts }) => texts.scenario.name.endsWith(example));
    if (found === undefined) throw new Error(`no example ${example}`);
    const template = templateOf(found.note);
    return { template, loaded: ensured(loadScenario(template, found.texts)) };
  };

  test("a conversion at the limit: the shares that the example works out", () => {
    // $28,300 gives 6,000,000 shares (the example's README); $301,125 − $28,300 = $272,825 are left.
    const found = powersOf("examples/juniper-first-eighteen-months/scenario.json", "2007-04-10");
    const brings = found.find(({ event }) => event === "Notice of Conversion")?.brings;
    expect(brings && supposedWords(brings)).toBe("if Principal Converted is $28,300");
    expect(brings?.moved).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ role: "principal left", after: { amount: "272825" } }),
        expect.objectContaining({ role: "shares owed", difference: "6000000" }),
      ]),
    );
  });

  test("a prepayment of all: its fee, and the interest of sixty-one days", () => {
    // 2% of $100,000; 100,000 × 8% × 61 ÷ 360 = 1,355.555…, from 30 March to 1 June by months of 30 days.
    const found = powersOf("examples/term-loan/scenario.json", "2023-06-01");
    const prepayment = found.find(({ event }) => event === "Prepayment");
    expect(prepayment?.brings?.owed.map(({ text }) => text)).toEqual(["Interest of $1,355.55…", "Fees of $2,000"]);
    // 1,355.555… + 2,000
    expect(prepayment?.brings && effectPhrases(prepayment.brings)).toContain(
      "Borrower newly owes Lender $3,355.55… in all",
    );
  });
});
