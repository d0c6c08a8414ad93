/** What an expression reads, directly or through the definitions that it reads. */
import { hasFields } from "../base/fields.ts";
import { groupBy } from "../base/group-by.ts";
import { once } from "../base/once.ts";
import type { CoreProgram, DayRange, DayWindow, Expr, Occurrence, Schedule } from "./core.ts";

/** Something an expression depends on. Measures of accounts say which. */
export type Dependency =
  | { readonly kind: "definition"; readonly key: string }
  | { readonly kind: "state"; readonly name: string }
  | { readonly kind: "deal term"; readonly name: string }
  | { readonly kind: "account"; readonly name: string; readonly measure: string }
  | { readonly kind: "event"; readonly name: string }
  | { readonly kind: "family"; readonly name: string }
  | { readonly kind: "schedule"; readonly name: string }
  | { readonly kind: "today" }
  | { readonly kind: "market" }
  /** Other days are looked at: `as of`, folds over days, interest. */
  | { readonly kind: "days" };

/** Everything that an expression, or another part of a program, reads itself, in the order of its parts. */
export function directDependencies(part: Expr | Schedule): Dependency[] {
  const found: Dependency[] = [];
  visit(part, found);
  return found;
}

/** Whether an expression reads neither days nor prices nor what accrues: it is the same until something is changed. */
export function isTimeless(expr: Expr, program: CoreProgram): boolean {
  const known = timedDefinitions(program);
  return directDependencies(expr).every((it) => {
    const key = keyOf(it);
    return key === undefined ? isSteady(it) : !known.has(key);
  });
}

/** Whether an expression reads days, prices or what accrues, whatever its parts are. What is `as of` a day may be past for good. */
export function readsTime(expr: Expr): boolean {
  return expr.kind !== "AsOf" && readBy(expr).some(({ kind }) => ofTime.has(kind));
}
const ofTime: ReadonlySet<Dependency["kind"]> = new Set(["today", "market", "days", "account", "schedule"]);

/** Of what reads other things in its turn: definitions and schedules. */
function keyOf(it: Dependency): string | undefined {
  if (it.kind === "definition") return it.key;
  return it.kind === "schedule" ? `schedule ${it.name}` : undefined;
}

/** By their keys, the definitions that with their exceptions are not timeless, and the schedules. */
const timedDefinitions = once((program: CoreProgram) => readersOf(program, (it) => !isSteady(it)));

/** Whether the dates of a schedule follow from deal terms, readings and calendar alone: they are the same all the time. */
export function isFixedSchedule(name: string, program: CoreProgram): boolean {
  return program.shareAdjustments.size === 0 && !changing(program).has(`schedule ${name}`);
}
const changing = once((program: CoreProgram) => readersOf(program, ({ kind }) => kind !== "deal term"));

/** Whether an expression goes by today, deal terms, readings and calendars alone: events, prices and states have no say. */
export function followsCalendar(expr: Expr, program: CoreProgram): boolean {
  const known = moving(program);
  return directDependencies(expr).every((it) => {
    const key = keyOf(it);
    return key === undefined ? isOfCalendar(it) : !known.has(key);
  });
}
const isOfCalendar = ({ kind }: Dependency) => kind === "deal term" || kind === "today";
const moving = once((program: CoreProgram) => readersOf(program, (it) => !isOfCalendar(it)));

/** By their keys, the definitions and schedules that read, in however many turns, something that is asked for. */
function readersOf(program: CoreProgram, isAskedFor: (it: Dependency) => boolean): ReadonlySet<string> {
  const { definitions, overrides, schedules } = program;
  const partsOf = groupBy(overrides, ({ definition }) => definition);
  const readers = new Map<string, string[]>();
  const found = new Set<string>();
  const waiting: string[] = [];
  const enter = (key: string, own: readonly Dependency[]) => {
    for (const it of own) {
      const read = keyOf(it);
      if (read === undefined) continue;
      const known = readers.get(read) ?? [];
      readers.set(read, known);
      known.push(key);
    }
    if (own.some((it) => keyOf(it) === undefined && isAskedFor(it))) waiting.push(key);
  };
  for (const [key, { value }] of definitions) {
    const parts = [value, ...(partsOf.get(key) ?? []).flatMap((it) => [it.guard, it.value])];
    enter(key, parts.flatMap(directDependencies));
  }
  for (const [name, schedule] of schedules) {
    const own = directDependencies(schedule);
    const { dates } = schedule;
    for (const part of dates.made === "by parts" ? dates.parts : []) {
      if (part.schedule !== undefined) own.push({ kind: "schedule", name: part.schedule });
    }
    enter(`schedule ${name}`, own);
  }
  // From those that read time themselves on to all that read them, without recursion: chains may be long.
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    waiting.push(...(readers.get(next) ?? []));
  }
  return found;
}

function isSteady({ kind }: Dependency): boolean {
  return kind === "state" || kind === "event" || kind === "deal term";
}

function visit(part: unknown, found: Dependency[]): void {
  for (const node of nodesIn(part)) found.push(...readBy(node));
}

/** Every expression in a part of a program, from the outside in. */
export function expressionsIn(part: unknown): Expr[] {
  return nodesIn(part).flatMap((node) => (isExpression(node) ? [node] : []));
}

function isExpression(node: Node): node is Expr {
  return "type" in node;
}

// Walks plain data: every part of a core expression that is itself an expression or an occurrence has a `kind`.
function nodesIn(part: unknown, found: Node[] = []): Node[] {
  if (part instanceof Map || Array.isArray(part)) {
    for (const inner of part.values()) nodesIn(inner, found);
  } else if (hasFields(part)) {
    found.push(...asNode(part));
    for (const name in part) if (name !== "span" && name !== "type") nodesIn(part[name], found);
  }
  return found;
}

function asNode(part: object): Node[] {
  return isNode(part) ? [part] : [];
}

type Node = Expr | Occurrence | DayRange | DayWindow;
type NodeOf<K> = Extract<Node, { readonly kind: K }>;

function isNode(part: object): part is Node {
  return "kind" in part && Object.hasOwn(reads, String(part.kind));
}

function readBy<K extends Node["kind"]>(node: NodeOf<K>): readonly Dependency[] {
  return reads[node.kind](node);
}

const nothing = (): readonly Dependency[] => [];
const definition = ({ key }: { readonly key: string }): readonly Dependency[] => [{ kind: "definition", key }];
const event = ({ event: name }: { readonly event: string }): readonly Dependency[] => [{ kind: "event", name }];
const family = ({ family: name }: { readonly family: string }): readonly Dependency[] => [{ kind: "family", name }];
const otherDays = (): readonly Dependency[] => [{ kind: "days" }];

/** What a node reads itself, apart from its parts. A new kind of node has to say it. */
const reads: { readonly [K in Node["kind"]]: (node: NodeOf<K>) => readonly Dependency[] } = {
  ReadDefinition: definition,
  ReadDisplaced: definition,
  Named: definition,
  ReadState: ({ name }) => [{ kind: "state", name }],
  AccountMeasure: ({ account, measure }) => [{ kind: "account", name: account, measure }],
  FamilyHolds: family,
  FamilyStart: family,
  EventFold: (fold) => (fold.dates === undefined ? event(fold) : [{ kind: "schedule", name: fold.event }]),
  Referring: event,
  Referred: event,
  Found: event,
  HasHappened: ({ event: name }) => (name === undefined ? [] : [{ kind: "event", name }]),
  Today: () => [{ kind: "today" }],
  MarketPrice: () => [{ kind: "market" }],
  AsOf: otherDays,
  DayFold: otherDays,
  Interest: otherDays,
  ReadParam: ({ name }) => [{ kind: "deal term", name }],
  // Readings and what an occurrence was given never change.
  Constant: nothing,
  ReadingIs: nothing,
  ByReading: nothing,
  ReadField: nothing,
  EventMoment: nothing,
  Bound: nothing,
  OccurrenceValue: nothing,
  Phrase: nothing,
  DayRange: nothing,
  DayWindow: nothing,
  Arithmetic: nothing,
  Extreme: nothing,
  Total: nothing,
  Case: nothing,
  OnlyWhile: nothing,
  OrElse: nothing,
  Round: nothing,
  RoundedPower: nothing,
  Shift: nothing,
  TimeElsewhere: nothing,
  TimeShift: nothing,
  Step: nothing,
  PeriodEdge: nothing,
  DatePart: nothing,
  Every: nothing,
  Compare: nothing,
  IsSet: nothing,
  Not: nothing,
  Logic: nothing,
};
