import type { Askable, CoreProgram, Expr, Plan, ValueType } from "../../../src/core/core.ts";
import type { Environment } from "../../../src/index.ts";
import type { Question, Scenario } from "../../../src/inputs/scenario.ts";
import type { PlainDate } from "../../../src/units/plain-date.ts";
import { nextDay, parseDate } from "../../../src/units/plain-date.ts";
import { plainValue } from "../../../src/units/render-value.ts";
import { money, yesOrNo } from "../../../src/units/value-type.ts";
import { kindOf } from "./dated-kinds.ts";
import type { Scope } from "./interpret.ts";
import { evaluate, evaluateDate, fieldOf, readDefinition, takenValue, undeterminedOf } from "./interpret.ts";
import type { SimplePlan } from "./plans.ts";
import { SimplePlanner } from "./plans.ts";
import { byTime, effectiveDays, opensDay, runDay } from "./run.ts";
import type { ErrorKind, Moment, Occurrence, Outcome, World } from "./world.ts";
import { absent, failure, lastMomentOf, momentAt } from "./world.ts";

/** The answer to a question: numbers and dates as text, absent as null, a failure by its kind. */
export type SimpleAnswer =
  | { readonly kind: "value"; readonly text: string }
  | { readonly kind: "null" }
  | { readonly kind: "error"; readonly error: ErrorKind };

/**
 * A second evaluator, written from docs/semantics.md alone, to hold against the exact one.
 *
 * It is as plain as that page: lists that are looked through from their start, one function over expressions, accounts
 * that take in day after day. It knows nothing of src/evaluate/, and speed is no aim.
 */
export function simpleEvaluate(
  program: CoreProgram,
  scenario: Scenario,
  environment: Pick<Environment, "series" | "calendar" | "exchange">,
): SimpleAnswer[] {
  const world = emptyWorld(program, scenario, environment);
  const effective = effectiveDays(world);
  const asked = scenario.ask.flatMap(({ on, of }) => {
    const ofDated = of !== undefined && kindOf(world, of) ? parseDate(of.slice(-10)) : undefined;
    return [on, ofDated].filter((day) => day !== undefined);
  });
  const took = [...effective.values()].flatMap((day) => (day === undefined ? [] : [day]));
  const last = Math.max(world.firstDay, ...asked, ...took) as PlainDate;
  for (let day = world.firstDay; day <= last; day = nextDay(day)) runDay(world, day, effective);
  return scenario.ask.map((question) => answer(question, world, last));
}

/** The same with a plan, through a day at least; what it gave comes with the answers. */
export function simplyEnact(
  program: CoreProgram,
  plan: Plan,
  scenario: Scenario,
  environment: Pick<Environment, "series" | "calendar" | "exchange">,
  through: PlainDate,
): SimplePlan & { readonly answers: readonly SimpleAnswer[] } {
  const world = emptyWorld(program, scenario, environment);
  inOrderOfTime(world);
  const effective = effectiveDays(world);
  const planner = new SimplePlanner(plan, world, effective, through);
  const lastDay = () =>
    Math.max(world.firstDay, through, ...[...effective.values()].map((day) => day ?? 0)) as PlainDate;
  for (let day = world.firstDay; day <= lastDay(); day = nextDay(day)) runDay(world, day, effective, planner);
  return { ...planner.found, answers: scenario.ask.map((question) => answer(question, world, lastDay())) };
}

/** Events as a plan lists them: day by day, what opens a day first, then by their times. */
function inOrderOfTime(world: World): void {
  const days = [...new Set(world.occurrences.map(({ event }) => event.on))].toSorted((a, b) => a - b);
  const listed = days.flatMap((day) => [
    ...world.occurrences.filter(({ event }) => event.on === day && opensDay(world, event.event)),
    ...byTime(world, day),
  ]);
  world.occurrences.splice(0, world.occurrences.length, ...listed);
}

function emptyWorld(
  program: CoreProgram,
  scenario: Scenario,
  { series, calendar, exchange }: Pick<Environment, "series" | "calendar" | "exchange">,
): World {
  const world: World = {
    program,
    scenario,
    series,
    calendar,
    exchange,
    firstDay: 0 as PlainDate,
    points: [],
    states: [],
    accounts: [],
    moves: [],
    held: new Map(),
    accruedOn: new Map(),
    itemsThen: new Map(),
    occurrences: scenario.events.map((event, index) => ({ index, event, isRefused: false, fixed: new Map() })),
    applied: [],
    known: new Map(),
    rows: new Map(),
  };
  const type: ValueType = { kind: "date" };
  const [anywhere] = scenario.ask;
  const read: Expr = { kind: "ReadParam", name: program.existsFrom, type, span: anywhere?.span ?? noSpan };
  const first = evaluateDate(read, {
    world,
    now: { point: -1, day: 0 as PlainDate, ended: true, basis: { n: 1n, d: 1n } },
    bound: [],
  });
  if (first.kind !== "value") throw new Error("the note has no first day");
  return { ...world, firstDay: first.value };
}

/** No expression made here is ever shown. */
const noSpan = { source: undefined as never, start: 0, end: 0 };

function answer(question: Question, world: World, last: PlainDate): SimpleAnswer {
  const now = lastMomentOf(world, question.on ?? last);
  const occurrence = world.occurrences.find(({ event }) => event.id !== undefined && event.id === question.of);
  if (occurrence?.event.event === question.value) return asAnswer(whetherTaken(occurrence, now), yesOrNo);
  const asked = world.program.askable.get(question.value);
  if (asked === undefined) throw new Error(`nothing is called ${question.value}`);
  const never = occurrence === undefined && question.of !== undefined ? kindOf(world, question.of) : undefined;
  const [outcome, type]: [Outcome, ValueType] = never
    ? [undeterminedOf(world, never.name, now) ?? failure("undefined"), { kind: "yes or no" }]
    : occurrence === undefined
      ? askNote(asked, question.of, world, now)
      : askOccurrence(asked, occurrence, question, world, now);
  return asAnswer(outcome, type);
}

/** Of the event itself: whether it counts by then. */
function whetherTaken({ isRefused, spoiled, appliedAt, never }: Occurrence, now: Moment): Outcome {
  if (isRefused) return failure("refused");
  if (spoiled !== undefined) return spoiled;
  if (appliedAt === undefined) return never?.kind === "failure" ? never : failure("missing data");
  return { kind: "value", value: now.point >= appliedAt };
}

function asAnswer(outcome: Outcome, type: ValueType): SimpleAnswer {
  switch (outcome.kind) {
    case "value":
      return { kind: "value", text: String(plainValue(outcome.value, type)) };
    case "absent":
      return { kind: "null" };
    case "failure":
      return { kind: "error", error: outcome.error };
  }
}

function askNote({ noteLevel }: Askable, section: string | undefined, world: World, now: Moment): [Outcome, ValueType] {
  if (noteLevel === undefined) throw new Error("asked of nothing");
  const { program } = world;
  const scope: Scope = { world, now, bound: [] };
  const { key } = noteLevel;
  const read = (expr: Partial<Expr>, type: ValueType | undefined): [Outcome, ValueType] => {
    if (type === undefined) throw new Error(`nothing is called ${key}`);
    return [evaluate({ ...expr, type, span: noSpan } as Expr, scope), type];
  };
  switch (noteLevel.kind) {
    case "definition":
      return read({ kind: "ReadDefinition", key }, program.definitions.get(key)?.type);
    case "state":
      return read({ kind: "ReadState", name: key }, program.states.get(key)?.type);
    case "param":
      return read({ kind: "ReadParam", name: key }, program.params.get(key)?.type);
    case "account":
      return read({ kind: "AccountMeasure", measure: "unpaid", account: key }, money);
    case "family":
      return read({ kind: "FamilyHolds", family: key, sections: section === undefined ? [] : [section] }, yesOrNo);
  }
}

function askOccurrence(
  { perEvent }: Askable,
  occurrence: Occurrence,
  { on }: Question,
  world: World,
  end: Moment,
): [Outcome, ValueType] {
  const { program } = world;
  const key = perEvent.get(occurrence.event.event);
  const event = program.events.get(occurrence.event.event);
  if (key === undefined || event === undefined) throw new Error("asked of the wrong event");
  const definition = key.kind === "definition" ? program.definitions.get(key.key) : undefined;
  const type = definition?.type ?? event.fields.get(key.key)?.type;
  if (type === undefined) throw new Error("asked of the wrong event");
  if (occurrence.isRefused) return [failure("refused"), type];
  if (occurrence.spoiled !== undefined) return [occurrence.spoiled, type];
  const { appliedAt, countsFrom } = occurrence;
  if (definition === undefined) {
    if (on === undefined) return [fieldOf(occurrence, key.key, { world, now: end, bound: [] }), type];
    const of = { kind: "Bound", event: event.name, depth: 0 } as const;
    const read = { kind: "ReadField", name: key.key, of, type, span: noSpan } as const;
    return [evaluate(read, { world, now: end, bound: [occurrence] }), type];
  }
  if (appliedAt === undefined)
    return [occurrence.never?.kind === "failure" ? occurrence.never : failure("missing data"), type];
  if (definition.isFixed) {
    const taken: Scope = { world, now: momentAt(world, appliedAt), bound: [occurrence] };
    if (on === undefined) return [takenValue(definition, occurrence, taken), type];
    if (end.point < appliedAt) return [absent, type];
  }
  const isState = program.states.has(definition.key) || program.accounts.has(definition.key);
  const now = on === undefined && countsFrom !== undefined && !isState ? momentAt(world, countsFrom) : end;
  const scope: Scope = { world, now, bound: [occurrence] };
  const live = readDefinition(definition.key, [occurrence], scope);
  const isEarly = countsFrom !== undefined && now.point < countsFrom;
  return [isEarly && live.kind === "failure" && live.error === "undefined" ? absent : live, type];
}
