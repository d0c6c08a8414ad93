/**
 * The exact engine: a program and a scenario in, answers with their journal out. Pure: the same inputs give the same
 * outcome, to the byte.
 */
import { entryIn } from "../base/entry-in.ts";
import { largest } from "../base/largest.ts";
import type { CoreProgram, Expr, Value } from "../core/core.ts";
import { datedIn } from "../core/dated-events.ts";
import { directDependencies } from "../core/dependencies.ts";
import type { Market } from "../inputs/market.ts";
import type { Question, Scenario } from "../inputs/scenario.ts";
import type { Calendar } from "../units/business-days.ts";
import { tradingCalendar } from "../units/calendars/trading-days.ts";
import type { PlainDate } from "../units/plain-date.ts";
import { asPlainDate, earliestDate } from "../units/plain-date.ts";
import type { AnswerFact } from "./answers/answer.ts";
import { answer } from "./answers/answer.ts";
import type { Breach } from "./answers/breaches.ts";
import { breachesAt } from "./answers/breaches.ts";
import type { OwedItem } from "./answers/owed.ts";
import { owedAt } from "./answers/owed.ts";
import type { Machine } from "./compile/machine.ts";
import { owedWithExpected, withExpected } from "./reasons/expected.ts";
import type { JournalFact, RefusedEvent } from "./replay/journal-facts.ts";
import type { Daily, Replay } from "./replay/replay.ts";
import { replay } from "./replay/replay.ts";
import type { RunInputs } from "./state/run.ts";
import { Run } from "./state/run.ts";
import type { RunLimits, StepMeter } from "./values/limits.ts";
import { defaultLimits } from "./values/limits.ts";
import { isProblem } from "./values/problem.ts";

/** What surrounds a scenario: the data that it names. */
export interface Environment {
  /** The market data by the names of the series. */
  readonly series: ReadonlyMap<string, Market>;
  readonly calendar: Calendar;
  /** The calendar of the exchange on which the stock trades, where the note names one. */
  readonly exchange?: Calendar | undefined;
  readonly limits?: RunLimits;
  /** Shared by all runs that one bound is for; without one, each run has its own. */
  readonly meter?: StepMeter;
}

/** What a run found out, as data. */
export interface RunFacts {
  readonly answers: readonly AnswerFact[];
  readonly journal: readonly JournalFact[];
  readonly owed: readonly OwedItem[];
  readonly breaches: readonly Breach[];
  readonly refused: readonly RefusedEvent[];
  /** Which choice is in force for each reading, by name. */
  readonly readings: Readonly<Record<string, string>>;
}

/** Everything that a replayed timeline has to show, with the answers to some questions. */
export function factsOf(replayed: Replay, questions: readonly Question[]): RunFacts {
  return {
    answers: questions.map((question) => withExpected(answer(question, replayed), replayed)),
    journal: replayed.journal.entries,
    owed: owedAt(replayed).map((item) => owedWithExpected(item, replayed)),
    breaches: breachesAt(replayed, replayed.run.now),
    // In the order in which the events are listed.
    refused: replayed.journal.refusals.toSorted((a, b) => a.occurrence.index - b.occurrence.index),
    readings: Object.fromEntries(replayed.run.inputs.readings),
  };
}

/**
 * Runs the timeline to the last day that an event, a question or `through` names, without asking anything. Throws
 * `LimitReached` where a bound is passed.
 */
export function replayScenario(
  machine: Machine,
  scenario: Scenario,
  environment: Environment,
  through?: PlainDate,
  daily?: Daily,
): Replay {
  const inputs = completed(machine, scenario, environment);
  const last = asPlainDate(largest([lastNamedDay(scenario, machine.program) ?? earliestDate], through ?? earliestDate));
  return replay(machine, inputs, scenario.events, last, environment.limits, environment.meter, daily);
}

/** The last day that a question, an event or the scenario itself names; undefined where none does. */
export function lastNamedDay({ ask, events, through }: Scenario, program: CoreProgram): PlainDate | undefined {
  // A question may be of what happens by itself, on a day that nothing else names.
  const asked = ask.flatMap(({ on, of = "" }) => [on, datedIn(of, program)?.day]);
  const days = [...asked, ...events.map(({ on }) => on)].filter((day) => day !== undefined);
  return (through === undefined ? days : [...days, through]).toSorted((a, b) => a - b).at(-1);
}

/** The deal terms and readings of a scenario, with what the template says where the scenario says nothing. */
export function completed({ program, compiler }: Machine, scenario: Scenario, environment: Environment): RunInputs {
  const { series, calendar, exchange } = environment;
  const terms = new Map<string, Value>(scenario.terms);
  const chosen = [...program.readings.values()].map(
    ({ name, chosen: byDefault }) => [name, scenario.readings.get(name) ?? byDefault] as const,
  );
  const traded = program.tradedSeries === undefined ? undefined : series.get(program.tradedSeries);
  const trading = exchange && tradingCalendar(exchange, traded?.days ?? []);
  const { lists } = scenario;
  const inputs: RunInputs = { terms, lists, readings: new Map(chosen), series, traded, calendar, trading };
  const run = new Run(program, inputs, asPlainDate(0), defaultLimits);
  // A default may be another deal term, which then comes first; circles were refused by the checker.
  const seen = new Set<string>();
  for (const first of program.params.keys()) {
    const waiting = [first];
    for (let name = waiting.at(-1); name !== undefined; name = waiting.at(-1)) {
      const initial = terms.has(name) ? undefined : entryIn(program.params, name).initial;
      seen.add(name);
      const earlier = initial === undefined ? [] : termsIn(initial).filter((term) => !seen.has(term));
      waiting.push(...earlier);
      if (earlier.length > 0) continue;
      waiting.pop();
      const value = initial && compiler.value(initial)(run.now, undefined);
      if (value !== undefined && !isProblem(value)) terms.set(name, value);
    }
  }
  return inputs;
}

function termsIn(initial: Expr): string[] {
  return directDependencies(initial).flatMap((it) => (it.kind === "deal term" ? it.name : []));
}
