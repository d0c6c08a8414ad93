/** Negative figures, deal terms that may be left out, names with numbers, named conditions, and the parts of a date. */
import { describe, expect, test } from "vitest";
import { compile, loadScenario, Replay, templateSchema } from "../../src/index.ts";
import type { Exact } from "../../src/units/exact.ts";
import { renderValue } from "../../src/units/render-value.ts";
import { expectFinding, expectNoFinding, findingsIn } from "../checked/findings.ts";
import { ensured } from "../support/acceptance.ts";
import { answersOf, explained, outcomeOf, templateOf, verdictsOf } from "./asked.ts";

const on = (value: string, day = "2024-02-29") => ({ value, on: day });

describe("figures below zero", () => {
  // Each sum is calculated from the clause, with 100 for Balance.
  test.each([
    ["an amount", "-$5", "-5"],
    ["a sum with one", "Balance + -$5", "95"],
    ["less one: 100 - (-5)", "Balance - -$5", "105"],
    ["a name: -(100)", "-Balance", "-100"],
    ["a name in a sum: 50 - 100", "$50 + -Balance", "-50"],
    ["a bracket: -(100 + 5)", "-(Balance + $5)", "-105"],
    ["of a product, the first: (-100) * 2", "-Balance * 2", "-200"],
    ["the second: 100 * (-2)", "Balance * -2", "-200"],
    ["twice: -(-5)", "-(-$5)", "5"],
    ["a fraction: -(1/2 * 100)", "-half of Balance", "-50"],
    ["a percent of it: 100 * -0.5%", "Balance * -0.5%", "-0.5"],
    ["the lesser of -5 and 3", "the lesser of -$5 and $3", "-5"],
    ["rounded down, towards zero", "-$5.55, rounded down to $1", "-5"],
    ["rounded up, away from zero", "-$5.45, rounded up to $1", "-6"],
    ["rounded half up, away from zero", "-$2.50, rounded half up to $1", "-3"],
    ["a power in brackets: -(2 * 2) * 100", "Balance * (-(2 to the power of 2))", "-400"],
    ["a million", "-$1 million", "-1000000"],
  ])("%s", (_, value, answer) => {
    expect(answersOf(`Balance starts at $100\nAsked means ${value}`, { ask: [on("Asked")] })).toEqual([answer]);
  });

  test("a yearly rate below zero makes interest that is taken away", () => {
    // 31 days of January 2024 from the 2nd to the 1st of February are 30: 1000 * -0.5% * 30 / 360 = -0.41666…
    const note =
      "Asked means (interest at -0.5% per year on $1000 from and including 2024-01-02 to but excluding 2024-02-01 by actual/360), rounded half up to $0.01";
    expect(answersOf(note, { ask: [on("Asked")] })).toEqual(["-0.42"]);
  });

  test("a deal term and a field may start below zero, and a test may give one", () => {
    const note =
      "given Spread: rate = -0.25% per year\nevent Fixing\n  Margin: rate = -1% per year\nLast for each Fixing means its Margin + Spread\n" +
      'test "below zero"\n  on 2024-01-05: Fixing "a"\n  on 2024-01-08: Fixing "b", Margin (-2% per year)\n' +
      '  expect: Last of "a" on 2024-01-08 is -1.25% per year\n  expect: Last of "b" on 2024-01-08 is -2.25% per year\n';
    expect(findingsIn(note)).toEqual([]);
    const events = [{ on: "2024-01-05", event: "Fixing", id: "a" }];
    // -1% and -0.25%
    expect(answersOf(note.replace(/^test[\s\S]*/m, ""), { events, ask: [{ value: "Last", of: "a" }] })).toEqual([
      "-0.0125",
    ]);
  });

  test("days less than none before today lie ahead", () => {
    expectFinding("A means $5 as of «(-1) days before today»\n", "TN4002", "(-1) days before today");
    // 5 days before 29 February.
    const note =
      "Grace means 5\nOne means (-5) days after today\nTwo means -5 days after today\nThree means -Grace days after today";
    const ask = ["One", "Two", "Three"].map((value) => on(value));
    expect(answersOf(note, { ask })).toEqual(["2024-02-24", "2024-02-24", "2024-02-24"]);
  });
});

describe("deal terms that may be left out", () => {
  const note =
    "given Warrants: number, if any\ngiven Floor: price, if any, restated for splits\nHas Warrants holds when Warrants is set\n" +
    "Counted means Warrants, or else 0\nDoubled means Warrants * 2 if Has Warrants, otherwise 1\nFloor Now means Floor, or else $9 per share, not restated for splits\n";
  const answers = (terms: Readonly<Record<string, string>>, ask: readonly { value: string; on: string }[]) => {
    const template = templateOf(note);
    const events = [{ on: "2024-02-01", event: "Stock Split", Ratio: "2" }];
    const text = JSON.stringify({ scenario: "s", note: "small", terms, events, ask });
    const story = ensured(loadScenario(template, { scenario: { name: "s.json", text } }));
    return ensured(new Replay(template, story).outcome()).outcome.answers;
  };
  const all = ["Warrants", "Has Warrants", "Counted", "Doubled", "Floor", "Floor Now"].map((value) => on(value));

  test("given, each is what it is; two for one halves the floor", () => {
    const found = answers({ Warrants: "30", Floor: "4" }, all);
    expect(found.map((it) => ("error" in it ? it.error : it.answer))).toEqual(["30", true, "30", "60", "2", "2"]);
  });

  test("left out, it has no value, and the answer says why", () => {
    const found = answers({}, all);
    expect(found.map((it) => ("error" in it ? it.error : it.answer))).toEqual([null, false, "0", "1", null, "9"]);
    expect(found[0]).toMatchObject({ answer: null, because: "the deal term Warrants is left out" });
    const [why] = explained(
      "given Warrants: number, if any\nTwice means (Warrants * 2) only while Warrants is set\nAsked means (Warrants + 1), or else 7",
      { ask: [on("Asked")] },
    );
    expect(why?.result).toMatchObject({ n: 7n });
  });

  test("what reads one without saying what then holds is reported", () => {
    expectFinding(
      "given Warrants: number, if any\nBig holds when «Warrants» is more than 5\n",
      "TN3005",
      "may have no value",
      "or else",
    );
    expectFinding(
      'note "Example"\n  language: 1\n  parties: Borrower, Holder\n  exists from: «Start»\n\ngiven Start: date, if any\nA means Start, or else 2024-01-02\n',
      "TN2011",
      "`Start`",
    );
    expect(compile("given Warrants: number, if any = 5\n").ok).toBe(false);
  });

  test("its schema does not ask for it", () => {
    const { properties } = templateSchema(templateOf(note).program) as unknown as {
      properties: { terms: { required: string[]; properties: Record<string, { description: string }> } };
    };
    expect(properties.terms.required).toEqual([]);
    expect(properties.terms.properties.Warrants?.description).toContain("may be left out");
  });
});

test("names with numbers are names everywhere, and a number behind a field is its value", () => {
  const note =
    "event Tranche 2 Closing by Holder\n  Part 3: money\n  Ratio: number\nTranche 2 starts at $0\nwhen Tranche 2 Closing\n  Tranche 2 rises by its Part 3 * its Ratio\nSeries A1 Issued means Tranche 2 + $1\n" +
    'test "numbers"\n  on 2024-01-05: Tranche 2 Closing "a", Part 3 $5, Ratio 3\n  expect: Series A1 Issued on 2024-01-05 is $16\n';
  expectNoFinding(note);
  const events = [{ on: "2024-01-05", event: "Tranche 2 Closing", "Part 3": "5", Ratio: "3" }];
  // 5 * 3 and 1 more
  expect(answersOf(note.replace(/^test[\s\S]*/m, ""), { events, ask: [on("Series A1 Issued")] })).toEqual(["16"]);
});

describe("a named condition settles that a value is there", () => {
  const price = "Price is a price, at first not set, not restated for splits\nPriced holds when Price is set\n";
  const compared = "Big holds when A is more than market low\n";
  test.each([
    ["in cases", `${price}A means Price if Priced, otherwise market low\n${compared}`],
    [
      "where it does not hold",
      `${price}Open holds when Price is not set\nA means market low if Open, otherwise Price\n${compared}`,
    ],
    ["in a list", `${price}A holds when all of\n  (i) Priced\n  (ii) Price is more than market low\n`],
    ["beside another", `${price}A holds when Priced and Price is more than market low\n`],
    [
      "through a second name",
      `${price}Ready holds when Priced and today is after Issue Date\nA means Price if Ready, otherwise market low\n${compared}`,
    ],
    [
      "in a rule",
      `${price}Kept starts at $0 per share, not restated for splits\nevent Notice\nwhen Notice if Priced\n  Kept becomes Price\n`,
    ],
    [
      "of each event",
      "event Notice\n  Wanted: date, optional\nAsked for each Notice holds when its Wanted is set\n" +
        "Late for each Notice holds when its Asked and its Wanted is after Issue Date\n",
    ],
  ])("%s", (_, source) => expectNoFinding(source));

  const used = "A holds when Test and «Price» is more than market low\n";
  test.each([
    ["one that tests something else", `${price}Test holds when today is after Issue Date\n${used}`],
    ["one that holds otherwise, too", `${price}Test holds when Priced or today is after Issue Date\n${used}`],
    ["one that says the contrary", `${price}Test holds when not Priced\n${used}`],
    [
      "one with an exception",
      `${price}Test holds when Price is set\nnotwithstanding Test\n  while: today is after Issue Date\n  it is: yes\n${used}`,
    ],
    [
      "the value of another day",
      `${price}A holds when Priced and «(Price as of Issue Date)» is more than market low\n`,
    ],
    ["one in a circle", `${price}Test holds when Other\nOther holds when Test\n`],
  ])("%s settles nothing", (name, source) => {
    const found = findingsIn(source.replaceAll(/[«»]/g, ""));
    expect(found.map(({ code }) => code)).toEqual([name === "one in a circle" ? "TN4001" : "TN3005"]);
  });

  test("and the answers are those of the condition written out", () => {
    const note = `Level is a number, at first not set\nLevelled holds when Level is set\nA means Level if Levelled, otherwise -1\nwhen Notice\n  Level becomes its Amount / $1`;
    const events = [{ on: "2024-01-10", event: "Notice", Amount: "7" }];
    expect(answersOf(note, { events, ask: [on("A", "2024-01-09"), on("A", "2024-01-10")] })).toEqual(["-1", "7"]);
  });
});

describe("the day, the month and the year of a date", () => {
  test.each([
    ["a leap day", "2024-02-29", "29", "2", "2024"],
    ["the first of a year", "2025-01-01", "1", "1", "2025"],
    ["the last of one", "2024-12-31", "31", "12", "2024"],
  ])("%s", (_, day, ofMonth, month, year) => {
    const note = "D means the day of today\nM means the month of today\nY means the year of today";
    expect(answersOf(note, { ask: [on("D", day), on("M", day), on("Y", day)] })).toEqual([ofMonth, month, year]);
  });

  test.each([
    // 29 February and 10 days are 10 March.
    ["the month of 10 days after today", "3"],
    ["the day of the last day of the month of today", "29"],
    ["the year of Issue Date + 1", "2025"],
    ["2 * the month of today", "4"],
    ["the month of today to the power of 2", "4"],
  ])("%s", (value, answer) => {
    expect(answersOf(`A means ${value}`, { ask: [on("A")] })).toEqual([answer]);
  });

  test("of a date that has no value there is none, and of an amount none can be", () => {
    expectFinding("D is a date, at first not set\nA holds when «the month of D» is 3\n", "TN3005", "may have no value");
    expect(findingsIn("A means the month of $5\n").map(({ code }) => code)).toEqual(["TN3004"]);
  });

  test("an explanation says which part it is", () => {
    const { answers } = outcomeOf("A means the month of today", { ask: [on("A")] });
    expect(answers).toMatchObject([{ answer: "2", unit: "number" }]);
  });

  test("a year is shown without a comma, also where years are added to it, and a number of years with one", () => {
    const shown = (value: string) => {
      const [why] = explained(`A means ${value}`, { ask: [on("A")] });
      return why && renderValue(why.result as Exact, why.type);
    };
    expect(shown("the year of today")).toBe("2024");
    expect(shown("(the year of today) + 3")).toBe("2027");
    expect(shown("the year of today if today is after Issue Date, otherwise 0")).toBe("2024");
    expect(shown("(the year of today) - (the year of 0004-01-01)")).toBe("2,020");
    expect(shown("(the year of today) * 2")).toBe("4,048");
    const { answers } = outcomeOf("A means the year of today", { ask: [on("A")] });
    expect(answers).toMatchObject([{ answer: "2024", unit: "calendar year" }]);
  });

  test("a test and a scenario write a year as a number", () => {
    const story = 'Y means the year of today\ntest "year"\n  expect: Y on 2024-02-01 is 2024\n';
    expectNoFinding(story);
    const ask = [{ ...on("Y"), expect: "2024" }];
    expect(verdictsOf("Y means the year of today", { ask })).toMatchObject([{ passed: true }]);
  });
});
