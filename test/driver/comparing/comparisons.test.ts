/** What reaches an instrument of a story, and what is said of the rest. */
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isRoleFor, roles } from "../../../src/units/roles.ts";
import { placesOf, shownOf, valueIn } from "../../inputs/results.ts";
import { comparedIn, comparedInData, totalsIn } from "../../support/comparing.ts";

const loan = {
  template: "terms/term-loan.tenor",
  terms: { "Interest Rate": "8%", "Number of Instalments": "8" },
};
const safe = { template: "terms/post-money-safe.tenor", terms: { "Post-Money Valuation Cap": "10000000" } };
const deal = { amount: "100000", "issue date": "2023-03-30", "shares outstanding": "9500000" };
const days = { from: "2023-03-30", through: "2023-12-29" };
const paid = (on: string, what: string) => ({ on, event: `payment of ${what}`, amount: "what is due" });

describe("a payment of what is due", () => {
  // $100,000 at 8% in eight level payments of $13,650.98; 2% of interest in the first three months.
  test("is as much as falls due, of interest and of principal apart", () => {
    const events = [paid("2023-06-30", "interest"), paid("2023-06-30", "principal")];
    const compared = valueIn(comparedInData({ ...days, deal, events }, [loan, safe]));
    const [ofLoan] = totalsIn(compared)["cash paid to the holder"] ?? [];
    expect(ofLoan).toBe("13650.98");
    expect(compared.subjects[0]?.notes).toEqual([]);
  });

  test("counts what the payments before it left", () => {
    // In the second quarter 2% of 88,349.02 is 1,766.9804, and all of it is level again.
    const quarter = (on: string) => [paid(on, "interest"), paid(on, "principal")];
    const events = [...quarter("2023-06-30"), ...quarter("2023-10-02")];
    const compared = valueIn(comparedInData({ ...days, deal, events }, [loan, safe]));
    expect(totalsIn(compared)["cash paid to the holder"]?.[0]).toBe("27301.96");
  });

  test("is noted where nothing is due", () => {
    const compared = valueIn(comparedInData({ ...days, deal, events: [paid("2023-05-05", "interest")] }, [loan, safe]));
    expect(compared.subjects[0]?.notes).toEqual([
      { on: "2023-05-05", what: "payment of interest", because: "nothing was due" },
    ]);
  });

  test("is noted where what is due is unknown", () => {
    const story = { from: "2006-02-15", through: "2006-07-03", events: [paid("2006-06-30", "interest")] };
    const terms = { amount: "500000", "issue date": "2006-02-15", "shares outstanding": "100000000" };
    const subjects = [{ template: "terms/juniper-2005.tenor" }, { template: "terms/secured-services-2006.tenor" }];
    // Without prices it is unknown whether a month of the first note is exempt.
    const compared = valueIn(comparedInData({ ...story, deal: terms }, subjects));
    expect(compared.subjects[0]?.notes).toMatchObject([
      { on: "2006-06-30", what: "payment of interest", because: expect.stringMatching(/^what is due is unknown: /) },
    ]);
  });
});

describe("what does not reach an instrument is noted", () => {
  const notesOf = (events: readonly object[], more: object = {}) =>
    valueIn(comparedInData({ ...days, deal: { ...deal, ...more }, events }, [loan, safe])).subjects.map(
      ({ notes }) => notes,
    );

  test("an event that it does not know", () => {
    expect(notesOf([{ on: "2023-05-05", event: "delisting" }])).toEqual([
      [{ on: "2023-05-05", what: "delisting", because: "it has no such event" }],
      [{ on: "2023-05-05", what: "delisting", because: "it has no such event" }],
    ]);
  });

  test("an event for which its binding gives a reason, and what answers that", () => {
    const events = [
      { on: "2023-05-05", event: "conversion", id: "c", amount: "5" },
      { on: "2023-05-08", event: "delivery of shares", for: "c" },
    ];
    const [ofLoan, ofSafe] = notesOf(events);
    expect(ofLoan?.map(({ because }) => because)).toEqual(["the Loan does not convert", "the Loan does not convert"]);
    expect(ofSafe?.map(({ because }) => because)).toEqual([
      "the Safe converts in a financing, not by a notice",
      "it has no such event",
    ]);
  });

  test("an event before its first day", () => {
    const events = [{ on: "2023-03-01", event: "insolvency" }];
    expect(notesOf(events)[0]).toEqual([
      { on: "2023-03-01", what: "insolvency", because: "it exists only from 2023-03-30" },
    ]);
  });

  test("an event after the last day", () => {
    const because = "the story is looked at through 2023-12-29";
    const events = [{ on: "2023-12-30", event: "insolvency" }];
    expect(notesOf(events)[0]).toEqual([{ on: "2023-12-30", what: "insolvency", because }]);
  });

  test("a fact of the deal that it does not ask for", () => {
    expect(notesOf([], { maturity: "2025-03-30" })[1]).toEqual([
      { on: null, what: "maturity", because: "it has no such deal term" },
    ]);
  });
});

test("the holder paid what the subject says, where that is another amount", () => {
  const own = { ...loan, terms: { ...loan.terms, "Loan Amount": "200000" } };
  const events = [{ on: "2023-06-30", event: "payment of principal", amount: "50000" }];
  const compared = valueIn(comparedInData({ ...days, deal, events }, [loan, own]));
  // 50,000 / 100,000 and 50,000 / 200,000.
  expect(totalsIn(compared)["return to the holder"]).toEqual(["0.5", "0.25"]);
});

test("an event that the contract does not allow is listed with its reason", () => {
  const events = [{ on: "2023-05-05", event: "acceleration" }];
  const [ofLoan] = valueIn(comparedInData({ ...days, deal, events }, [loan, safe])).subjects;
  expect(ofLoan?.refused).toEqual([
    { event: "Acceleration Notice", on: "2023-05-05", section: "9.1", because: "no Event of Default is continuing" },
  ]);
});

// A financing of 1,000,000 shares at $2: by the cap (10,000,000 - 100,000) / 9,500,000 is $1.0421…, less than 80% of $2.
test("a figure of an event may come from the deal, or be calculated", () => {
  const events = [{ on: "2023-05-05", event: "sale of stock", price: "2", shares: "1000000" }];
  const compared = valueIn(comparedInData({ ...days, deal, events }, [loan, safe]));
  // 100,000 × 9,500,000 / 9,900,000 = 95,959.59…
  expect(totalsIn(compared)["shares issued to the holder"]).toEqual([
    "it marks no value as `shares to the holder`",
    "95959",
  ]);
  expect(totalsIn(compared)["value of those shares"]).toEqual([
    "0",
    "the market data have no price on or before 2023-05-05",
  ]);
});

test("a term that nothing gives is an error of each subject that lacks it", () => {
  const found = comparedInData({ ...days, deal }, [{ template: loan.template }, safe]);
  expect(placesOf(found)).toEqual(["TN5404 1:1", "TN5404 1:1"]);
  expect(shownOf(found)).toContain("`terms/term-loan.tenor?Interest Rate=…`");
});

test("what is wrong with a binding that two subjects have is reported once", () => {
  const binding = "terms/post-money-safe.binding.json";
  const juniper = { template: "terms/juniper-2005.tenor", binding };
  const [one, both] = [
    [juniper, safe],
    [juniper, juniper, safe],
  ].map((it) => placesOf(comparedInData({ ...days, deal }, it)));
  expect(one).not.toEqual([]);
  expect(both).toEqual(one);
});

test("the same inputs give the same comparison", () => {
  const subjects = [{ template: "terms/juniper-2005.tenor" }, { template: "terms/secured-services-2006.tenor" }];
  const [first, second] = [1, 2].map(() =>
    JSON.stringify(comparedIn("examples/compare-falling-stock/story.json", subjects)),
  );
  expect(first).toBe(second);
});

test("terms are read for every role of terms that a template marks", () => {
  const templates = ["juniper-2005", "secured-services-2006"].map((name) => ({ template: `terms/${name}.tenor` }));
  const compared = comparedIn("examples/compare-falling-stock/story.json", templates);
  const marked = roles.filter((role) => isRoleFor("term", role)).map(({ name }) => name);
  expect(compared.terms.map(({ role }) => role)).toEqual(marked);
  const words = compared.terms.flatMap(({ values }) => values.flatMap((it) => it?.value ?? []));
  expect(words.filter((it) => it.trim() === "")).toEqual([]);
});

describe("a story in another currency", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "tenor-euro-"));
    const text = readFileSync(loan.template, "utf8");
    writeFileSync(
      join(folder, "euro-loan.tenor"),
      text.replaceAll("$", "€").replace("  language: 1\n", "  language: 1\n  currencies: EUR\n"),
    );
    copyFileSync("terms/term-loan.binding.json", join(folder, "euro-loan.binding.json"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const inEuro = () => ({ ...loan, template: join(folder, "euro-loan.tenor") });
  const events = [paid("2023-06-30", "interest"), paid("2023-06-30", "principal")];

  test("compares notes in it, and gives totals in it", () => {
    const story = { ...days, currency: "EUR", deal: { ...deal, amount: "€100,000" }, events };
    const compared = valueIn(comparedInData(story, [inEuro(), inEuro()]));
    // As in dollars: €100,000 at 8% in eight level payments.
    const [first] = compared.totals.find(({ role }) => role === "cash paid to the holder")?.values ?? [];
    expect(first).toEqual({ answer: "13650.98", unit: "EUR" });
  });

  test("takes no note in yet another", () => {
    const story = { ...days, currency: "EUR", deal, events };
    expect(shownOf(comparedInData(story, [inEuro(), loan]))).toContain(
      "The amounts of `Amortising Term Loan` are in USD, but those of the story are in EUR",
    );
  });
});
