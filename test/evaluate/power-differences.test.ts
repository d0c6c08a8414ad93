/** What stands with the event of a power and not without it: on which day, which debts, and values without a figure. */
import { describe, expect, test } from "vitest";
import type { PlainDate, PowersReport } from "../../src/index.ts";
import { compile, effectPhrases, loadScenario, parseDate, Replay } from "../../src/index.ts";
import { ensured } from "../support/acceptance.ts";
import { replayOf } from "./asked.ts";

type Power = PowersReport["powers"][number];
type Events = readonly Readonly<Record<string, unknown>>[];

const on = "2024-01-03";

function broughtBy(statements: string, events: Events = []): Power["brings"] {
  const { powers } = ensured(replayOf(statements, { events, ask: [] }).powers(parseDate(on) as PlainDate));
  return powers[0]?.brings;
}

function phrasesOf(statements: string, events: Events = []): readonly string[] {
  const brings = broughtBy(statements, events);
  return brings === undefined ? [] : effectPhrases(brings);
}

const left = 'Left starts at $90\nrole "principal left": Left\n';

describe("the day that is looked at", () => {
  const redeem = (days: number) =>
    `${left}event Redeem by Borrower\n  Redemption Date: date\n` +
    `  takes effect on: ${days} days after its Redemption Date\nthe Borrower may give Redeem\n` +
    '  only if its Redemption Date is on or after 2024-01-08, else "too short"\nwhen Redeem\n  Left becomes $1';

  test.each([
    // 8 January and ten days; and no day at all.
    [10, "2024-01-18"],
    [0, "2024-01-08"],
  ])("is the one on which an event takes effect, %i days from what it says", (days, day) => {
    const brings = broughtBy(redeem(days));
    expect(brings?.on).toBe(day);
    expect(brings && effectPhrases(brings)).toEqual(["principal left from $90 to $1"]);
  });

  test("is the same without the event: what the calendar brings until then is no difference", () => {
    // Left is $70 from 10 January in both; only the event makes $1 of it, on the 18th.
    expect(phrasesOf(`${redeem(10)}\non 2024-01-10\n  Left falls by $20`)).toEqual(["principal left from $70 to $1"]);
  });

  test("is the one on which it would take effect, where a field stays open", () => {
    const call =
      `${left}event Call by Borrower\n  Pay Date: date\n  takes effect on: 20 days after its date\n` +
      'the Borrower may give Call\n  only if Left is more than $0, else "nothing is left"\n' +
      "Grown means Left + $1 * (the number of days from and including 2024-01-01 to but excluding today)\n" +
      "for each Call, the Borrower must pay Grown to Holder by its Pay Date\n  called Redemption";
    // 3 January and 20 days is the 23rd: $90 and 22 days at $1.
    expect(broughtBy(call)).toMatchObject({ on: "2024-01-23", owed: [{ amount: "112" }] });
    expect(phrasesOf(call)[0]).toMatch("Redemption: $112 as of 2024-01-23; by when");
  });
});

describe("what would be owed for an event that leaves a field open", () => {
  const call = (penalty: string, flag = "no") =>
    `${left}Accelerated starts at ${flag}\nevent Call by Borrower\n  Call Date: date\nthe Borrower may give Call\n` +
    '  only if Left is more than $0, else "nothing is left"\n' +
    "for each Call, the Borrower must pay 110% * Left to Holder by its Call Date\n  called Redemption\n" +
    `for each Call, the Borrower must pay $77 to Holder by its Call Date ${penalty}\n  called Penalty`;
  const amounts = (statements: string) => broughtBy(statements)?.owed.map(({ amount }) => amount);

  // 110% of $90 is $99.
  test.each([
    ["not where its condition does not hold", call("while Accelerated"), ["99"]],
    ["where it holds", call("while Accelerated", "yes"), ["77", "99"]],
    [
      "not where an exception excuses",
      `section 3 "Call"\n${call("while not Accelerated")}\nsection 4 "Waiver"\nnotwithstanding Penalty of 3\n  while: Left is $90\n  it is: "excused"`,
      ["99"],
    ],
    ["where it goes by what is open", call("while its Call Date is after 2024-02-01"), ["77", "99"]],
  ])("is there %s", (_, statements, expected) => {
    expect(amounts(statements)?.toSorted()).toEqual(expected);
  });
});

describe("debts", () => {
  const fee =
    `${left}account Fee owed by Borrower to Holder\nevent Prepayment by Borrower\n  Amount: money\n` +
    'the Borrower may give Prepayment\n  only if its Amount is at most Left, else "too much"\n' +
    "when Prepayment\n  Left falls by its Amount\n  Fee is charged $5 due on its date";

  test("that are alike are two", () => {
    // The first prepayment left $60, and cost $5 on the same day.
    const first = [{ on, event: "Prepayment", id: "n", Amount: "30" }];
    expect(phrasesOf(fee, first)).toEqual(["principal left from $60 to $0", `Borrower owes Fee of $5 by ${on} []`]);
  });

  const exchange = (effects: string) =>
    "account Principal Due owed by Borrower to Holder\naccount Premium owed by Borrower to Holder\n" +
    "on 2024-01-02\n  Principal Due is charged with $500 due on 2024-01-02, payable on 2024-02-01\n" +
    `event Exchange by Holder\nthe Holder may give Exchange\nwhen Exchange\n${effects}`;

  test("of two accounts are not one in place of the other", () => {
    const effects =
      "  $500 is applied to due Principal Due\n  Premium is charged with $3 due on today, payable on 2024-02-01";
    expect(phrasesOf(exchange(effects))).toEqual([
      "Borrower owes Premium of $3 by 2024-02-01 []",
      "no longer owed: Principal Due of $500 []",
    ]);
  });

  test("of one account in another amount are", () => {
    // $500 less $120
    expect(phrasesOf(exchange("  $120 is applied to due Principal Due"))).toEqual([
      "Borrower owes Principal Due of $380 by 2024-02-01 [], instead of $500",
    ]);
  });

  test("that are new are added up by currency, without those in place of others", () => {
    const account = (name: string, currency: string) =>
      `account ${name} owed by Borrower to Holder\n  currency: ${currency}\n`;
    const note =
      'note "Two"\n  language: 1\n  parties: Borrower, Holder\n  currencies: USD, EUR\n  exists from: Start\n' +
      "given Start: date = 2024-01-01\n" +
      ["Bill", "Cost", "Old"].map((it) => account(it, "USD")).join("") +
      account("Euro Bill", "EUR") +
      "on 2024-01-02\n  Old is charged with $500 due on 2024-01-02, payable on 2024-02-01\n" +
      "event Swap by Borrower\nthe Borrower may give Swap\nwhen Swap\n" +
      "  Bill is charged with $90 due on today, payable on 2024-02-01\n" +
      "  Cost is charged with $2.50 due on today, payable on 2024-02-02\n" +
      "  $100 is applied to due Old\n" +
      "  Euro Bill is charged with €7 due on today, payable on 2024-02-01\n";
    const template = ensured(compile(note));
    const text = JSON.stringify({ note: "two", terms: {}, events: [], ask: [] });
    const loaded = ensured(loadScenario(template, { scenario: { name: "s.json", text } }));
    const { powers } = ensured(new Replay(template, loaded).powers(parseDate(on) as PlainDate));
    // 90 + 2.50; the 400 left of the 500 is not new, and there is but one amount in euro.
    expect(powers[0]?.brings?.totals).toEqual([{ from: "Borrower", to: "Holder", amount: "92.5", unit: "USD" }]);
  });
});

describe("values", () => {
  test("that become unknown have moved", () => {
    const ask = `${left}Zero starts at 0\nevent Ask by Borrower\nthe Borrower may give Ask\nwhen Ask\n  Left becomes $90 / Zero`;
    expect(broughtBy(ask)?.moved).toMatchObject([
      { before: { amount: "90" }, after: { error: { kind: "undefined" } } },
    ]);
    expect(phrasesOf(ask)[0]).toMatch(/^principal left from \$90 to unknown \(.+divides by zero\)$/);
  });

  const call = (effect: string) =>
    `Called starts at no\nDefault Sum means $120 only while Called\nrole "default amount": Default Sum\n` +
    `event Call by Holder\nthe Holder may give Call\nwhen Call\n  Called becomes ${effect}\n`;
  const ground =
    'Event of Default occurs\n  when Called\n  continues: while the condition holds\nrole "default": Event of Default';

  test("that begin have moved, and so have defaults", () => {
    const brings = broughtBy(call("yes") + ground);
    expect(brings).toMatchObject({
      moved: [{ role: "default amount", before: { amount: null }, after: { amount: "120" } }],
      defaults: [{ value: "Event of Default", since: on }],
      noDefaults: [],
    });
    expect(brings && effectPhrases(brings)).toEqual([
      "default amount from no value (Called does not hold) to $120",
      expect.stringMatching(/^Event of Default then continues: /),
    ]);
  });

  test("that end have moved, and so have defaults", () => {
    const called = call("no").replace("starts at no", "starts at no\non 2024-01-02\n  Called becomes yes");
    const brings = broughtBy(called + ground);
    expect(brings).toMatchObject({
      moved: [{ before: { amount: "120" }, after: { amount: null } }],
      defaults: [],
      noDefaults: [{ since: "2024-01-02" }],
    });
    expect(brings && effectPhrases(brings)[1]).toMatch(/^Event of Default no longer continues: /);
  });

  const issue = (roles: string) =>
    `Stock starts at 100 shares, not restated for splits\nGiven starts at 0 shares, not restated for splits\n${roles}` +
    "event Issue by Borrower\n  New Shares: shares\nthe Borrower may give Issue\n" +
    '  only if its New Shares is at most 100 shares, not restated for splits, else "too many"\n' +
    "when Issue\n  Stock rises by its New Shares\n  Given rises by its New Shares";

  test("that follow from others are left out only where these move", () => {
    const all = 'role "shares outstanding": Stock\n';
    expect(phrasesOf(issue(all))).toEqual(["shares outstanding from 100 shares to 200 shares"]);
    expect(phrasesOf(issue(`${all}role "shares to the holder": Given\n`))).toEqual([
      "shares to the holder from 0 shares to 100 shares",
    ]);
  });
});
