import { expect } from "vitest";
import type { DueItem } from "../../src/evaluate/answers/due.ts";
import { dueBetween } from "../../src/evaluate/answers/due.ts";
import { replayScenario } from "../../src/evaluate/evaluate.ts";
import type {
  Due,
  LoadedScenario,
  Outcome,
  PlainDate,
  ReasonFact,
  RunFacts,
  Template,
  Verdict,
} from "../../src/index.ts";
import { asPlainDate, compile, defaultLimits, loadScenario, parseDate, Replay, runScenario } from "../../src/index.ts";
import { ensured } from "../support/acceptance.ts";
import { differences } from "../support/random-note/disagreement.ts";
import { Books } from "../support/recomputation/books.ts";
import { dataOf } from "../support/recomputation/dates.ts";
import { mistakesIn } from "../support/recomputation/recompute.ts";

/** What happens and what is asked, as in a scenario file; the note exists from 2 January 2024. */
export interface Timeline {
  readonly terms?: Readonly<Record<string, unknown>>;
  readonly events?: readonly Readonly<Record<string, unknown>>[];
  readonly ask: readonly {
    readonly value: string;
    readonly on?: string;
    readonly of?: string;
    readonly expect?: unknown;
  }[];
  /** Trading days with their closing price. */
  readonly prices?: readonly (readonly [day: string, close: string])[];
}

/** The answers of a small note, in the order of the questions: the value, null, or the kind of error. */
export function answersOf(statements: string, timeline: Timeline): (string | boolean | null)[] {
  return smallNote(statements)(timeline);
}

/** A small note, compiled once for many timelines. */
export function smallNote(statements: string): (timeline: Timeline) => (string | boolean | null)[] {
  const template = templateOf(statements);
  return (timeline) =>
    outcomeFor(template, timeline).answers.map((answer) => ("error" in answer ? answer.error.kind : answer.answer));
}

/** Everything that a run of a small note gives: answers, journal, refusals, what is owed. */
export function outcomeOf(statements: string, timeline: Timeline): Outcome {
  return outcomeFor(templateOf(statements), timeline);
}

/** The same as data, before it is put in words. */
export function factsOf(statements: string, timeline: Timeline): RunFacts {
  const template = templateOf(statements);
  return ensured(runScenario(template, loaded(template, timeline))).facts;
}

/** How the answers stand against what the questions expect. */
export function verdictsOf(statements: string, timeline: Timeline): readonly Verdict[] {
  return ensured(replayOf(statements, timeline).test());
}

/** A small note's timeline, to ask questions of. */
export function replayOf(statements: string, timeline: Timeline): Replay {
  const template = templateOf(statements);
  return new Replay(template, loaded(template, timeline));
}

/** Why each question has its answer. */
export function explained(statements: string, timeline: Timeline): ReasonFact[] {
  const replay = replayOf(statements, timeline);
  return replay.loaded.scenario.ask.map((question) => ensured(replay.explain(question)));
}

/** What is due as things stand at the end of a day, and for so many days after it. */
export function dueOf(
  statements: string,
  timeline: Timeline,
  on: string,
  days = 0,
  mostDays = defaultLimits.days,
): readonly Due[] {
  const template = templateOf(statements);
  const from = parseDate(on) as PlainDate;
  const story = loaded(template, timeline);
  const environment = { ...story.environment, limits: { ...defaultLimits, days: mostDays } };
  return ensured(new Replay(template, { ...story, environment }).due(from, { count: days, unit: "day" })).due;
}

/** The same as data. */
export function dueFactsOf(statements: string, timeline: Timeline, on: string, days: number): readonly DueItem[] {
  const template = templateOf(statements);
  const { scenario, environment } = loaded(template, timeline);
  const from = parseDate(on) as PlainDate;
  const until = asPlainDate(from + days);
  const runOn: Parameters<typeof dueBetween>[3] = (through, dayEnd) =>
    replayScenario(template.machine, scenario, environment, through, { dayEnd });
  return dueBetween(
    runOn(until, () => undefined),
    from,
    until,
    runOn,
  );
}

export function templateOf(statements: string): Template {
  // Lines of the head may stand before the statements.
  const [lines = ""] = /^(?: {2}.*\n)*/.exec(statements) ?? [];
  const whole = head.replace("given Issue Date", `${lines}given Issue Date`);
  return ensured(compile(`${whole}${statements.slice(lines.length)}\n`));
}

function outcomeFor(template: Template, timeline: Timeline): Outcome {
  return explainedOutcome(template, loaded(template, timeline));
}

/** The outcome of a scenario, whose answers are explained: each explanation has to follow from its leaves. */
export function explainedOutcome(template: Template, story: LoadedScenario): Outcome {
  const replay = new Replay(template, story);
  const { outcome } = ensured(replay.outcome());
  const [books, seen] = [new Books(), new Set<ReasonFact>()];
  const mistakes = story.scenario.ask.flatMap((question) =>
    mistakesIn(ensured(replay.explain(question)), dataOf(template, story), books, seen),
  );
  expect(mistakes).toEqual([]);
  expect(differences(template, story)).toEqual([]);
  return outcome;
}

function loaded(template: Template, { terms = {}, events = [], ask, prices }: Timeline): LoadedScenario {
  const scenario = { scenario: "small", note: "small", terms, events, ask };
  const rows = prices?.map(([day, close]) => [day, close, close, close, close, close, "0"].join(","));
  const market = rows && {
    name: "m.csv",
    text: ["date,open,high,low,close,vwap,volume", ...rows, ""].join("\n"),
  };
  const texts = { scenario: { name: "small.json", text: JSON.stringify(scenario) }, ...(market && { market }) };
  return ensured(loadScenario(template, texts));
}

const head = `note "Small"
  language: 1
  parties: Borrower, Holder
  exists from: Issue Date
given Issue Date: date = 2024-01-02
event Stock Split
  Ratio: number
share basis changes on Stock Split by its Ratio
event Notice by Holder
  Amount: money
event Payment by Borrower
  Amount: money
`;
