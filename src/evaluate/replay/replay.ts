/**
 * Runs a timeline through a program, day by day, and keeps everything that a question may ask about.
 *
 * A day: what opens it; what took effect only today though it came earlier; its other events by their times; what the
 * calendar brings as it ends; then rounds of grounds and edges, each at most once a day, until nothing moves; last, each
 * account adds the interest that its closing balance bears from this day on.
 */
import { entryIn } from "../../base/entry-in.ts";
import { groupBy } from "../../base/group-by.ts";
import { invariant } from "../../base/invariant.ts";
import { largest } from "../../base/largest.ts";
import type { CoreProgram, Value } from "../../core/core.ts";
import { reckonsForward } from "../../core/forward-dates.ts";
import type { ScenarioEvent } from "../../inputs/scenario.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { asPlainDate } from "../../units/plain-date.ts";
import { closeDay, openDay, openLedgers } from "../compile/account-ledgers.ts";
import { moveKey, recordMove } from "../compile/defaults.ts";
import type { CalendarRule, Machine } from "../compile/machine.ts";
import type { Occurrence, RunInputs } from "../state/run.ts";
import { Run } from "../state/run.ts";
import { History } from "../values/history.ts";
import type { RunLimits, StepMeter } from "../values/limits.ts";
import { defaultLimits, entriesOfStep, LimitReached } from "../values/limits.ts";
import type { Problem } from "../values/problem.ts";
import { Absent, Failure, isBeforeData, isProblem, liesAfter } from "../values/problem.ts";
import { applyEvent } from "./apply-event.ts";
import type { Candidate, Firing } from "./batch.ts";
import { commitBatch, commitFurtherStages, firings, hasChanges, inFirstStage, mayFire, prepareBatch } from "./batch.ts";
import { firedFor } from "./calendar-day.ts";
import { Edges } from "./edges.ts";
import { Journal } from "./journal.ts";
import { mayApply } from "./may-apply.ts";

export interface Replay {
  readonly machine: Machine;
  readonly run: Run;
  readonly journal: Journal;
  readonly occurrences: readonly Occurrence[];
  readonly lastDay: PlainDate;
}

/**
 * Replays the events up to `through` and to the last day on which an event takes effect, whichever is later.
 *
 * `dayEnd` is called on each day after what the calendar brings, for what is supposed to be done beside the events.
 */
export function replay(
  machine: Machine,
  inputs: RunInputs,
  events: readonly ScenarioEvent[],
  through: PlainDate,
  limits: RunLimits = defaultLimits,
  meter?: StepMeter,
  dayEnd?: (replay: Replay) => void,
): Replay {
  const { program } = machine;
  const start = inputs.terms.get(program.existsFrom);
  invariant(typeof start === "number", "a note exists from a date");
  const run = new Run(program, inputs, asPlainDate(start), limits, meter);
  const journal = new Journal(run);
  const occurrences = readOccurrences(events, machine, run);
  const withoutDay = occurrences.filter(({ effectiveOn }) => effectiveOn instanceof Failure);
  run.undetermined.push(...withoutDay);
  const byDay = groupBy(occurrences, ({ effectiveOn }) => (isProblem(effectiveOn) ? undefined : effectiveOn));
  const days = [...byDay.keys()].filter((day) => day !== undefined);
  const lastDay = asPlainDate(largest([run.start, ...days], through));
  if (lastDay - run.start > limits.days) throw new LimitReached("days");
  open(machine, run);
  const replayed = { machine, run, journal, occurrences, lastDay };
  const running = { machine, run, journal, edges: new Edges(), done: new Set<string>() };
  for (let day = run.start; day <= lastDay; day = asPlainDate(day + 1)) {
    const known = byDay.get(day) ?? noEvents;
    const undetermined = withoutDay.filter(({ on, mayCountFrom }) => on === day || mayCountFrom <= day);
    runDay(day, undetermined.length === 0 ? known : [...known, ...undetermined], running, () => dayEnd?.(replayed));
  }
  return replayed;
}

const noEvents: readonly Occurrence[] = [];

function readOccurrences(events: readonly ScenarioEvent[], machine: Machine, run: Run): Occurrence[] {
  const numbers = new Map(events.flatMap(({ id }, index) => (id === undefined ? [] : [[id, index] as const])));
  const made = new Map<number, Occurrence>();
  const places = placesInTime(events, machine.program);
  for (const first of events.keys()) {
    // An event may name one that is listed after it, so each is made after the one that it names.
    const waiting: number[] = [];
    for (let next: number | undefined = first; next !== undefined && !made.has(next); ) {
      waiting.push(next);
      const named: string | undefined = events[next]?.for;
      next = named === undefined ? undefined : numbers.get(named);
    }
    for (const index of waiting.toReversed()) {
      const event = events[index];
      if (event === undefined) continue;
      const target = event.for === undefined ? undefined : numbers.get(event.for);
      const refersTo = target === undefined ? undefined : made.get(target);
      made.set(index, occurrenceOf(event, { index, placedAt: places[index] ?? noTime }, refersTo, machine, run));
    }
  }
  return events.flatMap((_, index) => made.get(index) ?? []);
}

const noTime = -1;

/** The time by which each event stands in the day of its report. What opens a day has no part in that order. */
function placesInTime(events: readonly ScenarioEvent[], { events: types }: CoreProgram): number[] {
  const latest = new Map<PlainDate, number>();
  return events.map(({ event, on, at }) => {
    if (entryIn(types, event).opensDay) return noTime;
    const place = at ?? latest.get(on) ?? noTime;
    latest.set(on, place);
    return place;
  });
}

function occurrenceOf(
  event: ScenarioEvent,
  place: Pick<Occurrence, "index" | "placedAt">,
  refersTo: Occurrence | undefined,
  { program, compiler }: Machine,
  run: Run,
): Occurrence {
  const type = entryIn(program.events, event.event);
  const fields = new Map<string, Value | Problem>(event.fields);
  const occurrence: Occurrence = {
    type,
    ...place,
    on: event.on,
    at: event.at,
    id: event.id,
    refersTo,
    fields,
    reported: new Set(event.fields.keys()),
    effectiveOn: event.on,
    mayCountFrom: event.on,
    fixedAt: undefined,
    appliedAt: undefined,
    refused: undefined,
    undecided: undefined,
    fixed: new Map(),
  };
  // Start values and the effective day look at nothing but fields, deal terms, readings and calendars.
  const moment = { run, point: -1, day: event.on, hasEnded: false, version: -1 };
  const binding = { occurrence, outer: undefined };
  for (const { name, initial } of type.fields.values()) {
    if (!fields.has(name) && initial !== undefined) fields.set(name, compiler.value(initial)(moment, binding));
  }
  if (type.takesEffectOn !== undefined) {
    const day = compiler.day(type.takesEffectOn)(moment, binding);
    occurrence.effectiveOn = isProblem(day) || day >= event.on ? day : event.on;
    const end = day instanceof Failure && reckonsForward(type.takesEffectOn, program) ? liesAfter(day) : undefined;
    if (end !== undefined && end >= event.on) occurrence.mayCountFrom = asPlainDate(end + 1);
  }
  return occurrence;
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

interface Running {
  readonly machine: Machine;
  readonly run: Run;
  readonly journal: Journal;
  readonly edges: Edges;
  /** What has moved today. */
  readonly done: Set<string>;
}

function runDay(day: PlainDate, today: readonly Occurrence[], running: Running, dayEnd: () => void): void {
  const { machine, run, journal } = running;
  const looked = run.undetermined.length / entriesOfStep;
  run.spend(1 + today.length + machine.calendarRules.length + machine.accounts.length + looked);
  if (today.length > 0) {
    // Whether an event has taken effect is unknown from today: what reads it may be another than yesterday.
    run.advance(
      day,
      false,
      run.undetermined.some(({ mayCountFrom }) => mayCountFrom === day),
    );
    openDay(run);
    for (const occurrence of inOrderOfDay(today)) {
      const apply = occurrence.effectiveOn instanceof Failure ? mayApply : applyEvent;
      apply(occurrence, machine, run, journal);
    }
  }
  run.advance(day, true, false);
  openDay(run);
  journal.enter("calendar");
  const due = dueToday(machine.calendarRules, run.now);
  if (due !== undefined) commit(due, running);
  dayEnd();
  journal.enter("round");
  settle(running);
  for (const account of machine.accounts) closeDay(account, run.now);
}

/** Calendar rules whose date is today, or may be; on most days there are none. */
function dueToday(rules: readonly CalendarRule[], now: Run["now"]): Candidate[] | undefined {
  let due: Candidate[] | undefined;
  for (const rule of rules) {
    const fired = firedFor(rule, now);
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

/** What opens the day, as listed; then by day and time of the report, so that what was put off to it comes before the rest. */
function inOrderOfDay(today: readonly Occurrence[]): Occurrence[] {
  const [opening, others] = [today.filter(({ type }) => type.opensDay), today.filter(({ type }) => !type.opensDay)];
  const inTime = others.toSorted((a, b) => a.on - b.on || a.placedAt - b.placedAt || a.index - b.index);
  return [...opening.toSorted((a, b) => a.index - b.index), ...inTime];
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
