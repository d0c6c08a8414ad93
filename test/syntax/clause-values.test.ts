/** What a note hands to a clause is read anew at each place where the clause reads it, through other clauses as well. */
import { expect, test } from "vitest";
import type { NamedText } from "../../src/index.ts";
import { check, compile, loadScenario, runScenario } from "../../src/index.ts";
import { ensured } from "../support/acceptance.ts";
import { isAboutUnused } from "../support/unused.ts";

const head =
  'note "N"\n  language: 1\n  parties: Borrower, Holder\n  exists from: Issue Date\n\ngiven Issue Date: date = 2024-01-02\n' +
  "event Loan by Borrower\n  Amount: money\nevent Fee by Borrower\n  Amount: money\nevent Issuance by Borrower\n  Amount: shares\n";

function clause(title: string, statements: string): NamedText {
  return { name: `library/${title}.tenor`, text: `clause "${title}"\n  language: 1\n${statements}` };
}

const twoEvents = clause(
  "two",
  "takes First: event\ntakes Second: event\ntakes Figure: money\n" +
    "gives Of First for each First\ngives Of Second for each Second\n" +
    "Of First for each First means Figure\nOf Second for each Second means Figure\n",
);
const inFold = clause(
  "fold",
  "takes First: event\ntakes Second: event\ntakes Figure: money\ngives Both for each First\n" +
    "Both for each First means Figure + (the sum of (2 * Figure) over Second events)\n",
);
const exception = clause(
  "exception",
  "takes First: event\ntakes Figure: money\nexcepts Price: money\n" +
    "notwithstanding Price\n  while: the sum of Figure over First events is more than $5\n  it is: Price + Figure\n",
);
const outer = clause(
  "outer",
  'takes Ev: event\ntakes Other: event\ntakes Sum: money\ngives Sums for each Ev\nuse "two"\n' +
    "  First: Ev\n  Second: Other\n  Figure: Sum * 2\n  Of First: Sums\n",
);

const loans = [
  { on: "2024-01-03", event: "Loan", Amount: "10" },
  { on: "2024-01-04", event: "Fee", Amount: "3" },
];

function findings(text: string, ...clauses: readonly NamedText[]) {
  const found = check(head + text, "note.tenor", ...clauses).filter((it) => !isAboutUnused(it));
  return found.map((it) => ({
    code: it.code,
    text: it.span.source.text.slice(it.span.start, it.span.end),
    related: it.related.map(({ span, label }) => `${span.source.name}: ${label}`),
  }));
}

/** What a value is on 5 January 2024. */
function answered(text: string, value: string, ...clauses: readonly NamedText[]): string | undefined {
  const template = ensured(compile(head + text, "note.tenor", ...clauses));
  const ask = [{ value, on: "2024-01-05" }];
  const scenario = { scenario: "s", note: "note", terms: {}, events: loans, ask };
  const loaded = ensured(loadScenario(template, { scenario: { name: "s.json", text: JSON.stringify(scenario) } }));
  const [first] = ensured(runScenario(template, loaded)).outcome.answers;
  return first === undefined || !("answer" in first) ? undefined : String(first.answer);
}

const useTwo = (first: string, second: string) =>
  `use "two"\n  First: ${first}\n  Second: ${second}\n  Figure: its Amount\n`;

test("under two events, a value is that of each", () => {
  const sums = "A means the sum of its Of First over Loan events\nB means the sum of its Of Second over Fee events\n";
  expect(answered(useTwo("Loan", "Fee") + sums, "A", twoEvents)).toBe("10");
  expect(answered(useTwo("Loan", "Fee") + sums, "B", twoEvents)).toBe("3");
});

test("where the second event has another kind of figure under the name, that is an error at the value", () => {
  expect(findings(useTwo("Loan", "Issuance"), twoEvents)).toEqual([
    {
      code: "TN3002",
      text: "its Amount",
      related: [
        "library/two.tenor: the clause takes it here: an amount of money",
        "note.tenor: a field, declared here",
        "library/two.tenor: the clause reads it here",
      ],
    },
  ]);
  expect(findings(useTwo("Issuance", "Loan"), twoEvents)).toMatchObject([{ code: "TN3002" }]);
});

test("in a sum over other events, a value is that of those events", () => {
  const use = (second: string) => `use "fold"\n  First: Loan\n  Second: ${second}\n  Figure: its Amount\n`;
  // $10 of the loan and twice the $3 of the fee.
  expect(answered(`${use("Fee")}A means the sum of its Both over Loan events\n`, "A", inFold)).toBe("16");
  expect(findings(use("Issuance"), inFold)).toMatchObject([{ code: "TN3002", text: "its Amount" }]);
});

test("what is wrong in a value is reported once, however often the clause reads it", () => {
  const use = useTwo("Loan", "Fee");
  expect(findings(use.replace("its Amount", "$1 + 5 shares"), twoEvents)).toMatchObject([
    { code: "TN3001", text: "5 shares" },
  ]);
  expect(findings(use.replace("its Amount", "its Zebra"), twoEvents)).toMatchObject([
    { code: "TN2003" },
    { code: "TN2003" },
  ]);
});

test("a value takes its kind from what the clause asks for", () => {
  expect(findings(useTwo("Loan", "Fee").replace("its Amount", "unlimited"), twoEvents)).toEqual([]);
});

test("a value that the clause does not read is of the kind that it asks for, too", () => {
  const idle = clause("idle", "takes Figure: money\ngives One\nOne means $1\n");
  expect(findings('use "idle"\n  Figure: 5 shares\n', idle)).toEqual([
    { code: "TN3002", text: "5 shares", related: ["library/idle.tenor: the clause takes it here: an amount of money"] },
  ]);
  expect(findings('use "idle"\n  Figure: $5\n', idle)).toEqual([]);
  expect(findings('use "idle"\n  Figure: Zebra\n', idle)).toMatchObject([{ code: "TN2001" }]);
});

test("a value that speaks of an event is refused where the clause speaks of none", () => {
  const use = 'Cost means $1\nuse "exception"\n  First: Loan\n  Price: Cost under 7\n  Figure: its Amount\n';
  expect(findings(`section 7 "a"\n${use}`, exception)).toMatchObject([{ code: "TN2004", text: "its Amount" }]);
  expect(findings(`section 7 "a"\n${use.replace("its Amount", "$2")}`, exception)).toEqual([]);
});

test("events and values are handed on through two clauses", () => {
  const use = (other: string) => `use "outer"\n  Ev: Loan\n  Other: ${other}\n  Sum: its Amount\n  Sums: Doubled\n`;
  // Twice $10.
  const sum = "A means the sum of its Doubled over Loan events\n";
  expect(answered(use("Fee") + sum, "A", outer, twoEvents)).toBe("20");
  expect(findings(use("Issuance") + sum, outer, twoEvents)).toMatchObject([{ code: "TN3002", text: "its Amount" }]);
});

test("a clause that uses another may be used twice, and keeps what it gets from it to itself", () => {
  const inner = clause("inner", "takes In: number\ngives Twice\nTwice means In * 2\n");
  const named = clause(
    "named",
    'takes In: number\ngives Four\nuse "inner"\n  In: In\n  Twice: Double\nFour means Double * 2\n',
  );
  const unnamed = clause("unnamed", 'takes In: number\ngives Four\nuse "inner"\n  In: In\nFour means Twice * 2\n');
  for (const middle of [named, unnamed]) {
    const title = middle === named ? "named" : "unnamed";
    const use = (figure: number, name: string) => `use "${title}"\n  In: ${figure}\n  Four: ${name}\n`;
    const text = use(1, "First") + use(2, "Second");
    // 1 × 2 × 2 and 2 × 2 × 2; the note may have a name like the clause's own.
    expect(answered(text, "First", middle, inner)).toBe("4");
    expect(answered(`${text}Twice means $1\nDouble means $1\n`, "Second", middle, inner)).toBe("8");
  }
});

test("what is wrong in a clause within a clause shows both uses", () => {
  const inner = clause("inner", "takes In: number\ngives Twice\nTwice means In + $1\n");
  const middle = clause("middle", 'takes In: number\ngives Twice\nuse "inner"\n  In: In\n');
  expect(findings('use "middle"\n  In: 2\n', middle, inner)).toEqual([
    {
      code: "TN3001",
      text: "$1",
      related: expect.arrayContaining(["library/middle.tenor: used here", "note.tenor: used here"]),
    },
  ]);
});

test("a statement of a clause that does not parse is an error in the clause, with its use", () => {
  const payments = clause("payments", "takes Payment: event\nchanges Owed: money\nwhem Payment\n  Owed falls by $1\n");
  const middle = clause(
    "middle",
    'takes Payment: event\nchanges Owed: money\nuse "payments"\n  Payment: Payment\n  Owed: Owed\n',
  );
  const use = (title: string) => `Owed starts at $5\nuse "${title}"\n  Payment: Loan\n  Owed: Owed\n`;
  const found = { code: "TN1028", text: "whem" };
  expect(findings(use("payments"), payments)).toEqual([{ ...found, related: ["note.tenor: used here"] }]);
  expect(findings(use("middle"), middle, payments)).toEqual([
    { ...found, related: ["library/middle.tenor: used here", "note.tenor: used here"] },
  ]);
});

test("a clause that is not used is not checked with the note", () => {
  expect(findings("", clause("broken", "whem Payment\n"))).toEqual([]);
});
