/**
 * Whatever is said of a comparison in words of English says the same of two values. What each means is written here by hand,
 * for a first value that is less, equal and more; what is suggested is run on a grid of figures and of days.
 */
import { describe, expect, test } from "vitest";
import { allNames, isIn, wordingsOf } from "../../grammar/words.ts";
import { compile, loadScenario, Replay } from "../../src/index.ts";
import { SourceFile } from "../../src/source/source-file.ts";
import { parse } from "../../src/syntax/parse.ts";

type Truth = readonly [whenLess: boolean, whenEqual: boolean, whenMore: boolean];
const truths = {
  "<": [true, false, false],
  "<=": [true, true, false],
  "=": [false, true, false],
  ">=": [false, true, true],
  ">": [false, false, true],
  "<>": [true, false, true],
} as const satisfies Record<string, Truth>;

const signs = ["<", "<=", "=", ">=", ">", "<>"] as const;

const figures: Readonly<Record<keyof typeof truths, readonly string[]>> = {
  "<": [
    ...["is less than", "is lower than", "is smaller than", "is fewer than", "is below", "is under", "is short of"],
    ...["is not at least", "is exceeded by", "is surpassed by", "does not reach", "fails to reach", "falls short of"],
    ...["falls below", "drops below", "lies below", "remains below", "stays below", "is less than but not equal to"],
    ...["is strictly less than", "doesn't meet", "can't reach", "closes below", "<"],
    ...["is not ≥", "is not >=", "is still less than"],
  ],
  "<=": [
    ...[
      "is at most",
      "is not more than",
      "is no more than",
      "is not greater than",
      "is no higher than",
      "is not above",
    ],
    ...["does not exceed", "doesn't exceed", "shall not exceed", "may not exceed", "cannot exceed", "can't exceed"],
    ...[
      "fails to exceed",
      "is up to",
      "is a maximum of",
      "is at a maximum",
      "is less than or equal to",
      "is less than or equal",
      "is at or below",
    ],
    ...[
      "is equal to or less than",
      "is equal or less than",
      "is below or equal to",
      "is not in excess of",
      "is within",
    ],
    ...["is not any more than", "isn't more than", "is limited to", "is not strictly more than", "is not over", "=<"],
    ...["≤", "is not >", "is not greater", "must be at most", "may be up to", "does not rise above"],
  ],
  "=": [
    ...["is", "is equal to", "equals", "is exactly", "is precisely", "is the same as", "is identical to", "amounts to"],
    ...[
      "is not unequal to",
      "is not different from",
      "does not differ from",
      "is neither more nor less than",
      "matches",
    ],
    ...["totals", "stands at", "is no different from", "=="],
  ],
  ">=": [
    ...["is at least", "is not less than", "is no less than", "is no fewer than", "is not below", "is not lower than"],
    ...[
      "is greater than or equal to",
      "is more than or equal",
      "is equal to or more than",
      "equals or exceeds",
      "exceeds or equals",
      "reaches",
    ],
    ...["is equal to or exceeds", "meets or exceeds", "meets", "is a minimum of", "is at a minimum", "is at or above"],
    ...[
      "is above or equal to",
      "is larger than or the same as",
      "is not exceeded by",
      "does not fall below",
      ">=",
      "=>",
    ],
    ...["does not fall short of", "is not short of", "amounts to at least", "totals at least", "must be at least"],
    ...[
      "cannot be less than",
      "shall not be less than",
      "is not any less than",
      "isn't below",
      "is not <",
      "stays at or above",
    ],
  ],
  ">": [
    ...["is more than", "is greater than", "is higher than", "is larger than", "exceeds", "is above", "is over"],
    ...["is in excess of", "is beyond", "is not at most", "surpasses", "outnumbers", "rises above", "remains above"],
    ...[
      "is more than but not equal to",
      "is strictly greater than",
      "is not up to",
      "is not up to and including",
      "is not within",
      ">",
      "is not ≤",
    ],
  ],
  "<>": [
    ...["is not", "is not equal to", "does not equal", "is unequal to", "is different from", "differs from", "!="],
    ...["is other than", "is anything but", "is less or more than", "does not match", "isn't the same as"],
  ],
};

const days: typeof figures = {
  "<": [
    ...["is before", "is earlier than", "is prior to", "precedes", "is sooner than", "falls before", "<", "is not >="],
    "is strictly before",
  ],
  "<=": [
    ...[
      "is on or before",
      "is not later than",
      "is no later than",
      "is not after",
      "is on or prior to",
      "is at or before",
      "is on or earlier than",
      "is at or prior to",
    ],
    ...[
      "is before or on",
      "is by",
      "is up to and including",
      "is up to",
      "is before or equal to",
      "is no later than or on",
    ],
    ...["falls on or before", "does not follow", "is not past", "isn't later than", "<=", "=<", "≤", "is not >"],
    ...["is equal to or before"],
  ],
  "=": ["is", "is on", "falls on", "is as of", "is not earlier than nor later than", "is neither before nor after"],
  ">=": [
    ...[
      "is on or after",
      "is not earlier than",
      "is no earlier than",
      "is no sooner than",
      "is not before",
      ">=",
      "=>",
    ],
    ...[
      "is not prior to",
      "is on or following",
      "is on or later than",
      "is at or after",
      "is after or on",
      "does not precede",
      "is not <",
    ],
    ...["is later than or equal to", "is as of or after", "falls on or after"],
  ],
  ">": ["is after", "is later than", "is subsequent to", "is past", "follows", "is following", ">", "is not ≤"],
  "<>": ["is not", "is before or after"],
};

const cases = [
  { sides: ["First Fee: money", "Second Fee: money"], table: figures, values: ["4", "5", "6"], other: "5" },
  {
    sides: ["First Date: date", "Second Date: date"],
    table: days,
    values: ["2006-03-04", "2006-03-05", "2006-03-06"],
    other: "2006-03-05",
  },
].flatMap(({ table, ...rest }) =>
  signs.flatMap((sign) => table[sign].map((phrase) => ({ ...rest, phrase, truth: truths[sign] }))),
);

const nameOf = (side = "") => side.split(":")[0] ?? "";

/** A template with a comparison, once what is said of its wording has been done. */
function mended([first, second]: readonly string[], phrase: string): string {
  const text = `note "Comparison"
  parties: Borrower, Holder
  exists from: Issue Date
given Issue Date: date = 2006-01-03
given ${first}
given ${second}
Answer holds when ${nameOf(first)} ${phrase} ${nameOf(second)}
`;
  const [finding] = parse(new SourceFile("note.tenor", text)).diagnostics;
  if (finding === undefined) return text;
  expect(finding.fix, finding.message).toBeDefined();
  const { span, text: right } = finding.fix ?? { span: finding.span, text: "" };
  expect(finding.help).toContain(right.trim());
  return text.slice(0, span.start) + right + text.slice(span.end);
}

test.each(cases)("$sides.0 $phrase", ({ sides, phrase, truth, values, other }) => {
  const template = compile(mended(sides, phrase));
  if (!template.ok) throw new Error(template.diagnostics.map(({ message }) => message).join("; "));
  const answers = values.map((value) => {
    const terms = { [nameOf(sides[0])]: value, [nameOf(sides[1])]: other };
    const text = JSON.stringify({
      ...{ scenario: "comparison", note: "note", events: [], terms },
      ask: [{ value: "Answer", on: "2006-01-03" }],
    });
    const loaded = loadScenario(template.value, { scenario: { name: "scenario.json", text } });
    const run = loaded.ok ? new Replay(template.value, loaded.value).outcome() : loaded;
    if (!run.ok) throw new Error(run.diagnostics.map(({ message }) => message).join("; "));
    return run.value.outcome.answers.map((it) => ("answer" in it ? it.answer : it));
  });
  expect(answers.flat()).toEqual(truth);
});

test("every wording of a comparison that is read is among them, with one of the words that are alike", () => {
  const tried = new Set([...Object.values(figures), ...Object.values(days)].flat().map(likeOthers));
  const read = allNames()
    .filter((name) => isIn(name, "comparison"))
    .flatMap(wordingsOf);
  expect(read.filter((words) => !tried.has(likeOthers(words)))).toEqual([]);
});

function likeOthers(words: string): string {
  return words
    .replaceAll(/greater|higher|larger/g, "more")
    .replaceAll(/lower|smaller|fewer/g, "less")
    .replaceAll("sooner", "earlier")
    .replace(/^is no /, "is not ");
}

describe("what can be meant in two ways is asked about", () => {
  test.each([
    ["is not greater than or equal to", "write `is less than`, or `is at most` if it may be equal"],
    ["is not at or below", "write `is more than`, or `is at least` if it may be equal"],
    ["has not exceeded", "write `A is at most B` where one day is meant, or `on every day from and including D"],
    ["is never more than", "write `A is at most B` where one day is meant, or `on every day from and including D"],
    ["has reached", "write `A is at least B` where one day is meant, or `on some day from and including D"],
    ["was less than", "write `A is less than B` where one day is meant, or `on some day from and including D"],
  ])("%s", (phrase, help) => {
    const text = `Answer holds when First Fee ${phrase} Second Fee\n`;
    const [finding, another] = parse(new SourceFile("note.tenor", text)).diagnostics;
    expect([finding?.fix, another]).toEqual([undefined, undefined]);
    expect(finding?.help).toContain(help);
  });
});
