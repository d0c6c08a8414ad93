/** Clauses put in the places where a note uses them. */
import { expect, test } from "vitest";
import type { NamedText } from "../../src/index.ts";
import { check, compile, loadScenario, Replay } from "../../src/index.ts";
import { wordsOf } from "../../src/source/span.ts";
import { ensured } from "../support/acceptance.ts";

const head =
  'note "N"\n  language: 1\n  parties: Borrower, Holder\n  exists from: Issue Date\n\ngiven Issue Date: date = 2024-01-02\n';

function clause(title: string, statements: string, language = 1): NamedText {
  const name = `library/${title.replaceAll(" ", "-")}.tenor`;
  return { name, text: `clause "${title}"\n  language: ${language}\n${statements}` };
}

const fee = clause(
  "fee",
  "takes Base: money\ntakes Part: percent\ngives Fee\nFull Part means 2 * Part\nFee means Base * Full Part\n",
);

/** Code and message of each finding. */
function findings(text: string, ...clauses: readonly NamedText[]): string[] {
  return check(`${head}${text}`, "note.tenor", ...clauses).map(({ code, message }) => `${code}: ${message}`);
}

/** An answer on a day, as data. */
function answer(text: string, value: string, on: string, ...clauses: readonly NamedText[]): unknown {
  const template = ensured(compile(`${head}${text}`, "note.tenor", ...clauses));
  const scenario = { scenario: "s", note: "note", terms: {}, events: [], ask: [{ value, on }] };
  const loaded = ensured(loadScenario(template, { scenario: { name: "s.json", text: JSON.stringify(scenario) } }));
  const query = loaded.scenario.ask[0];
  if (query === undefined) throw new Error("no question");
  return ensured(new Replay(template, loaded).answer(query));
}

test("two uses of a clause keep their own names apart, whichever comes first", () => {
  const first = 'use "fee"\n  Base: $100\n  Part: 1%\n  Fee: Entry Fee\n';
  const second = 'use "fee"\n  Base: $200\n  Part: 5%\n  Fee: Exit Fee\n';
  const names = (text: string) => {
    const { program } = ensured(compile(head + text, "note.tenor", fee));
    return [...program.askable.keys()].toSorted();
  };
  expect(names(first + second)).toEqual(names(second + first));
  expect(names(first + second)).toContain("Full Part (fee: Exit Fee)");
});

test("what a note has no other name for keeps its own", () => {
  expect(findings('use "fee"\n  Base: $100\n  Part: 1%\nDouble Fee means 2 * Fee\n', fee)).toEqual([]);
});

test("reasons have the clause's words with the note's names and values", () => {
  const text = 'given Debt: money = $100\nuse "fee"\n  Base: Debt + $50\n  Part: 1%\n  Fee: Entry Fee\n';
  const { program } = ensured(compile(head + text, "note.tenor", fee));
  const written = [...program.definitions.values()].map((it) => wordsOf(it.value.span));
  expect(written).toContain("2 * 1%");
  expect(written).toContain("(Debt + $50) * Full Part");
});

test("a clause passes on to another what it takes itself", () => {
  const twice = clause(
    "twice",
    'takes Base: money\ntakes Part: percent\ngives Sum\nuse "fee"\n  Base: 2 * Base\n  Part: Part\n  Fee: Sum\n',
  );
  const use = 'use "twice"\n  Base: $100\n  Part: 5%\n  Sum: Whole Fee\n';
  expect(findings(use, twice, fee)).toEqual([]);
  // 2 × 100 × 2 × 5% = 20.
  expect(answer(use, "Whole Fee", "2024-02-01", twice, fee)).toMatchObject({ answer: "20" });
});

test("a day count may be taken", () => {
  const accrual = clause(
    "accrual",
    "takes Basis: day count\ntakes From Date: date\ngives Grown\nGrown means interest at 36% per year on $1,000 from and including From Date to but excluding today by Basis\n",
  );
  const use = (basis: string) => `use "accrual"\n  Basis: ${basis}\n  From Date: Issue Date\n  Grown: Grown\n`;
  // 10 days: 1,000 × 36% × 10 ÷ 360 = 10; ÷ 365 it is 3,600 ÷ 365.
  expect(answer(use("actual/360"), "Grown", "2024-01-12", accrual)).toMatchObject({ answer: "10" });
  expect(findings(use("Issue Date"), accrual)).not.toEqual([]);
});

test("an exception in a clause displaces a rule of the note, named with its section", () => {
  const half = clause(
    "half",
    "takes Halved: yes or no\nexcepts Price: price\nnotwithstanding Price\n  while: Halved\n  it is: 50% * Price\n",
  );
  const note = (rule: string) =>
    `section 1 "One"\nMarket Price means $3 per share\nsection 2 "Two"\nuse "half"\n  Halved: today is after 2024-01-31\n  Price: ${rule}\n`;
  expect(answer(note("Market Price under 1"), "Market Price", "2024-01-31", half)).toMatchObject({ answer: "3" });
  expect(answer(note("Market Price under 1"), "Market Price", "2024-02-01", half)).toMatchObject({ answer: "1.5" });
  expect(findings(note("Market Price"), half).map((it) => it.slice(0, 6))).toEqual(["TN2020"]);
  expect(findings(note("Market Price under 3"), half).map((it) => it.slice(0, 6))).toEqual(["TN2010"]);
});

test("a clause in another version of the language is refused at its use", () => {
  const later = clause("later", "gives Five\nFive means $5\n", 2);
  expect(findings('use "later"\n', later)).toEqual([
    "TN4021: This is written in version 2 of the language, and only version 1 is known here",
  ]);
});

test("a version is quoted as it is written, however long or in words", () => {
  const language = (version: string) => [...check(head.replace("language: 1", `language: ${version}`), "note.tenor")];
  const digits = "9".repeat(400);
  expect(language("14,000,000")[0]?.message).toContain("in version 14,000,000 of");
  expect(language("two")[0]?.message).toContain("in version two of");
  expect(language(digits)[0]?.message).toContain("in version 999");
  expect(language("one")).toEqual([]);
});

test("a value of each event without `its` in a clause is shown under the name that the clause has for it", () => {
  const paid = (rule: string) =>
    clause("paid", `takes Payment: event\ntakes Paid for each Payment: money\nchanges Owed: money\n${rule}`);
  const note =
    'event Money Received\n  Amount: money\nDebt starts at $100\nuse "paid"\n  Payment: Money Received\n  Paid: its Amount\n  Owed: Debt\n';
  const found = check(head + note, "note.tenor", paid("when Payment\n  Owed falls by Paid\n"));
  expect(found.map(({ message, help }) => [message, help])).toEqual([
    ["`Paid` is a value of each `Money Received`, not of the note", "write `its Paid`"],
  ]);
  expect(findings(note, paid("when Payment\n  Owed falls by its Paid\n"))).toEqual([]);
});

test("a clause by itself has to define what it gives, for the event that it says", () => {
  const codes = (statements: string) =>
    check(clause("c", statements).text, "c.tenor").map(({ code, message }) => `${code}: ${message}`);
  expect(codes("takes Sale: event\ngives Price for each Sale\nPrice for each Sale means $1 per share\n")).toEqual([]);
  expect(codes("takes Sale: event\ngives Price for each Sale\nPrice means $1 per share\n")).toEqual([
    "TN2022: The clause gives `Price for each Sale`, but nothing in it defines that",
  ]);
});

test("a mistake in a clause shows where it is used", () => {
  const wrong = clause("wrong", "takes Base: money\ngives Sum\nSum means Base + 1\n");
  const [finding] = check(`${head}use "wrong"\n  Base: $1\n  Sum: Sum\n`, "note.tenor", wrong);
  expect(finding?.span.source.name).toBe("library/wrong.tenor");
  expect(finding?.related.map(({ span, label }) => [span.source.name, label])).toContainEqual([
    "note.tenor",
    "used here",
  ]);
});

test.each(["as written", "the other way round"])("what a note hands to a clause may come back to it, %s", (order) => {
  const lateness = clause(
    "lateness",
    "takes Request: event\ntakes Owed for each Request: yes or no\n" +
      "gives Late Now for each Request\ngives Late Before for each Request\n" +
      "Late Now for each Request holds when its Owed\n" +
      "Late Before for each Request holds when its Owed as of 1 day before today\n",
  );
  const statements = [
    "event Notice\n  Amount: money\nevent Waiver for Notice\n",
    'use "lateness"\n  Request: Notice\n  Owed: it is Open and its Amount is more than $0\n',
    "Serious for each Notice holds when its Late Before or its Late Now\n",
    "Was Late for each Waiver is fixed as its Notice's Serious\n",
    "Regained for each Notice holds when some Waiver has (its Notice is this Notice and its Was Late)\n",
    "Open for each Notice holds when not its Regained\n",
  ];
  const text = head + (order === "as written" ? statements : statements.toReversed()).join("");
  expect(ensured(compile(text, "note.tenor", lateness)).program.definitions.size).toBe(6);
});
