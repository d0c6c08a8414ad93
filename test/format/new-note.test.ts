/** Notes put together from pieces: whatever is answered, they check clean, are in the one style, and their stories pass. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { NoteQuestion } from "../../src/index.ts";
import {
  check,
  compile,
  formatTemplate,
  isAsked,
  loadStory,
  newNote,
  questionsFrom,
  Replay,
  readAnswer,
  storiesOf,
  withDefaults,
} from "../../src/index.ts";
import { randomFor } from "../../tools/fuzz/random.ts";
import { clausesFor } from "../support/library.ts";

const questions = questionsFrom(readFileSync("terms/new-note/questions.json", "utf8"));
const pieces = readFileSync("terms/new-note/note.pieces", "utf8");

/** What to answer where the figure itself does not matter. */
const figures: Readonly<Record<string, readonly string[]>> = {
  percent: ["12.5%"],
  amount: ["$0.25"],
  count: ["4"],
  "percent or none": ["none", "9.99%"],
  "amount or none": ["none", "$750"],
};

const possible = ({ kind, choices, byDefault }: NoteQuestion): readonly string[] =>
  choices === undefined ? (figures[kind] ?? [byDefault]) : Object.keys(choices);

/** Answers drawn at random to all that is asked. */
function drawn(index: number): Map<string, string> {
  const random = randomFor(11, index);
  const answers = new Map<string, string>();
  for (const question of questions) {
    if (isAsked(question, answers)) answers.set(question.name, random.pick(possible(question)));
  }
  return answers;
}

/** How many questions of each story hold and fail. */
function testsOf(template: string, prices: string | undefined): { readonly passed: number; readonly failed: string[] } {
  const compiled = compile(template, "note.tenor", ...clausesFor(template));
  if (!compiled.ok) throw new Error(compiled.diagnostics.map(({ message }) => message).join("\n"));
  const data = prices === undefined ? {} : { market: { name: "note.prices.csv", text: prices } };
  const verdicts = storiesOf(compiled.value).flatMap((story) => {
    const loaded = loadStory(compiled.value, story, data);
    if (!loaded.ok) throw new Error(loaded.diagnostics.map(({ message }) => message).join("\n"));
    const told = new Replay(compiled.value, loaded.value).test();
    return told.ok ? told.value : [];
  });
  const failed = verdicts.filter(({ passed }) => !passed).map(({ question }) => question.value);
  return { passed: verdicts.length - failed.length, failed };
}

const draws = Array.from({ length: 60 }, (_, index) => drawn(index));

test.each([new Map<string, string>(), ...draws].map((answers) => [[...answers].slice(3).join(" "), answers] as const))(
  "%s",
  (_, answers) => {
    const { template, prices } = newNote(questions, pieces, answers, "note.prices.csv");
    expect(check(template, "note.tenor", ...clausesFor(template))).toEqual([]);
    expect(formatTemplate(template)).toEqual({ ok: true, value: template });
    const { passed, failed } = testsOf(template, prices);
    expect(failed).toEqual([]);
    expect(passed).toBeGreaterThan(5);
    expect(template).not.toMatch(/<[a-z]/);
  },
);

test("the draws have each answer beside each answer to another question, where both are asked", () => {
  const asked = draws.map((it) => withDefaults(questions, it));
  const choices = questions.filter((it) => possible(it).length > 1);
  const missing = choices.flatMap((one, index) =>
    choices.slice(index + 1).flatMap((other) =>
      possible(one).flatMap((first) =>
        possible(other).flatMap((second) => {
          const given = new Map([
            [one.name, first],
            [other.name, second],
          ]);
          const both = withDefaults(questions, given);
          // A pair that an answer leaves unasked can't be drawn.
          const canBe = both.get(one.name) === first && both.get(other.name) === second;
          const isDrawn = asked.some((it) => it.get(one.name) === first && it.get(other.name) === second);
          return canBe && !isDrawn ? [`${one.name} ${first}, ${other.name} ${second}`] : [];
        }),
      ),
    ),
  );
  expect(missing).toEqual([]);
});

test("what nobody answered is marked, and listed; what was answered is not", () => {
  const { template, blanks } = newNote(questions, pieces, new Map([["rate", "7%"]]), "");
  expect(blanks.map(({ name }) => name)).toContain("price");
  expect(blanks.map(({ name }) => name)).not.toContain("rate");
  expect(template).toContain("given Interest Rate: rate = 7% per year\n");
  expect(template).toContain("given Price at Issue: price = $1.00 per share, not restated for splits -- to settle\n");
  expect(template).toMatch(/^-- To settle, as nobody has answered: title \(Convertible Note\), issuer/);
});

test("deal terms without a value are what a scenario gives", () => {
  const { dealTerms } = newNote(questions, pieces, new Map([["conversion", "none"]]), "");
  expect(dealTerms).toEqual(["Principal", "Issue Date", "Maturity Date"]);
});

const question = (name: string): NoteQuestion => {
  const found = questions.find((it) => it.name === name);
  if (found === undefined) throw new Error(`nothing asks for ${name}`);
  return found;
};

test.each([
  ["rate", "8", "8%"],
  ["rate", "8.25 %", "8.25%"],
  ["price", "1.50", "$1.50"],
  ["price", "$1,500", "$1,500"],
  ["limit", "none", "none"],
  ["penalty", "2000", "$2000"],
  ["issuer", "Loan Company", "Loan Company"],
])("%s: %s is %s", (name, written, value) => {
  expect(readAnswer(question(name), written, new Map())).toEqual({ value });
});

test.each([
  ["rate", "none", "write a percentage such as 6%"],
  ["rate", "eight", "write a percentage such as 6%"],
  ["price", "$1 or so", "write an amount such as $1.50"],
  ["limit", "no", "write a percentage such as 6%, or none"],
  ["days", "0", "write a whole number from 1"],
  ["issuer", "the company", "write a name whose words begin with capitals, such as Company"],
  ["issuer", "Holder of", "write a name whose words begin with capitals, such as Company"],
  ["title", 'A "Note"', "write words without quotes"],
  ["interest", "yearly", "it is one of none, maturity, quarterly, monthly"],
])("%s: %s is refused", (name, written, why) => {
  expect(readAnswer(question(name), written, new Map())).toEqual({
    wrong: `"${written}" does not answer ${name}: ${why}`,
  });
});

test("a count is at most the one that bounds it", () => {
  expect(readAnswer(question("lowest"), "5", new Map([["days", "4"]]))).toEqual({
    wrong: "lowest is at most days, which is 4",
  });
});
