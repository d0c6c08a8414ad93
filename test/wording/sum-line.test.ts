/** The sum on the first line of an explanation, read and calculated again by a parser of the tests' own. */
import { expect, test } from "vitest";
import { renderExplanation } from "../../src/cli/render/explanation.ts";
import { plainPaint } from "../../src/cli/render/parts/paint.ts";
import type { LoadedScenario, ReasonFact, Template } from "../../src/index.ts";
import { Absent, Failure, Replay, renderValue, sumLine, visibleText } from "../../src/index.ts";
import { explained } from "../evaluate/asked.ts";
import { ensured } from "../support/acceptance.ts";
import { testExplanations } from "../support/random-note/explained-notes.ts";
import type { Data } from "../support/recomputation/dates.ts";
import { dataOf } from "../support/recomputation/dates.ts";
import { mistakeIn } from "../support/sum-line/mistake-in.ts";

/** The answer as a line shows it. */
function shownAnswer({ result, type }: ReasonFact): string {
  if (typeof result === "object" && "refersTo" in result) return `"${result.id ?? result.type.name}"`;
  if (result instanceof Absent || result instanceof Failure) throw new Error("there is no answer");
  return typeof result === "string" ? `"${result}"` : renderValue(result, type);
}

const style = { width: 80, isUnicode: true, isFull: false, levels: 1, paint: plainPaint };

/** What is wrong with the first lines of the explanations of all answers. */
function mistakesOf(template: Template, loaded: LoadedScenario): string[] {
  const replay = new Replay(template, loaded);
  return loaded.scenario.ask.flatMap((question) => {
    const fact = ensured(replay.explain(question));
    const line = sumLine(fact);
    expect(line !== undefined).toBe(!(fact.result instanceof Absent || fact.result instanceof Failure));
    const [first] = renderExplanation(fact, style).split("\n");
    if (line === undefined) return [];
    if (first?.endsWith(`: ${visibleText(line)}`) !== true) return [`the first line is ${first}`];
    return mistakeIn(line, shownAnswer(fact), dataOf(template, loaded)) ?? [];
  });
}

testExplanations("every sum gives its answer", mistakesOf);

/** Each operation by hand; the note exists from 2 January 2024, and the question is about the 12th. */
test.each([
  ["a sum", "Fee means $1 + $2 - $0.5", "$1 + $2 – $0.50 = $2.50"],
  ["a product of a sum", "Fee means ($1 + $2) * 4", "($1 + $2) × 4 = $12"],
  ["a quotient that has no end", "Fee means $10 / 3", "$10 ÷ 3 = $3.33…"],
  [
    "the least of two, with the sum of the one that is taken",
    "Half means $9 / 2\nFee means the lesser of Half and $5",
    "the least of $9 ÷ 2 and $5 = $4.50",
  ],
  ["a bound of zero that is not passed", "Fee means the greater of $0 and ($9 - $2)", "$9 – $2 = $7"],
  [
    "a rounding",
    "Fee means $10 / 3, rounded down to $0.01",
    "$10 ÷ 3 = $3.33…, rounded down to a multiple of $0.01 = $3.33",
  ],
  [
    "a case that held",
    "Fee means $5 if today is after 2024-01-05, otherwise $2",
    "$5 (as “today is after 2024-01-05” holds)",
  ],
  [
    "a case that did not hold",
    "Fee means $5 if today is after 2024-02-05, otherwise $2",
    "$2 (as “today is after 2024-02-05” does not hold)",
  ],
  ["a value that passes on another one", "Sum means $1 + $2\nFee means Sum", "$1 + $2 = $3"],
  // 3 to 12 January are 10 days.
  [
    "the same for each day",
    "Fee means the sum of $2 over days from but excluding Issue Date to and including today",
    "$2 × 10 days, 3–12 January 2024 = $20",
  ],
  // The notice of the 5th adds $30, the payment of the 9th takes $10 from it.
  [
    "the last change of a state",
    "Fee starts at $100\nwhen Notice\n  Fee rises by its Amount\nwhen Payment\n  Fee falls by its Amount",
    "$130 – $10 = $120 (since 2024-01-09 by Payment)",
  ],
  [
    "a condition",
    "Late holds when today is after 2024-01-05 and $3 is more than $2\nFee means $1 if Late, otherwise $0",
    "$1 (as “Late” holds)",
  ],
  ["amounts of events", "Fee means the sum of its Amount over Notice events", "$30 (as Notice says)"],
  ["a deal term", "given Charge: money = $7\nFee means Charge", "$7 (a deal term)"],
])("%s", (_, statements, line) => {
  const [fact] = explained(statements, {
    events: [
      { on: "2024-01-05", event: "Notice", Amount: "30" },
      { on: "2024-01-09", event: "Payment", Amount: "10" },
    ],
    ask: [{ value: "Fee", on: "2024-01-12" }],
  });
  expect(fact && sumLine(fact)).toBe(line);
});

test.each([
  ["a sum that is wrong", "$2,000 × 7 days = $14,001", "$14,001"],
  ["another result than the answer", "$2,000 × 7 days = $14,000", "$14,001"],
  ["fewer days than are counted", "$2,000 × 7 days, 17–22 November 2006 = $14,000", "$14,000"],
  ["an average of another number", "($1 + $2 + $6) ÷ 2 = $3", "$3"],
  ["the wrong one of two", "the least of $1 and $2 = $2", "$2"],
  ["a rounding that goes the other way", "$1.237 = $1.237, rounded down to a multiple of $0.01 = $1.24", "$1.24"],
  ["a date that is a day off", "2 days after 2024-02-28 = 2024-02-29", "2024-02-29"],
  ["a condition that does not hold", "$1 > $2, so yes", "yes"],
  ["a figure that is cut but not marked", "$1 ÷ 3 = $0.333333", "$0.333333"],
  ["words that are no sum", "nonsense = $1", "$1"],
])("the parser of the tests reports %s", (_, line, shown) => {
  const calendar = { from: 0, to: 0, isHoliday: () => false } as unknown as Data["calendar"];
  expect(mistakeIn(line, shown, { calendar, series: new Map(), traded: undefined })).toBeDefined();
});
