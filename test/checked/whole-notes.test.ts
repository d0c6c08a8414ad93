/** What is found in a note as a whole: sections of one number or without clauses, and names that nothing reads. */
import { describe, expect, test } from "vitest";
import { checkSource } from "../../src/driver/templates.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import { textOf } from "../../src/source/span.ts";
import { head } from "./findings.ts";

/** Code and text under the carets of each finding. */
function found(text: string, ...additions: readonly string[]): string[] {
  const more = additions.map((it, index) => new SourceFile(`more-${index}.tenor`, it));
  const { diagnostics } = checkSource(new SourceFile("note.tenor", head + text), more);
  return diagnostics.map(({ code, span }) => `${code} ${textOf(span)}`);
}

const notice = "event Notice\n  Amount: money\n";
const rule = "Taken starts at $0\nwhen Notice\n  Taken rises by its Amount\n";

describe("a deal term", () => {
  const used = (more: string) => `given Cap: money = $5\nsection 1 "One"\nA means $1\n${more}`;

  test.each([
    ["that no clause uses", used(""), ["TN4030 Cap"]],
    [
      "that only a test speaks of",
      used('test "a"\n  with: Cap = $6\n  expect: Cap on 2024-01-05 is $6\n'),
      ["TN4030 Cap"],
    ],
    [
      "whose name an event has as well",
      used("event Notice\n  Cap: money\nB means the number of Notice events\n"),
      ["TN4030 Cap"],
    ],
    [
      "whose name stands in a text",
      used('event Notice\n  Memo: text\nB for each Notice holds when its Memo is "Cap"\n'),
      ["TN4030 Cap"],
    ],
    [
      "whose name a duty has as well",
      used(
        `${notice}the Borrower must pay its Amount to Holder by today while today is Issue Date for each Notice called Cap\n`,
      ),
      ["TN4030 Cap"],
    ],
    [
      "whose name a power has as well",
      used(`${notice}the Holder may give Notice called Cap\n  only if today is Issue Date, else "no"\n`),
      ["TN4030 Cap"],
    ],
    [
      "whose name a prohibition has as well",
      used(`${notice}the Borrower must not give Notice unless today is Issue Date, called Cap\n`),
      ["TN4030 Cap"],
    ],
    ["that is used nowhere, in a draft without sections", "given Cap: money = $5\nA means $1\n", []],
    ["that a value uses", used("B means Cap\n"), []],
    ["that another deal term starts at", `given Floor: money = Cap\n${used("B means Floor\n")}`, []],
    ["that a role marks", used('role "cap on issuance": Cap\n'), []],
    // The misspelt use is the one thing to mend.
    ["that is misspelt where it is used", used("B means Capp\n"), ["TN2001 Capp"]],
  ])("%s", (_, text, expected) => expect(found(text)).toEqual(expected));

  test("that is handed to a clause", () => {
    const clause =
      'clause "double"\n  language: 1\ntakes Base Amount: money\ngives Doubled\nDoubled means 2 * Base Amount\n';
    expect(found(used('use "double"\n  Base Amount: Cap\n  Doubled: Twice\n'), clause)).toEqual([]);
  });
});

describe("an event", () => {
  const inSection = (more: string) => `section 1 "One"\n${notice}${more}`;

  test.each([
    ["that no clause looks at", inSection("Taken starts at $0\n"), ["TN4031 Notice"]],
    [
      "that happens in a test, and changes nothing",
      inSection('A means $1\ntest "a"\n  on 2024-01-05: Notice, Amount $5\n  expect: A on 2024-01-05 is $1\n'),
      ["TN4031 Notice"],
    ],
    ["that changes something", inSection(rule), []],
    ["whose figures are summed", inSection("A means the sum of its Amount over Notice events\n"), []],
    ["that gives values", inSection("Half for each Notice means its Amount / 2\n"), []],
    ["that a condition looks at", inSection("Given Up holds when Notice has happened\n"), []],
    ["that a party may give", inSection("the Holder may give Notice\n  only if today is after Issue Date\n"), []],
    ["that a party must give", inSection("the Holder must give Notice by 2024-02-01 called Answer\n"), []],
    ["that ends a status", inSection("event Recall\nOpen holds from Notice until Recall\n"), []],
  ])("%s", (_, text, expected) => expect(found(text)).toEqual(expected));
});

describe("sections", () => {
  test.each([
    ["two of one number", 'section 2.1 "A"\nB means $1\nsection 2.1 "C"\nD means $1\n', ["TN2023 2.1"]],
    [
      "two of one number, apart",
      'section 2 "A"\nB means $1\nsection 3 "C"\nD means $1\nsection 2 "E"\nF means $1\n',
      ["TN2023 2"],
    ],
    [
      "one that goes on under its title",
      'section 2 "A"\nB means $1\nsection 3 "C"\nD means $1\nsection 2 "A"\nF means $1\n',
      [],
    ],
    [
      "one that goes on under its number",
      'section 2 "A"\nB means $1\nsection 3 "C"\nD means $1\nsection 2\nF means $1\n',
      [],
    ],
    ["one with nothing in it, at the end", 'section 1 "A"\nB means $1\nsection 2 "C"\n', ["TN4032 2"]],
    ["one with nothing in it, before another", 'section 1 "A"\nsection 2 "C"\nB means $1\n', ["TN4032 1"]],
    ["one opened for its parts", 'section 1 "A"\nsection 1.1 "C"\nB means $1\n', []],
    ["one opened for its lettered parts", 'section 1.2 "A"\nsection 1.2(a) "C"\nB means $1\n', []],
    ["one whose number only begins like another", 'section 1 "A"\nsection 10 "C"\nB means $1\n', ["TN4032 1"]],
    ["one that says something in words", 'section 1 "A"\nin words: "later"\n', []],
  ])("%s", (_, text, expected) => expect(found(text)).toEqual(expected));
});

describe("a name that nothing reads", () => {
  const event = (name: string) => `${name} occurs\n  when today is after Issue Date\n`;
  const defaults = event("Event of Default");
  const called = "Called holds when Event of Default\n";

  test.each([
    [
      "a kind of default, a letter swapped",
      `${defaults}${event("Event of Defualt")}${called}`,
      ["TN2024 Event of Defualt"],
    ],
    [
      "a kind of default, a letter left out",
      `${event("Event of Defalt")}${defaults}${called}`,
      ["TN2024 Event of Defalt"],
    ],
    [
      "two kinds that nothing reads: the later one",
      `${defaults}${event("Event of Defaullt")}`,
      ["TN2024 Event of Defaullt"],
    ],
    [
      "a value like another",
      "Conversion Price means $1\nConversoin Price means $2\nA means Conversion Price\n",
      ["TN2024 Conversoin Price"],
    ],
    [
      "a state like a value",
      "Conversion Price means $1\nConversion Pricce starts at $2\n",
      ["TN2024 Conversion Pricce"],
    ],
    [
      "a kind of default that is read",
      `${defaults}${event("Event of Defualt")}${called}A holds when Event of Defualt\n`,
      [],
    ],
    [
      "an account like another",
      "account Late Charges owed by Borrower to Holder\naccount Late Chargse owed by Borrower to Holder\nA means unpaid Late Charges\n",
      ["TN2024 Late Chargse"],
    ],
    [
      "an account like a value",
      "Late Charges means $1\naccount Late Chargse owed by Borrower to Holder\nA means Late Charges\n",
      [],
    ],
    [
      "a value like an account",
      "account Late Charges owed by Borrower to Holder\nLate Chargse means $1\nA means unpaid Late Charges\n",
      [],
    ],
    [
      "a status like another",
      `event Recall\n${notice}Open Period holds from Notice until Recall\nOpen Peroid holds from Notice until Recall\nA holds when Open Period\n`,
      ["TN2024 Open Peroid"],
    ],
    [
      "a deal term like a value",
      "Cap Amount means $1\ngiven Cap Amuont: money = $5\nA means Cap Amount\n",
      ["TN2024 Cap Amuont"],
    ],
    ["a deal term of another type", "Cap Amount means $1\ngiven Cap Amuont: date\nA means Cap Amount\n", []],
    ["a kind of default with another name", `${defaults}${event("Trigger Event")}${called}`, []],
    ["a value of another type", "Base Price means $1\nBase Pride means 2\n", []],
    ["a name that differs by a letter of its own", "Series A Amount means $1\nSeries B Amount means $2\n", []],
    ["a name that differs by a figure", "Tranche1 Amount means $1\nTranche2 Amount means $2\n", []],
    ["a name that differs by its first letter", "Base Note means $1\nBase Vote means $2\n", []],
    ["the plural of another", "Coupon Payment means $1\nCoupon Payments means $2\n", []],
  ])("%s", (_, text, expected) => expect(found(text)).toEqual(expected));
});

test.each([
  ["a section that comes again", 'section 2.1 "A"\nB means $1\nsection 2.1 "C"\nD means $1\n', "2.1"],
  ["an empty section", 'section 2.7 "A"\n', "2.7"],
  ["a deal term", 'given Cap: money = $5\nsection 1 "One"\nA means $1\n', "`Cap`"],
  [
    "a name that nothing reads",
    "Conversion Price means $1\nConversoin Price means $2\nA means Conversion Price\n",
    "`Conversoin Price`",
  ],
])("the finding names what it is about: %s", (_, text, name) => {
  const { diagnostics } = checkSource(new SourceFile("note.tenor", head + text));
  expect(diagnostics.map(({ message }) => message)).toEqual([expect.stringContaining(name)]);
});

test("many names that are alike are compared in time that fits their number", () => {
  const lines = Array.from(
    { length: 3000 },
    (_, index) => `Amount ${"ABCDEFGHIJ"[index % 10]}${"klmnopqrst".repeat(3)}${index} means $1`,
  );
  const start = performance.now();
  expect(found(`${lines.join("\n")}\n`)).toEqual([]);
  expect(performance.now() - start).toBeLessThan(10_000);
});
