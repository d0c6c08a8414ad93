/** What a plan may say, and what belongs to the note. */
import { describe, expect, test } from "vitest";
import { expectFinding, expectNoFinding, findingsIn } from "./findings.ts";

const fee = "event Fee Paid by Borrower\n  Amount: money\n";
const answer = "event Notice by Holder\nevent Answer for Notice by Borrower\n";
const split = "event Stock Split by Borrower\n  Ratio: number\nshare basis changes on Stock Split by its Ratio\n";
const pays = "the Borrower gives Fee Paid, Amount being $5";
const found = (code: string, text: string) => expectFinding(text, code, "");
const plan = 'plan "p"\n';

describe("a rule of a note", () => {
  test.each([
    ["each trading day", `${fee}Fees starts at $0\n«on each trading day»\n  Fees rises by $5\n`],
    [
      "every so many days",
      `${fee}Fees starts at $0\n«every 10 days from and including Issue Date»\n  Fees rises by $5\n`,
    ],
    ["the close", `${fee}Fees starts at $0\n«on Issue Date» at the close\n  Fees rises by $5\n`],
    ["each event", `${fee}Fees starts at $0\n«on its date for each Fee Paid»\n  Fees rises by $5\n`],
  ])("does not speak of %s", (_, text) => found("TN2100", text));
  test("names its day", () => expectNoFinding(`${fee}Fees starts at $0\non Issue Date\n  Fees rises by $5\n`));
});

describe("a rule of a plan", () => {
  test("acts on days", () => {
    found("TN2101", `${fee}${plan}«when Fee Paid», ${pays}\n`);
    expectNoFinding(`${fee}${plan}on 3 business days after its date for each Fee Paid, ${pays}\n`);
  });
  test("counts days", () => {
    found("TN2102", `${fee}${plan}every 2 «months» from and including Issue Date, ${pays}\n`);
    expectNoFinding(`${fee}${plan}every 2 trading days from and including Issue Date, ${pays}\n`);
  });
  test("says for which event its event is", () => {
    found("TN3120", `${answer}${plan}on each day, the Borrower gives «Answer»\n`);
    expectNoFinding(`${answer}${plan}on its date for each Notice, the Borrower gives Answer\n`);
  });
  test("says every field that has no default", () => {
    found("TN3121", `${fee}${plan}on each day, the Borrower gives «Fee Paid»\n`);
    expectNoFinding(`${fee}  Note: text, optional\n${plan}on each day, ${pays}\n`);
  });
  test("gives a party its own events", () => {
    found("TN3122", `${fee}${plan}on each day, the «Holder» gives Fee Paid, Amount being $5\n`);
    expectNoFinding(`${fee}${plan}on each day, ${pays}\n`);
  });
  test("gives a field its kind of value", () => {
    found("TN3002", `${fee}${plan}on each day, the Borrower gives Fee Paid, Amount being «5 shares»\n`);
  });
  test("stands behind the head of a plan", () => {
    found("TN4110", `${fee}«on each day, ${pays}»\n`);
    expectNoFinding(`${fee}${plan}on each day, ${pays}\n`);
  });
  test("opens no day at its close", () => {
    const gives = (when: string, event: string) =>
      `${split}${plan}on each day${when}, the Borrower gives ${event}, Ratio being 2\n`;
    found("TN4112", gives(" at the close", "«Stock Split»"));
    expectNoFinding(gives("", "Stock Split"));
  });
});

describe("behind the head of a plan", () => {
  test("nothing says how the note works", () => {
    found("TN4111", `${fee}Fees starts at $0\n${plan}«when Fee Paid»\n  Fees rises by $5\n`);
    expectNoFinding(
      `${fee}${plan}given Fee: money = $5\nLarge holds when Fee is more than $4\nsignal Delisted = no\non each day if Large and not Delisted, ${pays}\n`,
    );
  });
  test("nothing is said twice", () => {
    const sale = "the Holder sells 100 shares, at most 10 shares, at $1 per share";
    found("TN4113", `${plan}${sale}\n«${sale}»\n`);
    expectNoFinding(`${plan}${sale}\nplan "q"\n${sale}\n`);
  });
  test("what is left to be sold is a state of the plan", () => {
    const sale = (left: string) => `the Holder sells 100 shares, at most 10 shares, at $1 per share, leaving ${left}\n`;
    found("TN4114", `Left starts at 0 shares, restated for splits\n${plan}${sale("«Left»")}`);
    expectNoFinding(`${plan}Left starts at 0 shares, restated for splits\n${sale("Left")}`);
    found("TN2011", `${plan}Left starts at $0\n${sale("«Left»")}`);
  });
  test("a price impact says both of its parts", () => {
    expect(findingsIn(`${plan}price impact: 0.7\n`).map(({ code }) => code)).toContain("TN1026");
    expectNoFinding(`${plan}price impact: 0.7\n  lasting part: 30%\n  half life in trading days: 5\n  source: "x"\n`);
  });
});
