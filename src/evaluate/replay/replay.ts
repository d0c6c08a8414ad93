/**
 * Runs a timeline through a program, day by day, and keeps everything that a question may ask about.
 *
 * A day: what opens it; what took effect only today though it came earlier; its other events by their times; what the
 * calendar brings as it ends; then rounds of grounds and edges, each at most once a day, until nothing moves; last, each
 * account adds the interest that its closing balance bears from this day on.
 */
import { entryIn } from "../../base/entry-in.ts";
import { listUnder } from "../../base/group-by.ts";
import { invariant } from "../../base/invariant.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { asPlainDate, earliestDate } from "../../units/plain-date.ts";
import { closeDay, openDay, openLedgers } from "../compile/account-ledgers.ts";
import { moveKey, recordMove } from "../compile/defaults.ts";
import type { CalendarRule, Machine } from "../compile/machine.ts";
import type { Occurrence, RunInputs } from "../state/run.ts";
import { Run } from "../state/run.ts";
import { History } from "../values/history.ts";
import type { RunLimits, StepMeter } from "../values/limits.ts";
import { defaultLimits, entriesOfStep, LimitReached } from "../values/limits.ts";
import { Absent, Failure, isBeforeData, isProblem, liesAfter } from "../values/problem.ts";
import type { Candidate, Firing } from "./batch.ts";
import { commitBatch, commitFurtherStages, firings, hasChanges, inFirstStage, mayFire, prepareBatch } from "./batch.ts";
import { firedFor } from "./calendar/calendar-day.ts";
import { PassedOver } from "./calendar/passed-over.ts";
import { Edges } from "./edges.ts";
import { applyEvent } from "./events/apply-event.ts";
import { DatedEvents } from "./events/dated-events.ts";
import { mayApply } from "./events/may-apply.ts";
import type { ListedEvent } from "./events/occurrence.ts";
import { readOccurrences } from "./events/occurrence.ts";
import { Journal } from "./journal.ts";

export interface Replay {
  readonly machine: Machine;
  readonly run: Run;
  readonly journal: Journal;
  readonly occurrences: readonly Occurrence[];
  readonly lastDay: PlainDate;
  /** Goes on through a later day, until which nothing is reported. */
  runOn(through: PlainDate): void;
}

/** What is done on each day of a replay beside the events that are listed. */
export interface Daily {
  /** Called before everything else of a day: the events that are given to open it. */
  readonly opens?: (replay: Replay) => readonly Occurrence[];
  /** Called when it has opened: the events that are given then. */
  readonly decides?: (replay: Replay) => readonly Occurrence[];
  /** Called behind the day's events: those that are given at its close. */
  readonly closes?: (replay: Replay) => readonly Occurrence[];
  /** Called after what the calendar brings, for what is supposed to be done. */
  readonly dayEnd?: (replay: Replay) => void;
  /** Called when nothing of the day is to come but the interest that it bears. */
  readonly ended?: (replay: Replay) => void;
}

/** Replays the events up to `through` and to the last day on which an event takes effect, whichever is later. */
export function replay(
  machine: Machine,
  inputs: RunInputs,
  events: readonly ListedEvent[],
  through: PlainDate,
  limits: RunLimits = defaultLimits,
  meter?: StepMeter,
  daily: Daily = {},
): Replay {
  const { program } = machine;
  const start = inputs.terms.get(program.existsFrom);
  invariant(typeof start === "number", "a note exists from a date");
  const run = new Run(program, inputs, asPlainDate(start), limits, meter);
  const journal = new Journal(run);
  const dated = new DatedEvents(machine, run);
  const occurrences = readOccurrences(events, machine, run, (id) => dated.named(id));
  const timeline = new Timeline(run);
  const reach = (day: PlainDate) => {
    replayed.lastDay = asPlainDate(Math.max(replayed.lastDay, day));
    if (replayed.lastDay - run.start > limits.days) throw new LimitReached("days");
  };
  let next = run.start;
  const runOn = (day: PlainDate) => {
    reach(day);
    for (; next <= replayed.lastDay; next = asPlainDate(next + 1)) runDay(next, running);
  };
  const replayed = { machine, run, journal, occurrences: timeline.all, lastDay: run.start, runOn };
  reach(through);
  const add = (given: readonly Occurrence[]) => {
    for (const occurrence of given) timeline.add(occurrence);
    reach(timeline.lastDay);
  };
  add(occurrences);
  open(machine, run);
  const running = {
    machine,
    run,
    journal,
    edges: new Edges(),
    passed: new PassedOver(),
    done: new Set<string>(),
    daily,
    replayed,
    timeline,
    dated,
    add,
  };
  runOn(through);
  return replayed;
}

function open({ program, accounts, compiler }: Machine, run: Run): void {
  const start = run.advance(run.start, false, true);
  const ofNote = [...program.states.values()].filter(({ owner }) => owner === undefined);
  for (const state of ofNote) run.states.set(state.key, { state, of: undefined, history: new History() });
  // A state may start at another, or at a definition that reads one: each starts when it is first asked for.
  run.starting = (name) => {
    const { initial } = entryIn(program.states, name);
    const value = initial ? compiler.value(initial)(start, undefined) : new Absent({ kind: "not set", state: name });
    entryIn(run.states, name).history.record(start.point, value);
    return value;
  };
  openLedgers(accounts, run);
  for (const { key } of ofNote) {
    if (entryIn(run.states, key).history.latest === undefined) run.starting(key);
  }
  run.starting = undefined;
}

/** The events by the days on which they take effect. */
class Timeline {
  readonly all: Occurrence[] = [];
  readonly #run: Run;
  readonly #byDay = new Map<PlainDate, Occurrence[]>();
  readonly #withoutDay: Occurrence[] = [];
  lastDay = earliestDate;

  constructor(run: Run) {
    this.#run = run;
  }

  add(occurrence: Occurrence): void {
    const { effectiveOn } = occurrence;
    this.all.push(occurrence);
    if (effectiveOn instanceof Failure) {
      this.#withoutDay.push(occurrence);
      this.#run.undetermined.push(occurrence);
      this.#run.undetermined.sort((a, b) => a.index - b.index);
    } else if (!isProblem(effectiveOn)) {
      listUnder(this.#byDay, effectiveOn, occurrence);
      this.lastDay = asPlainDate(Math.max(this.lastDay, effectiveOn));
    }
  }

  /** What takes effect on a day, or may. */
  on(day: PlainDate): readonly Occurrence[] {
    const known = this.#byDay.get(day) ?? noEvents;
    const undetermined = this.#withoutDay.filter(({ on, mayCountFrom }) => on === day || mayCountFrom <= day);
    return undetermined.length === 0 ? known : [...known, ...undetermined];
  }

  /** Whether it is unknown from a day on whether an event has taken effect: what reads it may be another than yesterday. */
  mayCountFrom(day: PlainDate): boolean {
    return this.#run.undetermined.some(({ mayCountFrom }) => mayCountFrom === day);
  }
}

const noEvents: readonly Occurrence[] = [];

interface Running {
  readonly machine: Machine;
  readonly run: Run;
  readonly journal: Journal;
  readonly edges: Edges;
  readonly passed: PassedOver;
  /** What has moved today. */
  readonly done: Set<string>;
  readonly daily: Daily;
  readonly replayed: Replay;
  readonly timeline: Timeline;
  readonly dated: DatedEvents;
  /** Adds events that are given. */
  readonly add: (given: readonly Occurrence[]) => void;
}

function runDay(day: PlainDate, running: Running): void {
  const { machine, run, journal, daily, replayed, timeline, dated, add } = running;
  add(dated.on(day));
  if (daily.opens !== undefined) {
    run.advance(day, false, timeline.mayCountFrom(day));
    openDay(run);
    add(daily.opens(replayed));
  }
  let today = timeline.on(day);
  const looked = run.undetermined.length / entriesOfStep;
  run.spend(1 + today.length + machine.calendarRules.length + run.accounts.size + looked);
  if (daily.decides !== undefined) {
    const isOpening = ({ type }: Occurrence) => type.opensDay || type.happens !== undefined;
    apply(inOrderOfDay(today.filter(isOpening), running), running);
    add(daily.decides(replayed));
    today = timeline.on(day).filter((it) => !isOpening(it));
  }
  if (today.length > 0) {
    // Whether an event has taken effect is unknown from today: what reads it may be another than yesterday.
    run.advance(day, false, timeline.mayCountFrom(day));
    openDay(run);
    apply(inOrderOfDay(today, running), running);
  }
  if (daily.closes !== undefined) {
    run.advance(day, false, false);
    const given = daily.closes(replayed);
    add(given);
    apply(
      given.filter(({ effectiveOn }) => effectiveOn === day || effectiveOn instanceof Failure),
      running,
    );
  }
  run.advance(day, true, false);
  openDay(run);
  journal.enter("calendar");
  const due = dueToday(running);
  if (due !== undefined) commit(due, running);
  daily.dayEnd?.(replayed);
  journal.enter("round");
  settle(running);
  daily.ended?.(replayed);
  for (const held of run.accounts.values()) closeDay(held, run.now);
}

function apply(events: readonly Occurrence[], { machine, run, journal }: Running): void {
  for (const occurrence of events) {
    if (occurrence.effectiveOn instanceof Failure) mayApply(occurrence, machine, run, journal);
    else applyEvent(occurrence, machine, run, journal);
  }
}

/** Calendar rules whose date is today, or may be; on most days there are none. */
function dueToday({ machine, run: { now }, journal, passed }: Running): Candidate[] | undefined {
  let due: Candidate[] | undefined;
  for (const rule of machine.calendarRules) {
    const fired = firedFor(rule, now, (date) => passed.look(rule, date, now, journal));
    if (isProblem(fired)) {
      if (!(fired instanceof Failure && mayBeToday(fired, rule, now.day))) continue;
      due ??= [];
      // Without its dates, nothing says of which of them its condition would speak.
      const unconditional = rule.rows === undefined ? rule : { ...rule, condition: undefined };
      due.push({ rule, fire: (moment) => mayFire([unconditional], undefined, fired, moment) });
    } else {
      for (const binding of fired) {
        due ??= [];
        due.push({ rule, fire: (moment) => firings([rule], binding, moment) });
      }
    }
  }
  return due;
}

/** A date before the data is not looked for; one that is counted forward lies after the data. */
function mayBeToday(date: Failure, { isForward }: CalendarRule, today: PlainDate): boolean {
  return !isBeforeData(date) && !(isForward && today <= (liesAfter(date) ?? 0));
}

/**
 * What opens the day, as listed, and what happens by itself; then by day and time of the report, so that what was put off
 * to the day comes before the rest.
 */
function inOrderOfDay(today: readonly Occurrence[], { dated }: Running): Occurrence[] {
  const opening = today.filter(({ type }) => type.opensDay);
  const others = today.filter(({ type }) => !type.opensDay && type.happens === undefined);
  const inTime = others.toSorted((a, b) => a.on - b.on || a.placedAt - b.placedAt || a.index - b.index);
  return [...opening.toSorted((a, b) => a.index - b.index), ...dated.inOrder(today), ...inTime];
}

const none = (): readonly Firing[] => [];

/** Rounds of grounds and edges: all of a round read the state before it, and each moves at most once a day. */
function settle(running: Running): void {
  const { machine, run, journal, edges, done } = running;
  if (done.size > 0) done.clear();
  for (;;) {
    const before = run.now;
    const moves = machine.eventsOfDefault.movesAt(before, done);
    // What one default ends and another begins goes on, so edges wait until no default moves.
    const fired = moves.length > 0 ? [] : edges.firing(machine.edgeRules, before, done);
    if (moves.length === 0 && fired.length === 0) break;
    const batch = prepareBatch(fired, before, machine);
    const after = run.advance(before.day, true, true);
    for (const move of moves) {
      done.add(moveKey(move));
      recordMove(move, after);
      journal.defaultCondition(move, after);
    }
    commitBatch(batch, before, journal);
    // Edges that fire together have their conditions looked at together.
    commitFurtherStages(
      fired.map(({ rule }) => ({ rule, fire: none })),
      fired,
      machine,
      run,
      journal,
    );
  }
  edges.close(machine.edgeRules, run.now);
}

function commit(candidates: readonly Candidate[], { machine, run, journal }: Running): void {
  const before = run.now;
  const fired = inFirstStage(candidates, before);
  const batch = prepareBatch(fired, before, machine);
  if (hasChanges(batch)) {
    run.advance(before.day, true, true);
    commitBatch(batch, before, journal);
  }
  commitFurtherStages(candidates, fired, machine, run, journal);
}
