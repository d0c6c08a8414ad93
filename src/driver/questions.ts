/** Questions to a scenario: it is read once and replayed once, however many are asked. */

import { largest } from "../base/largest.ts";
import { lazily } from "../base/lazily.ts";
import type { ReadingMoves } from "../compare/readings.ts";
import type { Result } from "../diagnostics/result.ts";
import type { Query } from "../evaluate/answers/answer.ts";
import { answer } from "../evaluate/answers/answer.ts";
import { breachesAt } from "../evaluate/answers/breaches.ts";
import type { RunOn } from "../evaluate/answers/consequences.ts";
import type { DueItem } from "../evaluate/answers/due.ts";
import { arisingBetween, dueBetween } from "../evaluate/answers/due.ts";
import { dueByDay, dueTotals } from "../evaluate/answers/due-totals.ts";
import { lapsesBetween } from "../evaluate/answers/lapses.ts";
import { positionAt } from "../evaluate/answers/position.ts";
import type { Supposing } from "../evaluate/answers/powers/power-effects.ts";
import { effectOf } from "../evaluate/answers/powers/power-effects.ts";
import { lookAtPowers, powersOn } from "../evaluate/answers/powers/powers.ts";
import { judge } from "../evaluate/answers/verdict.ts";
import type { Environment, RunFacts } from "../evaluate/evaluate.ts";
import { factsOf, replayScenario } from "../evaluate/evaluate.ts";
import { owedWithExpected, withExpected } from "../evaluate/reasons/expected.ts";
import { reasonFor } from "../evaluate/reasons/explanation.ts";
import type { ReasonFact } from "../evaluate/reasons/reason-facts.ts";
import { usesOf } from "../evaluate/reasons/reason-facts.ts";
import type { Replay as Replayed } from "../evaluate/replay/replay.ts";
import { StepMeter } from "../evaluate/values/limits.ts";
import { marketUpTo } from "../inputs/market.ts";
import type { Scenario, ScenarioEvent } from "../inputs/scenario.ts";
import type { PlainDate } from "../units/plain-date.ts";
import { addDays, addMonths, asPlainDate, earliestDate, formatDate, latestDate } from "../units/plain-date.ts";
import { describeAnswer, describeVerdict } from "../wording/answers.ts";
import { describeDue, describeDueByDay, describeDueTotals } from "../wording/due.ts";
import { describeRefusal, describeRun } from "../wording/english.ts";
import type {
  Answer,
  BreachWords,
  DayTotalWords,
  DefaultWords,
  Due,
  DueTotalWords,
  LapseWords,
  Outcome,
  Refusal,
  Verdict,
} from "../wording/outcome.ts";
import type { NotePosition } from "../wording/position.ts";
import { describePosition } from "../wording/position.ts";
import { describeBreaches, describeLapses } from "../wording/standing/breaches.ts";
import { describeDefaults } from "../wording/standing/default-spans.ts";
import type { PowerWords } from "../wording/standing/powers.ts";
import { describePower } from "../wording/standing/powers.ts";
import type { ReadingBounds, ReadingEffects } from "./reading-effects.ts";
import { readingEffects } from "./reading-effects.ts";
import type { LoadedScenario } from "./scenarios.ts";
import { sha256Of } from "./sha256.ts";
import type { Template } from "./templates.ts";
import { markOf } from "./templates.ts";
import { unlessOutOfSteps, withinLimits } from "./within-limits.ts";

/** A run as facts and as words, with the mark of everything it depends on. */
export interface ScenarioRun {
  readonly facts: RunFacts;
  readonly outcome: Outcome;
  /** SHA-256 of the program and of all inputs: equal receipts, equal answers. */
  readonly receipt: string;
}

/** What is due around a day, with the days that were looked at. */
export interface DueReport {
  /** The first day of the note; nothing is due before it. */
  readonly start: PlainDate;
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly due: readonly Due[];
  /** What its amounts make together. */
  readonly totals: readonly DueTotalWords[];
  /** The same by the day by which it is payable. */
  readonly byDay: readonly DayTotalWords[];
  /** Breaches that continue at the end of the first of these days. */
  readonly breaches: readonly BreachWords[];
  /** Powers that end between these days if they are not used. */
  readonly lapses: readonly LapseWords[];
}

/** What may be given on a day. */
export interface PowersReport {
  /** The first day of the note; before it there are no powers. */
  readonly start: PlainDate;
  readonly on: PlainDate;
  readonly powers: readonly PowerWords[];
}

/** How far to look ahead. */
export interface Period {
  readonly count: number;
  readonly unit: "day" | "week" | "month";
}

/**
 * A scenario to ask questions of.
 *
 * Its timeline is replayed when the first question needs it, through the last day that an event or a question of the
 * scenario names, or through a later day given here. A question about a day after that is answered from a replay
 * through its own day, so no answer depends on what was asked before. Where a bound is passed, the result is a
 * diagnostic and no answer at all.
 */
export class Replay {
  readonly template: Template;
  readonly loaded: LoadedScenario;
  readonly #through: PlainDate | undefined;
  readonly #environment: Environment;
  #base: Replayed | undefined;
  /** The last replay through a later day, kept for the next question about that day. */
  #later: Replayed | undefined;

  /** All that is asked of one handle counts together; `meter` lets several handles count together. */
  constructor(template: Template, loaded: LoadedScenario, through?: PlainDate, meter = new StepMeter()) {
    this.#environment = { ...loaded.environment, meter };
    this.template = template;
    this.loaded = loaded;
    this.#through = through;
  }

  /** The last day of the timeline. */
  lastDay(): Result<PlainDate> {
    return this.#within(() => this.#replayed().lastDay);
  }

  /** The day from which the note exists. */
  firstDay(): Result<PlainDate> {
    return this.#within(() => this.#replayed().run.start);
  }

  /** The answer to one question; without a day, as of the last one. */
  answer(query: Query): Result<Answer> {
    return this.#within(() => this.#described(query, this.#replayed(query.on)));
  }

  /**
   * What an answer is made of, down to market rows, event fields, deal terms and the start of states; `describeReason`
   * puts it in words. What a value is made of is found when it is looked at: `look` does that within the bounds, and its
   * result is given; without it, the explanation itself is.
   */
  explain(query: Query): Result<ReasonFact>;
  explain<T>(query: Query, look: (fact: ReasonFact) => T): Result<T>;
  explain<T>(query: Query, look?: (fact: ReasonFact) => T): Result<ReasonFact | T> {
    return this.#within(() => {
      const fact = reasonFor(query, this.#replayed(query.on));
      return look === undefined ? fact : look(fact);
    });
  }

  /** Answers to the scenario's own questions, the journal, and what is owed at the end. */
  outcome(): Result<ScenarioRun> {
    return this.#within(() => {
      const { template, loaded } = this;
      const facts = factsOf(this.#replayed(), loaded.scenario.ask);
      const outcome = describeRun(facts);
      // Computed on demand: reading all inputs once more can take as long as running them.
      const receipt = lazily(() => receiptOf(template, loaded));
      return {
        facts,
        outcome,
        get receipt() {
          return receipt();
        },
      };
    });
  }

  /**
   * Where the parties stand at the end of each of some days, by the roles with which the template marks its values. All
   * are read from one replay.
   */
  positions(days: readonly PlainDate[]): Result<readonly NotePosition[]> {
    return this.#within(() => {
      const replayed = this.#replayed(asPlainDate(largest(days, earliestDate)));
      return days.map((day) => describePosition(positionAt(replayed, day)));
    });
  }

  /** Defaults that were pending or occurred, or stood, on a day from one to another; as known at the end of the last. */
  defaults(from: PlainDate, through: PlainDate): Result<readonly DefaultWords[]> {
    return this.#within(() => {
      const known = this.#replayed(through).journal.entries.filter(({ day }) => day <= through);
      const first = formatDate(from);
      return describeDefaults(known).filter(({ ended }) => ended === undefined || ended >= first);
    });
  }

  /** Compares the answers with what the scenario expects. Questions that expect nothing give no verdict. */
  test(): Result<readonly Verdict[]> {
    return this.#within(() => {
      const replayed = this.#replayed();
      return this.loaded.scenario.ask.flatMap((question) => {
        const verdict = judge(question, replayed);
        if (verdict === undefined) return [];
        const words = describeVerdict(verdict);
        return verdict.passed ? words : { ...words, why: opened(reasonFor(question, replayed), derivationLevels) };
      });
    });
  }

  /** Events that were refused, but for those whose refusal a question of the scenario expects. */
  unexpectedRefusals(): Result<readonly Refusal[]> {
    return this.#within(() => {
      const { ask } = this.loaded.scenario;
      const expected = new Set(
        ask.flatMap(({ of, expect }) => (expect?.kind === "error" && expect.error === "refused" ? (of ?? []) : [])),
      );
      const refused = factsOf(this.#replayed(), []).refused.filter(
        ({ occurrence: { id } }) => id === undefined || !expected.has(id),
      );
      return refused.map(describeRefusal);
    });
  }

  /**
   * What is owed or must be done as things stand at the end of `from`, by default the last day of the timeline, until
   * the period is over. Events and prices after `from` are not known yet.
   */
  due(from: PlainDate | undefined, within: Period): Result<DueReport> {
    return this.#within(() => {
      const { day, until, replayed, runOn } = this.#ahead(from, within);
      const due = dueBetween(replayed, day, until, runOn);
      const now = replayed.run.endOf(day, replayed.run.now);
      const breaches = describeBreaches(breachesAt(replayed, now).filter((it) => it.until === undefined));
      const lapses = describeLapses(lapsesBetween(replayed, now, until));
      return { start: replayed.run.start, from: day, until, ...describedDue(due, replayed), breaches, lapses };
    });
  }

  /**
   * What falls due within a period that is not owed yet as `from` ends, and powers that end, as in `due`; what follows is
   * not looked for. To look ahead has a bound of its own.
   */
  fallingDue(from: PlainDate | undefined, within: Period = comingTime): Result<DueReport> {
    return this.#within(() => {
      const { day, until, replayed } = this.#ahead(from, within, new StepMeter());
      return arising(day, until, replayed);
    });
  }

  /** What falls due after the last day, as in `fallingDue`, and what each party may do as it ends: from one run of the timeline. */
  standing(within: Period = comingTime): Result<{ readonly next: DueReport; readonly powers: PowersReport }> {
    return this.#within(() => {
      const { machine } = this.template;
      const { lastDay: day } = this.#replayed();
      const until = later(day, within);
      const { soFar, known } = this.#knownBy(day, new StepMeter());
      const look = lookAtPowers(day, machine);
      const replayed = replayScenario(machine, soFar, known, until, look.daily);
      const next = arising(day, until, replayed);
      const powers = look.found(replayed).map((it) => describePower(it, day, undefined));
      return { next, powers: { start: replayed.run.start, on: day, powers } };
    });
  }

  /**
   * What each party may do on a day, by default the last; events and prices after it are not known yet. What it brings is
   * looked for where `wanted` is the event; to look has a bound of its own.
   */
  powers(on?: PlainDate, wanted: (event: string) => boolean = () => true): Result<PowersReport> {
    return this.#within(() => {
      const day = on ?? this.#replayed().lastDay;
      const { soFar, known } = this.#knownBy(day);
      const { start } = this.#replayed().run;
      const found = day < start ? [] : powersOn(day, soFar, known, this.template.machine);
      const run = this.#supposing(soFar, known);
      const powers = found.map((it) => {
        const effect = wanted(it.event.name) ? unlessOutOfSteps(() => effectOf(it, day, run)) : undefined;
        return describePower(it, day, effect);
      });
      return { start, on: day, powers };
    });
  }

  /** Runs with an event behind all others, by a bound of their own; those without are kept. */
  #supposing(soFar: Scenario, known: Environment): Supposing {
    const { machine } = this.template;
    const apart = { ...known, meter: new StepMeter() };
    const bare = new Map<PlainDate, Replayed>();
    const given = (event: ScenarioEvent) => ({ ...soFar, events: [...soFar.events, event] });
    const without = (through: PlainDate) => {
      const replayed = bare.get(through) ?? replayScenario(machine, soFar, apart, through);
      bare.set(through, replayed);
      return replayed;
    };
    return {
      run: (through, event) =>
        event === undefined ? without(through) : replayScenario(machine, given(event), apart, through),
      powers: (on, event) => powersOn(on, given(event), apart, machine),
    };
  }

  /** What each choice of each reading moves among some questions; by default those that the scenario asks. */
  readings(queries: readonly Query[] = this.loaded.scenario.ask): Result<readonly ReadingMoves[]> {
    const effects = this.readingEffects(queries, { mostPairs: 0 });
    return effects.ok ? { ok: true, value: effects.value.moves } : effects;
  }

  /** The same, with the pairs of choices that act on one another. */
  readingEffects(
    queries: readonly Query[] = this.loaded.scenario.ask,
    bounds: ReadingBounds = {},
  ): Result<ReadingEffects> {
    return this.#within(() => readingEffects(this.template, this.loaded, this.#environment, queries, bounds));
  }

  /** The same scenario with each passage read as given. What is asked of it counts together with what is asked here. */
  under(readings: ReadonlyMap<string, string>): Replay {
    const { scenario } = this.loaded;
    const loaded = { ...this.loaded, scenario: { ...scenario, readings } };
    return new Replay(this.template, loaded, this.#through, this.#environment.meter);
  }

  /** The timeline as known at the end of a day, run on through a period in which nothing is reported. */
  #ahead(from: PlainDate | undefined, within: Period, meter = this.#environment.meter) {
    const day = from ?? this.#replayed().lastDay;
    const until = later(day, within);
    const { soFar, known } = this.#knownBy(day, meter);
    const replayed = replayScenario(this.template.machine, soFar, known, until);
    // To look at what would follow has a bound of its own: it takes nothing away from the list.
    const apart = { ...known, meter: new StepMeter() };
    const runOn: RunOn = (through, dayEnd) => replayScenario(this.template.machine, soFar, apart, through, { dayEnd });
    return { day, until, replayed, runOn };
  }

  /** The events and prices through a day. */
  #knownBy(day: PlainDate, meter = this.#environment.meter) {
    const { scenario } = this.loaded;
    const soFar = { ...scenario, ask: [], events: scenario.events.filter(({ on }) => on <= day) };
    const series = new Map([...this.#environment.series].map(([name, market]) => [name, marketUpTo(market, day)]));
    return { soFar, known: { ...this.#environment, series, ...(meter && { meter }) } };
  }

  #described(query: Query, replayed: Replayed): Answer {
    return describeAnswer(withExpected(answer(query, replayed), replayed));
  }

  #replayed(day?: PlainDate): Replayed {
    this.#base ??= this.#replayThrough(this.#through);
    if (day === undefined || day <= this.#base.lastDay) return this.#base;
    if (this.#later?.lastDay !== day) this.#later = this.#replayThrough(day);
    return this.#later;
  }

  #replayThrough(day: PlainDate | undefined): Replayed {
    const { scenario } = this.loaded;
    return replayScenario(this.template.machine, scenario, this.#environment, day);
  }

  #within<T>(run: () => T): Result<T> {
    return withinLimits(this.template, this.loaded, run);
  }
}

/** Runs a scenario: its answers, its journal, what is owed. The same as `new Replay(template, loaded).outcome()`. */
export function runScenario(template: Template, loaded: LoadedScenario): Result<ScenarioRun> {
  return new Replay(template, loaded).outcome();
}

/** What is not owed yet as a day ends and falls due until another, and powers that end. */
function arising(day: PlainDate, until: PlainDate, replayed: Replayed): DueReport {
  const due = arisingBetween(replayed, day, until);
  const now = replayed.run.endOf(day, replayed.run.now);
  return {
    start: replayed.run.start,
    from: day,
    until,
    ...describedDue(due, replayed),
    breaches: [],
    lapses: describeLapses(lapsesBetween(replayed, now, until)),
  };
}

/** How far a run looks ahead at its end. */
const comingTime: Period = { count: 3, unit: "month" };

/** As many levels as are shown beside a failure. */
const derivationLevels = 4;

/** An explanation of which so many levels have been looked at, with their reasons, so that to show them takes no more steps. */
function opened(fact: ReasonFact, levels: number): ReasonFact {
  void fact.because;
  if (levels > 0) for (const use of usesOf(fact)) opened(use, levels - 1);
  return fact;
}

function describedDue(due: readonly DueItem[], replayed: Replayed): Pick<DueReport, "due" | "totals" | "byDay"> {
  const [totals, byDay] = [describeDueTotals(dueTotals(due)), describeDueByDay(dueByDay(due))];
  return { due: describeDue(noted(due, replayed)), totals, byDay };
}

/** What is due, each with what its day says of trading days to come. */
function noted(due: readonly DueItem[], replayed: Replayed): DueItem[] {
  return due.map((item) => ({ ...item, what: owedWithExpected(item.what, replayed) }));
}

/** So much later; what would leave the calendar stays on its last day. */
function later(day: PlainDate, { count, unit }: Period): PlainDate {
  const reached = unit === "month" ? addMonths(day, count) : addDays(day, unit === "week" ? 7 * count : count);
  return reached ?? latestDate;
}

function receiptOf({ program }: Template, { texts }: LoadedScenario): string {
  const series = [...(texts.series ?? [])].flatMap(([name, { text }]) => [name, text]);
  const exchange = texts.exchange === undefined ? [] : [texts.exchange.text];
  const rows = [...(texts.rows ?? [])].flatMap(([path, { text }]) => [path, text]);
  const parts = [
    markOf(program),
    texts.scenario.text,
    texts.market?.text ?? "",
    texts.calendar?.text ?? "",
    ...exchange,
    ...series,
    ...rows,
  ];
  // Lengths keep the parts apart: the same letters divided otherwise give another receipt.
  return sha256Of(parts.map((part) => `${part.length}:${part}`).join("\n"));
}
