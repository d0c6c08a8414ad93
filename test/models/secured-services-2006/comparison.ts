/** The engine with the template, compared with the model on the questions of a story. */
import { readFileSync } from "node:fs";
import { loadScenario, runScenario } from "../../../src/index.ts";
import { ensured, templateOf } from "../../support/acceptance.ts";
import type { Market } from "./base/market.ts";
import { readMarket } from "./base/market.ts";
import type { WrittenStory } from "./base/story.ts";
import { isSameFigure, written } from "./base/written.ts";
import type { ModelAnswer, Question } from "./model.ts";
import { answersOf } from "./model.ts";

/** Market and calendar as files, for both sides. */
export interface Files {
  readonly market: { readonly name: string; readonly text: string };
  readonly calendar: { readonly name: string; readonly text: string };
}

export interface Difference {
  readonly question: Question;
  readonly engine: string;
  readonly model: string;
}

export const filesAt = (market: string, calendar: string): Files => ({
  market: { name: market, text: readFileSync(market, "utf8") },
  calendar: { name: calendar, text: readFileSync(calendar, "utf8") },
});

export const marketOf = ({ market, calendar }: Files): Market => readMarket(market.text, calendar.text);

export function differences(story: WrittenStory, questions: readonly Question[], files: Files): Difference[] {
  const expected = answersOf(story, marketOf(files), questions);
  const engine = engineAnswers(story, questions, files);
  return questions.flatMap((question, index) => {
    const [given, model] = [engine[index] as EngineAnswer, expected[index] as ModelAnswer];
    return isSame(given, model) ? [] : [{ question, engine: JSON.stringify(given), model: shown(model) }];
  });
}

type EngineAnswer = string | boolean | null | { readonly error: string };

function engineAnswers(
  { terms, readings = {}, events }: WrittenStory,
  ask: readonly Question[],
  files: Files,
): EngineAnswer[] {
  const note = "secured-services-2006";
  const text = JSON.stringify({
    scenario: "random",
    title: "random",
    note,
    terms,
    readings,
    market: "m",
    calendar: "c",
    events,
    ask,
  });
  const template = templateOf(note);
  const loaded = ensured(loadScenario(template, { scenario: { name: "random.json", text }, ...files }));
  const { outcome } = ensured(runScenario(template, loaded));
  return outcome.answers.map((it) => ("error" in it ? { error: it.error.kind } : it.answer));
}

function isSame(given: EngineAnswer, model: ModelAnswer): boolean {
  if (typeof model !== "object" || model === null) return given === model;
  if ("error" in model) return typeof given === "object" && given !== null && given.error === model.error;
  return typeof given === "string" && isSameFigure(given, model);
}

function shown(answer: ModelAnswer): string {
  return typeof answer === "object" && answer !== null && "above" in answer ? written(answer) : JSON.stringify(answer);
}
