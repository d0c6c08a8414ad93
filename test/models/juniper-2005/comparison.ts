/** The engine and the model on one random scenario, and the questions in which they differ. */
import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { loadScenario, runScenario } from "../../../src/index.ts";
import { ensured, templateOf } from "../../support/acceptance.ts";
import { drawFrom } from "../../support/random-note/draw.ts";
import type { Answer } from "./answers.ts";
import type { Question } from "./case.ts";
import { readCase } from "./case.ts";
import type { Market } from "./market.ts";
import { readHolidays, readMarket } from "./market.ts";
import type { RandomScenario } from "./random-timeline.ts";
import { randomScenario } from "./random-timeline.ts";
import { runModel } from "./run.ts";

export interface Difference {
  readonly question: Question;
  readonly engine: Answer;
  readonly model: Answer;
}

const folder = "test/data/acceptance";
const calendarText = readFileSync(`${folder}/calendars/us-bank.csv`, "utf8");
const holidays = readHolidays(calendarText);
const markets = new Map<string, { readonly text: string; readonly market: Market }>();

export const scenarioOfSeed = (seed: number): RandomScenario => randomScenario(drawFrom(seed), holidays);

/** The questions that both can answer, and those on which they differ. */
export function compare(scenario: RandomScenario): { readonly compared: number; readonly differences: Difference[] } {
  const known = bothAnswers(scenario);
  return { compared: known.length, differences: known.filter((it) => !isDeepStrictEqual(it.engine, it.model)) };
}

export function bothAnswers(scenario: RandomScenario): Difference[] {
  const engine = engineAnswers(scenario);
  const model = runModel(readCase(scenario, marketOf(scenario).market, holidays), scenario.ask);
  const pairs = scenario.ask.map((question, index) => ({
    question,
    engine: engine[index] as Answer,
    model: model[index],
  }));
  return pairs.filter((it): it is Difference => it.model !== undefined);
}

/** The scenario with every event left out that the difference does not need. */
function smallest(scenario: RandomScenario, { question }: Difference): RandomScenario {
  const shows = (it: RandomScenario): boolean => {
    try {
      return compare(it).differences.length > 0;
    } catch {
      return false;
    }
  };
  let small: RandomScenario = { ...scenario, ask: [question] };
  if (!shows(small)) return scenario;
  // From the last to the first, so that an answer goes before the event that it answers.
  for (const event of scenario.events.toReversed()) {
    const fewer = { ...small, events: small.events.filter((it) => it !== event) };
    if (shows(fewer)) small = fewer;
  }
  for (const name of Object.keys(scenario.readings)) {
    const { [name]: _, ...readings } = small.readings;
    if (shows({ ...small, readings })) small = { ...small, readings };
  }
  for (const name of Object.keys(scenario.terms)) {
    const { [name]: _, ...terms } = small.terms;
    if (shows({ ...small, terms })) small = { ...small, terms };
  }
  return small;
}

/** The smallest scenario that shows a difference, with both answers, to be read in a failed test. */
export function shownDifference(scenario: RandomScenario, difference: Difference): string {
  const small = smallest(scenario, difference);
  const { market, terms, readings, events } = small;
  const answers = compare(small).differences[0] ?? difference;
  return [{ market, terms, readings }, ...events, answers].map((it) => JSON.stringify(it)).join("\n");
}

function engineAnswers(scenario: RandomScenario): Answer[] {
  const template = templateOf("juniper-2005");
  const { terms, readings, events, ask } = scenario;
  const text = JSON.stringify({ scenario: "random", note: "juniper-2005", terms, readings, events, ask });
  const loaded = loadScenario(template, {
    scenario: { name: "random.json", text },
    market: { name: "market.csv", text: marketOf(scenario).text },
    calendar: { name: "calendar.csv", text: calendarText },
  });
  const { outcome } = ensured(runScenario(template, ensured(loaded)));
  return outcome.answers.map((it) => ("error" in it ? { error: it.error.kind as "undefined" } : it.answer));
}

function marketOf({ market: name }: RandomScenario): { readonly text: string; readonly market: Market } {
  const known = markets.get(name);
  if (known !== undefined) return known;
  const text = readFileSync(`${folder}/market/${name}.csv`, "utf8");
  const read = { text, market: readMarket(text) };
  markets.set(name, read);
  return read;
}
