/** What is found where currencies meet, and where one is not said. */
import { describe, expect, test } from "vitest";
import { headInTwoCurrencies as head } from "../../src/diagnostics/registry/example-head.ts";
import { checkSource } from "../../src/driver/templates.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import { isAboutUnused } from "../support/unused.ts";

const declared = `${head}given Denomination: money in EUR
given Price: price in NOK
given Dividend: price in EUR
given Fixed Rate: NOK per EUR
series Stock has close: price in NOK
series EURNOK has fixing: NOK per EUR
event Issue for Nothing
`.replace("event Issue for Nothing\n", "");

function found(text: string): string[] {
  const { diagnostics } = checkSource(new SourceFile("note.tenor", text));
  return diagnostics
    .filter((it) => !isAboutUnused(it))
    .map(({ code, message, help }) => `${code} ${message}${help === undefined ? "" : `; ${help}`}`);
}

describe("two currencies", () => {
  test.each([
    ["added", "Sum means Denomination + NOK 5", "can't be added"],
    ["subtracted", "Sum means €5 - NOK 5", "can't be subtracted"],
    ["compared", "Above holds when Denomination is more than NOK 130,000", "can't be compared"],
    ["picked from", "Sum means the lesser of Denomination and NOK 5", "the lesser has one kind of value"],
    ["rounded to one another", "Sum means Denomination, rounded down to NOK 0.01", "can't be rounded"],
  ])("%s", (_, statement, joined) => {
    const [finding = "", ...others] = found(`${declared}${statement}\n`);
    expect(others).toEqual([]);
    expect(finding).toContain(joined);
    expect(finding).toContain("an amount of EUR");
    expect(finding).toContain("an amount of NOK");
    expect(finding).toContain("by a rate in `NOK per EUR`");
  });

  test.each([
    ["a deal term", "given Fee: money in EUR = NOK 5"],
    ["a change of a state", "Owed starts at €5\non Issue Date\n  Owed becomes NOK 5"],
    ["a start again", "Owed starts at €5\nOwed starts at NOK 6"],
    ["a field", "event Notice\n  Amount: money in EUR = NOK 5"],
    ["an expectation of a test", 'Fee means €5\ntest "a"\n  expect: Fee on 2024-01-02 is NOK 5'],
    ["a field of a test", 'event Notice\n  Amount: money in EUR\ntest "a"\n  on 2024-01-02: Notice, Amount NOK 5'],
    [
      "a posting",
      'section 2 "a"\naccount Fees owed by Borrower to Holder\n  currency: EUR\non Issue Date\n  Fees is charged NOK 5',
    ],
    [
      "a payment",
      'section 2 "a"\naccount Fees owed by Borrower to Holder\n  currency: EUR\non Issue Date\n  NOK 5 is applied to Fees',
    ],
    ["a payment of a state", "Owed starts at €5\non Issue Date\n  NOK 5 is applied to Owed"],
  ])("that meet in %s are both named", (_, statement) => {
    const findings = found(`${declared}${statement}\n`).filter((it) => /^TN300[124] /.test(it));
    expect(findings).toHaveLength(1);
    expect(findings[0]).toContain("EUR");
    expect(findings[0]).toContain("NOK");
  });

  test("of which one is the usual", () => {
    const text = declared.replaceAll("EUR", "USD");
    expect(found(`${text}Sum means $5 + NOK 5\n`)[0]).toContain(
      "`$5` is an amount of USD, but `NOK 5` is an amount of NOK",
    );
  });

  test("euro over a price in kroner are no shares", () => {
    expect(found(`${declared}Bond Shares means Denomination / Price, rounded down to 1 share\n`)).toEqual([
      expect.stringContaining("multiply `Denomination / Price` by a rate in `NOK per EUR`"),
    ]);
  });

  test("the parity of shares in kroner against an amount in euro", () => {
    const parity =
      "Parity means Denomination * Fixed Rate / Price * Stock close\nAbove holds when Parity is more than €130,000";
    expect(found(`${declared}${parity}\n`)).toEqual([expect.stringMatching(/TN3001 .*NOK.*EUR/)]);
    const right = parity.replace("Stock close", "Stock close / EURNOK fixing");
    expect(found(`${declared}${right}\n`)).toEqual([]);
  });

  test("a rate read upside down", () => {
    const upsideDown = "given Limit: money in EUR\nAbove holds when NOK 5 * EURNOK fixing is more than Limit";
    expect(found(`${declared}${upsideDown}\n`)).toEqual([expect.stringMatching(/^TN3001 /)]);
    expect(found(`${declared}${upsideDown.replace("*", "/")}\n`)).toEqual([]);
  });
});

describe("what is no currency", () => {
  const named = (codes: string) => head.replace("EUR, NOK", codes);

  test.each([
    ["NKO", "NOK"],
    ["Euro", "EUR"],
    ["Kroner", "NOK"],
  ])("%s in the head has the nearest", (written, near) => {
    expect(found(named(`USD, ${written}`))).toEqual([
      `TN2070 \`${written}\` is not the code of a currency; write \`${near}\``,
    ]);
  });

  test.each([
    ["a sign", "Fee means €5", "write `currencies: USD, EUR` in the head"],
    ["a type", "given Fee: money in NOK", "write `currencies: USD, NOK` in the head"],
    ["a misspelt type", "given Fee: money in USX", "write `USD`"],
  ])("%s that the head does not name", (_, statement, help) => {
    const note = head.replace("  currencies: EUR, NOK\n", "");
    expect(found(`${note}${statement}\n`)).toEqual([expect.stringMatching(/^TN2071 /)]);
    expect(found(`${note}${statement}\n`)[0]).toContain(help);
  });

  test("a code is part of a name where the head does not name it", () => {
    const note = head.replace("  currencies: EUR, NOK\n", "");
    expect(found(`${note}given TOP 10: money\nALL 5 means TOP 10 * 2\nCost of NOK means ALL 5\n`)).toEqual([]);
  });

  test("the name of a value may hold a code without a figure", () => {
    expect(found(`${declared}Price in EUR means Price / Fixed Rate\nHalf means Price in EUR / 2\n`)).toEqual([]);
  });
});

describe("one currency", () => {
  const inPounds = head.replace("EUR, NOK", "GBP");

  test("is that of money and prices, of accounts and of the market", () => {
    const note = `${inPounds}given Principal: money = £100,000
section 2 "a"
account Fees owed by Borrower to Holder
on Issue Date
  Fees is charged Principal * 1% + GBP 5
Count means Principal / market close, rounded down to 1 share
`;
    expect(found(note)).toEqual([]);
  });

  test("has no dollars beside it", () => {
    expect(found(`${inPounds}given Principal: money = $100\n`).map((it) => it.slice(0, 6))).toEqual([
      "TN3002",
      "TN2071",
    ]);
  });

  test("of dollars is written with the sign alone, too", () => {
    expect(
      found(`${head.replace("EUR, NOK", "AUD")}given Principal: money = $100\nSum means Principal + A$5\n`),
    ).toEqual([]);
  });
});

describe("a cent", () => {
  test.each([
    ["a number", "Whole means 5 / 3, rounded to the nearest cent", "is a plain number, which has no cents"],
    ["shares", "Whole means 5 shares / 3, rounded up to a cent", "is a number of shares, which has no cents"],
    ["a rate of exchange", "Whole means Fixed Rate, rounded to the nearest cent", "which has no cents"],
  ])("of %s", (_, statement, words) => {
    const [finding = "", ...others] = found(`${declared}${statement}\n`);
    expect(others).toEqual([]);
    expect(finding).toMatch(/^TN3081 /);
    expect(finding).toContain(words);
  });

  test("of money and of a price", () => {
    expect(
      found(
        `${declared}A means Denomination / 3, rounded to the nearest cent\nB means Price, rounded down to a cent\n`,
      ),
    ).toEqual([]);
  });
});
