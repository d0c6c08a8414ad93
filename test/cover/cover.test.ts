/** A contract's text against its template, on a note made for it: every status, and what only one of the two has. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readContract } from "../../src/contract/contract-text.ts";
import { figuresOf, termsDefined } from "../../src/cover/words.ts";
import { contractFindings, coverTemplate } from "../../src/index.ts";

const name = "test/data/cover/harbour-note.tenor";
const note = readFileSync(name, "utf8");
const contract = readFileSync("test/data/cover/harbour-note.txt", "utf8");

function covered(template = note, text = contract, against?: string) {
  const made = coverTemplate({ name, text: template }, text, against);
  if (!made.ok) throw new Error(made.diagnostics.map(({ message }) => message).join("; "));
  return made.value;
}

/** By section and ordinal: the status, and the clauses, with a question mark where the template does not name the sentence. */
function statusOf(report = covered()): Record<string, string> {
  const all = report.coverage.parts.flatMap(({ sentences }) => sentences);
  return Object.fromEntries(
    all.map(({ sentence: { section, ordinal }, status, matches, reason }) => {
      const clauses = matches.map(({ clause, isNamed }) => clause.title + (isNamed ? "" : "?"));
      return [`${section} ${ordinal}`, [status, reason ?? clauses[0]].filter((it) => it !== undefined).join(" ")];
    }),
  );
}

test("each sentence is encoded, declared or uncovered", () => {
  expect(statusOf()).toEqual({
    "preamble 1": "encoded Maturity Date?",
    "preamble 2": "encoded Interest Rate?",
    "preamble 3": "declared recital or form",
    "1.1 1": "encoded the Holder may give Notice?",
    "1.1 2": "uncovered",
    "1.2(a) 1": "encoded Conversion Price",
    "1.2(a) 2": "encoded Market Price",
    "1.2(b) 1": "uncovered",
    "Article II 1": "uncovered",
    "Article II 2": 'declared in words, the Holder may: "declare the Note due and payable at once"?',
    "2.1 1": "encoded Event of Default occurs?",
    "2.2 1": "uncovered",
    "3.1 1": "declared procedure and governing law",
    "3.1 2": "declared procedure and governing law",
    "3.2 1": "uncovered",
    "signatures 1": "uncovered",
  });
  expect(covered().coverage.totals).toEqual({ encoded: 6, declared: 4, uncovered: 6 });
});

test("figures that no clause has, and clauses' figures that the text does not have", () => {
  const { figuresOfText, figuresOfTemplate } = covered(note.replace("80% * Market", "85% * Market")).coverage;
  expect(figuresOfText.map(({ section, text }) => [section, text])).toEqual([
    ["1.2(a)", "eighty percent (80%)"],
    ["1.2(b)", "$0.75"],
    ["2.2", "$50,000"],
    ["2.2", "twenty (20)"],
  ]);
  expect(figuresOfTemplate.map(({ section, text }) => [section, text])).toEqual([["1.2(a)", "85"]]);
});

test("a section that the text does not have", () => {
  const { sectionsWithoutText } = covered(note.replace("section 2.1", "section 2.7")).coverage;
  expect(sectionsWithoutText).toEqual(["2.7"]);
});

test("a number in brackets within a sentence is a place of its section", () => {
  const counted = contract.replace("2.1 ", "2.1 Where (i) notice was given, or (ii) none was needed, this holds. ");
  const withoutText = (section: string) =>
    covered(`${note}\nsection ${section} "None"\n`, counted).coverage.sectionsWithoutText;
  expect(withoutText("2.1(ii)")).toEqual([]);
  expect(withoutText("2.1(iii)")).toEqual(["2.1(iii)"]);
  expect(withoutText("2.2(ii)")).toEqual(["2.2(ii)"]);
});

test("a sentence that its section of the text does not have", () => {
  const { sentencesWithoutText } = covered(note.replace("sentence 2\n", "sentence 9\n")).coverage;
  expect(sentencesWithoutText).toMatchObject([{ section: "1.2(a)", sentence: 9, has: 2 }]);
  expect(covered().coverage.sentencesWithoutText).toEqual([]);
});

test("a section without a clause, that the text does not have", () => {
  const { sectionsWithoutText } = covered(`${note}\nsection 9.9 "None"\n`).coverage;
  expect(sectionsWithoutText).toEqual(["9.9"]);
});

test("a view covers the sentence that a line above it names, and none by its words", () => {
  const view = 'our view: "the Collateral Agent has no part in it"\n';
  const under = (line: string) => statusOf(covered(`${note}\nsection 1.2(b)\n${line}${view}`))["1.2(b) 1"];
  expect(under("sentence 1\n")).toMatch(/^declared our view/);
  expect(under("")).toBe("uncovered");
});

test("deal terms are of the whole note, wherever they stand, and what a clause is given as well", () => {
  const moved = (lines: string) => covered(`${note}\nsection 2.2\n${lines}`).coverage;
  expect(moved("given Floor: price = $2.50 per share\n").figuresOfTemplate).toEqual([]);
  expect(moved("Floor means $2.50 per share\n").figuresOfTemplate.map(({ text }) => text)).toEqual(["2.5"]);
  const all = (text: string) => covered(note, text).coverage.figuresOfText.map((it) => it.text);
  expect(all(contract)).toContain("$0.75");
  expect(
    covered(`${note}\nsection 3.2\ngiven Floor: price = $0.75 per share\n`).coverage.figuresOfText,
  ).not.toContainEqual(expect.objectContaining({ text: "$0.75" }));
});

test.each([
  ["the 61st calendar day", ["61"]],
  ["the 180th day and the 120th", ["180", "120"]],
  ["the second Trading Day after the fifth business day", ["2", "5"]],
  ["the second notice", []],
  ["including any Rule 12b-25 extension", []],
  ["on April 6, July 6 and October 6, 2025", ["2025-10-06"]],
])("the figures of %j", (text, digits) => {
  expect(figuresOf(text).map((it) => it.digits)).toEqual(digits);
});

test("a year of 360 days is that of a day count", () => {
  const text = contract.replace("eighty percent (80%)", "eighty percent (80%), on a 360-day year,");
  const figures = (dayCount: string) => {
    const interest = `Extra means interest at 5% per year on $1 from and including Issue Date to but excluding today by ${dayCount}\n`;
    const template = note.replace("section 1.2(a)", `section 1.2(a) "Price"\n${interest}section 1.2(a)`);
    return covered(template, text).coverage.figuresOfText.map((it) => it.text);
  };
  expect(figures("actual/360")).not.toContain("360");
  expect(figures("actual/365")).toContain("360");
});

test("a changed text makes clauses and stories stale, and a moved line break nothing", () => {
  expect(
    covered(note, contract, contract.replace("the lesser of $2.50\nand", "the\nlesser of $2.50 and")).stale?.sentences,
  ).toEqual([]);
  const { stale } = covered(note, contract, contract.replace("$2.50", "$2.75"));
  expect(
    stale?.sentences.map(({ change, sentence, clauses }) => [
      change,
      sentence.ordinal,
      clauses.map(({ title }) => title),
    ]),
  ).toEqual([
    ["gone", 1, ["Conversion Price"]],
    ["new", 1, ["Conversion Price"]],
  ]);
  expect(stale?.stories).toEqual(["the lesser of the two"]);
});

test.each([
  ["an amount of dollars", "more than $50,000.00 in all", ["50000"]],
  ["words and figures", "fifteen percent (15%) within twenty (20) days", ["15", "20"]],
  ["days and times", "on June 30, 2027 before 5:00 p.m.", ["2027-06-30", "17:00"]],
  [
    "no figures: parts, rules, acts, telephone numbers",
    "Section 1.4 and Rule 144 of the Act of 1933, clause (2) that, (516) 829-4691",
    [],
  ],
])("figures: %s", (_, text, digits) => {
  expect(figuresOf(text).map((it) => it.digits)).toEqual(digits);
});

test("terms that a text defines stand in quotes", () => {
  expect(termsDefined('the "Maturity Date" and "Interest Rate," but "not this"')).toEqual([
    "Maturity Date",
    "Interest Rate",
  ]);
});

test("the text of the example itself has the parts that its template has", () => {
  expect(readContract(contract).map(({ label }) => label)).toContain("1.2(a)");
});

describe("a deal term of the head", () => {
  const terms = note
    .replace("given Principal: money\n", "given Principal Amount: money = $400,000\n")
    .replaceAll("starts at Principal", "starts at Principal Amount");
  const of = (sentence: string) =>
    statusOf(covered(terms, contract.replace("1.2 ", `1.9 Amount. ${sentence}\n\n1.2 `)))["1.9 1"];

  test.each([
    ["whose figure and name the sentence has", "The principal of this Note is $400,000.", "encoded Principal Amount?"],
    ["whose figure alone it has", "The Company pays a fee of $400,000.", "uncovered"],
    ["whose name alone it has", "The principal amount is paid by wire.", "uncovered"],
  ])("says a sentence elsewhere: one %s", (_, sentence, status) => expect(of(sentence)).toBe(status));
});

describe("what a template names and the text does not have", () => {
  const against = (template: string, text = contract) =>
    contractFindings({ name, text: template }, { name: "harbour-note.txt", text }).map(({ code, message }) => [
      code,
      message,
    ]);

  test("is a finding of the template, once for each section", () => {
    const moved = note
      .replace('section 2.1 "Payment"', 'section 2.9 "Payment"')
      .concat('section 2.9 "Payment"\nLate holds when Principal is $1\n');
    expect(against(moved)).toEqual([["TN5241", "The contract's text has no section 2.9"]]);
    const beyond = note.replace("sentence 2\nMarket Price", "sentence 12\nMarket Price");
    expect(against(beyond)).toEqual([["TN5242", "Section 1.2(a) of the contract's text has no sentence 12"]]);
  });

  test("is nothing where all is there, or where the template does not parse", () => {
    expect(against(note)).toEqual([]);
    expect(against(`${note}section 9.9 "None"\nA means means\n`)).toEqual([]);
  });
});
