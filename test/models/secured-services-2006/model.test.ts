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

test("template and model agree on random timelines", { timeout: 1_800_000 }, () => {
  let asked = 0;
  const found: object[] = [];
  for (let seed = 0; seed < count; seed++) {
    const files = markets[seed % markets.length] as (typeof markets)[number];
    const story = randomStory(seed, marketOf(files));
    found.push(...differences(story, story.questions, files).map((it) => ({ seed, ...it })));
    asked += story.questions.length;
  }
  expect(found).toEqual([]);
  expect(asked).toBeGreaterThan(count * 100);
});
