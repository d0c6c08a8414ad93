/** What each choice of each reading moves, alone and together with another choice. */
import type { Interactions } from "../compare/interactions.ts";
import { interactionsAmong } from "../compare/interactions.ts";
import type { AnsweredFigure, AnswerUnder, ReadingMoves } from "../compare/readings.ts";
import { askedOnce, readingMoves } from "../compare/readings.ts";
import type { ReadingTotals } from "../compare/totals.ts";
import { readingTotals } from "../compare/totals.ts";
import type { Query } from "../evaluate/answers/answer.ts";
import { answer } from "../evaluate/answers/answer.ts";
import { positionAt } from "../evaluate/answers/position.ts";
import { figureIn } from "../evaluate/answers/verdict.ts";
import type { Environment } from "../evaluate/evaluate.ts";
import { replayScenario } from "../evaluate/evaluate.ts";
import type { Replay } from "../evaluate/replay/replay.ts";
import { formatDate } from "../units/plain-date.ts";
import { describeAnswer } from "../wording/answers.ts";
import { describePosition } from "../wording/position.ts";
import type { LoadedScenario } from "./scenarios.ts";
import type { Template } from "./templates.ts";
import { unlessOutOfSteps } from "./within-limits.ts";

export interface ReadingEffects {
  readonly totals: ReadingTotals;
  readonly moves: readonly ReadingMoves[];
  readonly interactions: Interactions;
}

/** How much is run. */
export interface ReadingBounds {
  /** At most so many pairs of choices, and only while there are steps left; `defaultPairs` where it is left out. */
  readonly mostPairs?: number | undefined;
  /** Called before each run, with how many went before it. */
  readonly onRun?: ((done: number) => void) | undefined;
}

export const defaultPairs = 100;

export function readingEffects(
  template: Template,
  { scenario }: LoadedScenario,
  environment: Environment,
  queries: readonly Query[],
  { mostPairs = defaultPairs, onRun }: ReadingBounds,
): ReadingEffects {
  const readings = [...template.program.readings.values()];
  const answers = askedOnce(answersUnder(template, scenario, environment, queries, onRun));
  const moves = readingMoves(readings, scenario.readings, queries, answers);
  const interactions = interactionsAmong(readings, scenario.readings, queries, moves, mostPairs, (chosen) =>
    unlessOutOfSteps(() => answers(chosen)),
  );
  return { totals: readingTotals(moves), moves, interactions };
}

/** A run for each set of choices, through the last day that is asked about. */
function answersUnder(
  { machine }: Template,
  scenario: LoadedScenario["scenario"],
  environment: Environment,
  queries: readonly Query[],
  onRun: ReadingBounds["onRun"],
): AnswerUnder {
  const through = queries
    .flatMap(({ on }) => on ?? [])
    .toSorted((a, b) => a - b)
    .at(-1);
  let done = 0;
  return (readings) => {
    onRun?.(done);
    done += 1;
    const replayed = replayScenario(machine, { ...scenario, readings }, environment, through);
    const answers = queries.map((query) => {
      const answered = answer(query, replayed);
      return { answer: describeAnswer(answered), figure: figureIn(answered.result) };
    });
    return [...answers, ...owedInAll(replayed)];
  };
}

/** What is owed in all at the end, as an answer; nothing where the template marks nothing that is owed. */
function owedInAll(replayed: Replay): AnsweredFigure[] {
  const position = positionAt(replayed, replayed.lastDay);
  const { owed } = describePosition(position);
  if (owed === undefined || position.owed === undefined) return [];
  const asked = { value: "owed in all", on: formatDate(replayed.lastDay), section: "" };
  if (owed.amount === null) return [{ answer: { ...asked, answer: null, because: owed.because }, figure: undefined }];
  const { sum } = position.owed;
  const figure = typeof sum === "object" && "amount" in sum ? sum.amount : undefined;
  return [{ answer: { ...asked, answer: owed.amount, unit: owed.unit }, figure }];
}
