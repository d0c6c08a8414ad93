/** Explanations add up: every value follows from what it is said to be made of, by the operation that is named. */
import { expect } from "vitest";
import type { LoadedScenario, ReasonFact, Template } from "../../src/index.ts";
import { describeValue, Replay } from "../../src/index.ts";
import { ensured } from "../support/acceptance.ts";
import { testExplanations } from "../support/random-note/explained-notes.ts";
import { Books } from "../support/recomputation/books.ts";
import { dataOf } from "../support/recomputation/dates.ts";
import { mistakesIn } from "../support/recomputation/recompute.ts";

function mistakesOf(template: Template, loaded: LoadedScenario): string[] {
  const replay = new Replay(template, loaded);
  const [seen, books] = [new Set<ReasonFact>(), new Books()];
  return loaded.scenario.ask.flatMap((question) => {
    const explained = ensured(replay.explain(question));
    const { answer, error, unit } = describeValue(explained);
    const expected = error === undefined ? { answer } : { error };
    expect(ensured(replay.answer(question))).toMatchObject(answer === null ? expected : { ...expected, unit });
    return mistakesIn(explained, dataOf(template, loaded), books, seen);
  });
}

testExplanations("every explanation follows from its leaves", mistakesOf);
