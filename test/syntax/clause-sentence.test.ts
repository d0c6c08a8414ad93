/** The sentence of a clause with the names of a note in it, and what `check` finds in one. */
import { describe, expect, test } from "vitest";
import { check, parse } from "../../src/index.ts";
import { namesInSentence, sentenceWith } from "../../src/syntax/clauses/clause-sentence.ts";

const head =
  'note "Example"\n  language: 1\n  parties: Borrower, Holder\n  exists from: Issue Date\ngiven Issue Date: date\n';

/** What a use of some clause has for each name, one a line. */
function bound(lines: string) {
  const { statements } = parse(`use "c"\n${lines}`, "note.tenor").value;
  const use = statements.find((it) => it.kind === "Use");
  return new Map(use?.bindings.map(({ name, value }) => [name.text, value] as const));
}

describe("a sentence", () => {
  test.each([
    [
      "has the note's names and figures",
      "[Price] is the lowest of [Days] day(s)",
      "  Price: Market Price\n  Days: 20\n",
      "Market Price is the lowest of 20 days",
    ],
    ["counts one", "[Days] day(s) before, [More] day(s) after", "  Days: 1\n  More: 2\n", "1 day before, 2 days after"],
    ["keeps a name that the note does not name", "[Price] is [Floor]", "  Floor: $1\n", "Price is $1"],
    ["is one line, without comments", "[A]", "  A: $1 -- one\n    + $2\n", "$1 + $2"],
    ["has texts in other quotation marks", "if [A]", '  A: "grace" is read "free"\n', "if “grace” is read “free”"],
    [
      "leaves out what is no",
      "a price{, but not if [A]}{; at once if [B]}",
      "  A: no\n  B: Late\n",
      "a price; at once if Late",
    ],
    ["does not say that what is yes is so", "a price{; for good if [A]}", "  A: yes\n", "a price; for good"],
  ])("%s", (_, sentence, lines, words) => {
    expect(sentenceWith(sentence, bound(lines))).toBe(words);
  });

  test("names what is in brackets, in braces too", () => {
    expect(namesInSentence("[A B] is [C]{ if [D]}")).toEqual(["A B", "C", "D"]);
  });
});

function clause(sentence: string) {
  const text = `clause "double"\n  language: 1\n${sentence}takes Base: money\ngives Doubled\nDoubled means 2 * Base\n`;
  return { name: "library/double.tenor", text };
}

const note = (says: string) => `${head}use "double"\n${says}  Base: $3\n  Doubled: Six\nFee means Six\n`;
const said = '  sentence: "[Doubled] is twice [Base]"\n';

test.each([
  ["the sentence of the clause", '  says: "Six is twice $3"\n', said, []],
  ["with other blanks", '  says: "Six  is twice $3"\n', said, []],
  ["none", "", said, []],
  ["another figure", '  says: "Six is twice $4"\n', said, ['TN2090 write "Six is twice $3"']],
  [
    "a sentence where the clause has none",
    '  says: "Six is twice $3"\n',
    "",
    ["TN2091 give the clause a line `sentence:`, with the names that it takes in brackets, or leave this line out"],
  ],
])("a use may have %s", (_, says, sentence, wanted) => {
  const found = check(note(says), "note.tenor", clause(sentence)).filter(({ code }) => code.startsWith("TN209"));
  expect(found.map(({ code, help }) => `${code} ${help}`)).toEqual(wanted);
});

test("another sentence has a fix that gives what the clause says, and the note still runs", () => {
  const text = note('  says: "Six is twice $4"\n');
  const [finding] = check(text, "note.tenor", clause(said)).filter(({ code }) => code === "TN2090");
  expect(finding?.severity).toBe("warning");
  const { span, text: right = "" } = finding?.fix ?? {};
  const mended = text.slice(0, span?.start) + right + text.slice(span?.end);
  expect(mended).toBe(note('  says: "Six is twice $3"\n'));
});

test.each([
  ["all names", said, []],
  ["a name that there is not", '  sentence: "[Doubled] is twice [Bass]"\n', ["TN2092 write [Base]"]],
  [
    "not all that it takes",
    '  sentence: "[Doubled] is twice something"\n',
    ["TN2093 say it in the sentence, as [Base]"],
  ],
])("the sentence of a clause has %s", (_, sentence, wanted) => {
  const { name, text } = clause(sentence);
  expect(check(text, name).map(({ code, help }) => [code, ...(help === undefined ? [] : [help])].join(" "))).toEqual(
    wanted,
  );
});
