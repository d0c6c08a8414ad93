/** The one style: what it does to a text, and what it never does. */
import { fc, test as property } from "@fast-check/vitest";
import { describe, expect, test } from "vitest";
import { tokenize } from "../../grammar/tokenize.ts";
import { printStatement } from "../../src/format/print.ts";
import { formatTemplate, parse } from "../../src/index.ts";
import { statement, withoutPlaces } from "../syntax/trees.ts";

function formatted(text: string): string {
  const made = formatTemplate(text);
  if (!made.ok) throw new Error(made.diagnostics.map(({ message }) => message).join("; "));
  return made.value;
}

test("the lines of a story stay in their order, each under the story", () => {
  const story = `test "a"
  market: "flat"
  continues: "b"
  reading: "r" = "c"
  with: Fee = $5
  expect: Fee on 2025-01-31 is $5
  on 2025-02-01: Sale
`;
  expect(formatted(story)).toBe(story);
  expect(formatted(story.replaceAll("\n  ", "\n      "))).toBe(story);
});

test("a file of stories has no head, and the amounts of its note's currencies", () => {
  const stories = `test "a"
  with: Price = NOK 100   per share
  with: Rate = NOK  8.25 per EUR
  on 2025-02-01: Note Sold for "abc", Amount EUR 5
  expect: ABC 2 Sold on 2025-02-01 is NOK 0
`;
  expect(formatted(stories)).toBe(stories.replace("100   per", "100 per").replace("NOK  8", "NOK 8"));
  expect(formatTemplate(`note "N"\n  language: 1\n  parties: A, B\n\nFee means NOK 5 per share\n`).ok).toBe(false);
});

describe("the one style", () => {
  test.each([
    ["one blank between words, none inside brackets", "Cost  means ( Fee+Tax )*2", "Cost means (Fee + Tax) * 2"],
    [
      "each line of a statement on its own line",
      'note "N" language: 1 parties: A, B',
      'note "N"\n  language: 1\n  parties: A, B',
    ],
    [
      "two blanks of indentation",
      'reading "r"\n      choices: "a", "b"\n\t chosen: "a"',
      'reading "r"\n  choices: "a", "b"\n  chosen: "a"',
    ],
    ["an author's line break stays", "Cost means Fee\n        + Tax", "Cost means Fee\n  + Tax"],
    [
      "what runs on stands apart from the lines under it",
      "when Sale if Open\n and Late\n Cost becomes $0",
      "when Sale if Open\n    and Late\n  Cost becomes $0",
    ],
    [
      "a line that runs on inside brackets stands further in",
      "Cost means 2 * (Fee\n + Tax)",
      "Cost means 2 * (Fee\n    + Tax)",
    ],
    [
      "a list stands under the line that it belongs to",
      "Cost means\n  the total of (i) Fee (ii) Tax",
      "Cost means\n  the total of\n    (i) Fee\n    (ii) Tax",
    ],
    [
      "other wordings and brackets that are not needed stay",
      "Open holds when (Cost is  not less than Fee)",
      "Open holds when (Cost is not less than Fee)",
    ],
    [
      "a comment above and one behind",
      "-- above\nCost means Fee    -- behind\n  + Tax",
      "-- above\nCost means Fee -- behind\n  + Tax",
    ],
    [
      "one blank line for several, and none at the ends",
      "\n\nCost means Fee\n\n\n\n-- about Tax\n\nTax means $1\n\n",
      "Cost means Fee\n\n-- about Tax\n\nTax means $1",
    ],
    [
      "a comment at the end of a text stays at the margin",
      "Cost means Fee\n\n-- the end",
      "Cost means Fee\n\n-- the end",
    ],
  ])("%s", (_, written, expected) => {
    expect(formatted(written)).toBe(`${expected}\n`);
  });

  test("a line of more than 120 characters breaks where fewest brackets are open, before the last word that fits", () => {
    const sum = "(the first business day on or after Maturity Date as of Closing Date, or else Closing Date)";
    const long = `Payment Date means ${sum} if Payment Rolls, otherwise ${sum}`;
    expect(formatted(long)).toBe(`Payment Date means ${sum}\n  if Payment Rolls,\n  otherwise ${sum}\n`);
  });

  test("a text in quotes is never broken, and nothing breaks for its sake", () => {
    const line = `in words, the Holder may: "${"surrender the Note ".repeat(9)}"`;
    expect(formatted(line)).toBe(`${line}\n`);
  });

  test("line ends stay as they are in the file", () => {
    expect(formatted("Cost  means Fee\r\nTax means $1\r\n")).toBe("Cost means Fee\r\nTax means $1\r\n");
  });

  test("a range changes the statements on its lines only", () => {
    const made = formatTemplate("Cost  means Fee\nTax  means $1\nFee  means $2\n", "t.tenor", { first: 2, last: 2 });
    expect(made).toEqual({ ok: true, value: "Cost  means Fee\nTax means $1\nFee  means $2\n" });
  });

  test("a text that does not parse is refused", () => {
    const made = formatTemplate("Cost means (Fee\nTax means $1\n");
    expect(made.ok).toBe(false);
  });

  test("a comment inside a phrase has no other place, and its statement stays as it is", () => {
    const text = "Cost means the lesser -- of two\n    of Fee and  Tax\n";
    expect(formatted(text)).toBe(text);
  });
});

const gap = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(" ", "  ", "\n ", "\n\n    ", "\t") },
  fc.stringMatching(/^[a-z (),:"-]{0,12}$/).map((words) => ` -- ${words.replaceAll("--", "")}\n   `),
  fc.stringMatching(/^[a-z ]{0,12}$/).map((words) => `\n-- ${words}\n  `),
);

/** The same words with other white space and comments between them. */
const writtenAnyhow = fc.tuple(statement, fc.infiniteStream(gap)).map(([made, gaps]) => {
  const { tokens } = tokenize(printStatement(made));
  return tokens.map(({ image }, index) => (index === 0 ? image : `${gaps.next().value ?? " "}${image}`)).join("");
});

/** Whether the random white space left the words as they were: two names may have become one, for example. */
function isStatement(text: string): boolean {
  const { value, diagnostics } = parse(text);
  return diagnostics.length === 0 && value.statements.length === 1;
}

property.prop([writtenAnyhow], { numRuns: 2000 })(
  "however a statement is written, its words and comments stay",
  (text) => {
    fc.pre(isStatement(text));
    const once = formatted(text);
    expect(wordsOf(once)).toEqual(wordsOf(text));
    expect(withoutPlaces(parse(once).value.statements)).toEqual(withoutPlaces(parse(text).value.statements));
    expect(formatted(once)).toBe(once);
  },
);

function wordsOf(text: string) {
  const { tokens, comments } = tokenize(text);
  return {
    words: tokens.map(({ image }) => image.replaceAll(/\s+/g, " ")),
    comments: comments.map(({ startOffset, length }) => text.slice(startOffset, startOffset + length).trimEnd()),
  };
}
