/**
 * Two implementations of one contract: the template with the engine, and a model in plain TypeScript that shares nothing
 * with them. Where they differ, one of them is wrong or the contract says too little. `npm run models` asks far more.
 */
import { expect, test } from "vitest";
import { acceptanceScenarios } from "../../support/acceptance.ts";
import type { WrittenStory } from "./base/story.ts";
import { isSameFigure } from "./base/written.ts";
import { differences, filesAt, marketOf } from "./comparison.ts";
import type { ModelAnswer, Question } from "./model.ts";
import { answersOf } from "./model.ts";
import { randomStory } from "./timelines/story.ts";

const folder = "test/data/acceptance/market";
const calendar = "test/data/acceptance/calendars/us-bank.csv";
const markets = ["listed-smallcap", "listed-smallcap", "otc-crossing"].map((name) =>
  filesAt(`${folder}/${name}.csv`, calendar),
);

interface Expecting extends Question {
  readonly expect: string | boolean | null | { readonly error: string };
}

test.each(acceptanceScenarios("secured-services-2006"))("the model answers $name as the contract does", ({ texts }) => {
  const { ask, ...story } = JSON.parse(texts.scenario.text) as WrittenStory & { readonly ask: readonly Expecting[] };
  const market = marketOf({ market: texts.market ?? texts.scenario, calendar: texts.calendar ?? texts.scenario });
  const answers = answersOf(story, market, ask);
  const wrong = ask.filter((question, index) => !isExpected(question.expect, answers[index] as ModelAnswer));
  expect(wrong).toEqual([]);
});

function isExpected(expected: Expecting["expect"], answer: ModelAnswer): boolean {
  const isFigure = typeof answer === "object" && answer !== null && "above" in answer;
  if (isFigure) return typeof expected === "string" && isSameFigure(expected, answer);
  return JSON.stringify(expected) === JSON.stringify(answer);
}

// A story is some 150 questions; each seed has its own.
const count = Number(process.env.TENOR_MODEL_CASES ?? 40) / 5;

/**
 * Stories in which the two still differ. A story that agrees again has to be taken out. In 101 shares come on the rolled
 * payment date before that day's cash: the model finds the cash unpaid, the template waits for the day to end, as its view
 * says. In 125 the model's price comes to zero after a distribution and a reclassification; which is wrong is not settled.
 */
const open = [101, 125];

test("template and model agree on random timelines", { timeout: 1_800_000 }, () => {
  let asked = 0;
  const [found, stillOpen]: [object[], number[]] = [[], []];
  for (let seed = 0; seed < count; seed++) {
    const files = markets[seed % markets.length] as (typeof markets)[number];
    const story = randomStory(seed, marketOf(files));
    const differ = differences(story, story.questions, files);
    if (open.includes(seed) && differ.length > 0) stillOpen.push(seed);
    else found.push(...differ.map((it) => ({ seed, ...it })));
    asked += story.questions.length;
  }
  expect(found).toEqual([]);
  expect(stillOpen).toEqual(open.filter((seed) => seed < count));
  expect(asked).toBeGreaterThan(count * 100);
});
