import { assertNever } from "../../base/assert-never.ts";
import { invariant } from "../../base/invariant.ts";
import type { CheckedProgram, Placed } from "../../checked/ast.ts";
import { scheduleNamed } from "../../checked/ast.ts";
import { circleOf, isSolved } from "../../checked/circles/circles.ts";
import type { Checked, CheckedStatement, StatementOf } from "../../checked/tree.ts";
import { moneyOfAccount, typeNamed } from "../../checked/words.ts";
import { plainNumber, shareExponent, yesOrNo } from "../../units/value-type.ts";
import type * as core from "../core.ts";
import { definitionKey } from "../core.ts";
import { byName } from "../order.ts";
import { lower, movedBy, times } from "./expressions.ts";
import { lowerPeriods } from "./lower.ts";

type DefinitionSymbol = NonNullable<ReturnType<CheckedProgram["symbols"]["definitions"]["get"]>>;
type EventField = StatementOf<"EventDeclaration">["fields"][number];

export function lowerGiven({ statement, section }: Placed<StatementOf<"Given">>): core.Param {
  const { name, type, isOptional, initial, basis, span } = statement;
  const isRestated = basis === "restated";
  return {
    name: name.text,
    section,
    span,
    type: typeNamed(type),
    ...(initial && { initial: lower(initial) }),
    ...(isOptional && { isOptional }),
    ...(isRestated && { isRestated }),
  };
}

export function lowerReading({ statement, section }: Placed<StatementOf<"ReadingDeclaration">>): core.Reading {
  const { name, passage, choices, chosen, span } = statement;
  return {
    name: name.text,
    section,
    span,
    passage: passage?.text ?? "",
    choices: choices.map((choice) => choice.text),
    chosen: chosen?.text ?? "",
  };
}

export function lowerEvent(
  { statement, section }: Placed<StatementOf<"EventDeclaration">>,
  symbols: CheckedProgram["symbols"],
): core.EventType {
  const { name, by, refersTo, happens, fields, takesEffectOn, opensDay, span } = statement;
  // What happens on each date of a list has what its row has.
  const list = happens?.kind === "ScheduleTrigger" ? scheduleNamed(symbols, happens.schedule.text) : undefined;
  return {
    name: name.text,
    section,
    span,
    ...(by && { by: by.text }),
    ...(refersTo && { refersTo: refersTo.text }),
    fields: new Map([
      ...byName(fields.map((field) => [field.name.text, lowerField(field, section)])),
      ...(list ? lowerColumns(list, section) : []),
    ]),
    ...(takesEffectOn && { takesEffectOn: lower(takesEffectOn) }),
    opensDay,
    ...(happens && { happens: lowerHappens(happens) }),
  };
}

function lowerHappens(happens: NonNullable<StatementOf<"EventDeclaration">["happens"]>): core.Happens {
  return happens.kind === "ScheduleTrigger"
    ? { kind: "Schedule", schedule: happens.schedule.text }
    : { kind: "Calendar", date: lower(happens.date) };
}

function lowerField({ name, type, isOptional, initial, asOf, span }: EventField, section: string): core.Field {
  return {
    name: name.text,
    section,
    span,
    type: typeNamed(type),
    isOptional,
    ...(initial && { initial: lower(initial) }),
    ...(asOf && { asOf: asOf.text }),
  };
}

export function lowerSchedule({ statement, section }: Placed<StatementOf<"ScheduleDeclaration">>): core.Schedule {
  const { name, dates, begins, span } = statement;
  const placed = { name: name.text, section, span };
  return {
    ...placed,
    rows: { ...placed, fields: lowerColumns(statement, section), opensDay: false },
    dates: lowerDates(dates),
    ...(begins && { begins: lower(begins) }),
  };
}

function lowerColumns({ dates }: StatementOf<"ScheduleDeclaration">, section: string): core.EventType["fields"] {
  const columns = dates.kind === "GivenDates" ? dates.columns : [];
  return byName(columns.map((column) => [column.name.text, lowerField(column, section)]));
}

type Dates = StatementOf<"ScheduleDeclaration">["dates"];

function lowerDates(dates: Dates): core.Schedule["dates"] {
  if (dates.kind === "GivenDates") return { made: "given", ...(dates.isOptional && { isOptional: true }) };
  return dates.kind === "CycleDates" ? lowerCycle(dates) : lowerJoined(dates);
}

function lowerJoined({ parts }: Extract<Dates, { readonly kind: "JoinedDates" }>): core.JoinedDates {
  return {
    made: "by parts",
    parts: parts.map(({ date, each }) => ({ ...(each && { schedule: each.text }), date: lower(date) })),
  };
}

function lowerCycle(dates: CycleDates): core.CycleDates {
  const { cycle, range, anchor, firstPeriod, lastPeriod, keepsMonthEnds } = dates;
  const moved = dates.moved && movedBy(dates.moved);
  return {
    made: "by cycle",
    cycle: cycle.kind === "Interval" ? lowerInterval(cycle) : daysOfYear(cycle),
    from: lower(range.from),
    fromIncluded: range.fromIncluded,
    to: lower(range.to),
    toIncluded: range.toIncluded,
    ...(anchor && { anchor: lower(anchor) }),
    ...(firstPeriod && { firstPeriod }),
    ...(lastPeriod && { lastPeriod }),
    keepsMonthEnds: keepsMonthEnds ?? false,
    ...(moved && { moved }),
  };
}

type CycleDates = Extract<Dates, { readonly kind: "CycleDates" }>;
type CycleOf<K> = Extract<CycleDates["cycle"], { readonly kind: K }>;

/** Weeks are counted in days, and years in months. */
function lowerInterval({ count, unit, span }: CycleOf<"Interval">): core.CycleDates["cycle"] {
  const one: core.Constant = { kind: "Constant", value: { n: 1n, d: 1n }, type: plainNumber, span };
  const counted = count ? lower(count) : one;
  const factor = { day: 1n, "business day": 1n, "trading day": 1n, week: 7n, month: 1n, year: 12n }[unit];
  const inMonths = unit === "month" || unit === "year";
  return {
    kind: "Interval",
    count: factor === 1n ? counted : times(counted, factor),
    unit: inMonths ? "month" : "day",
  };
}

function daysOfYear({ days }: CycleOf<"DaysOfYear">): core.CycleDates["cycle"] {
  return { kind: "DaysOfYear", days: days.map(({ month, day }) => ({ month, day })) };
}

export function lowerDefinition(symbol: DefinitionSymbol, program: CheckedProgram): core.Definition {
  const { key, name, section, owner, isFixed, statement } = symbol;
  const typed = program.definitionTypes.get(key);
  invariant(typed !== undefined, "a definition of a program without errors has a type");
  return {
    key,
    name: name.text,
    section,
    span: statement.span,
    type: typed.type,
    ...(owner !== undefined && { owner }),
    // A state of each event is fixed by none: only its start is.
    isFixed: isFixed && statement.kind !== "StateDeclaration",
    ...(isSolved(key, program) && { solved: shapeOf(key, program) }),
    isOptional: typed.isOptional,
    value: saidBy(symbol, typed.type),
  };
}

function shapeOf(key: string, program: CheckedProgram): core.CircleShape {
  const { bend } = circleOf(key, program);
  invariant(bend !== undefined, "a circle of a program without errors can be solved");
  return bend;
}

/** A power gives what was asked for, until its limits cut it back; a prohibition is breached unless its condition holds. */
function saidBy({ key, owner, statement }: DefinitionSymbol, type: core.ValueType): core.Expr {
  switch (statement.kind) {
    case "Definition":
      return lower(statement.value);
    case "Power":
      invariant(statement.askingFor !== undefined, "a power that gives something is asked for something");
      return lower(statement.askingFor);
    case "Prohibition":
      return breach(statement);
    case "StateDeclaration": {
      invariant(owner !== undefined, "a state of the note is no definition");
      const of = { kind: "Bound", event: owner, depth: 0 } as const;
      return { kind: "ReadState", name: key, of, type, span: statement.span };
    }
    case "AccountDeclaration": {
      invariant(owner !== undefined, "an account of the note is no definition");
      const of = { kind: "Bound", event: owner, depth: 0 } as const;
      return { kind: "AccountMeasure", measure: "unpaid", account: key, of, type, span: statement.span };
    }
    case "Duty":
    case "Covenant":
      throw new Error("how far a duty has come is defined with it");
    default:
      return assertNever(statement);
  }
}

function breach({ unless, span }: StatementOf<"Prohibition">): core.Expr {
  if (unless === undefined) return { kind: "Constant", value: true, type: yesOrNo, span };
  return { kind: "Not", condition: lower(unless), type: yesOrNo, span };
}

export function lowerExceptions(
  symbol: DefinitionSymbol,
  exceptions: readonly Placed<StatementOf<"Exception">>[],
): core.Override[] {
  return exceptions.map(({ statement, section }) => ({
    name: symbol.name.text,
    section,
    span: statement.span,
    definition: symbol.key,
    guard: lower(statement.condition),
    value: lower(statement.value),
    over: [...new Set(statement.over.map((it) => it.text))].toSorted(),
  }));
}

export function lowerState(
  { statement, section }: Placed<StatementOf<"StateDeclaration">>,
  { stateTypes }: CheckedProgram,
): core.State {
  const { name, owner, initial, basis, fixing, isSignal, span } = statement;
  const key = definitionKey(name.text, owner?.text);
  const typed = stateTypes.get(key);
  invariant(typed !== undefined, "a state of a program without errors has a type");
  return {
    key,
    name: name.text,
    ...(owner && { owner: owner.text }),
    section,
    span,
    type: typed.type,
    isOptional: typed.isOptional,
    ...(initial && { initial: lower(initial) }),
    // What is fixed follows a change of what a share is, as what an event fixes does.
    isRestated: basis === "restated" || (fixing !== undefined && shareExponent(typed.type) !== 0),
    ...(isSignal && { isSignal }),
  };
}

/** A status is a state that is no at first. */
export function lowerStatus({ statement, section }: Placed<StatementOf<"StatusDefinition">>): core.State {
  const { name, span } = statement;
  const initial = yesOrNoConstant(false, statement);
  const own = { key: name.text, name: name.text, section, span };
  return { ...own, type: yesOrNo, isOptional: false, initial, isRestated: false };
}

export function yesOrNoConstant(value: boolean, { span }: CheckedStatement): core.Constant {
  return { kind: "Constant", value, type: yesOrNo, span };
}

export function lowerAccount({ statement, section }: Placed<StatementOf<"AccountDeclaration">>): core.Account {
  const { name, owner, debtor, creditor, accrual, from, condition, dayOfPayment, span } = statement;
  const ends = { type: moneyOfAccount(statement), debtor: debtor.text, creditor: creditor.text };
  const ofOwner = { key: definitionKey(name.text, owner?.text), ...(owner && { owner: owner.text }) };
  const account = { name: name.text, ...ofOwner, section, span, ...ends };
  if (accrual === undefined) return account;
  invariant(from !== undefined, "an account that accrues says from when");
  return {
    ...account,
    accrual: {
      rate: lower(accrual.rate),
      base: lower(accrual.base),
      ...(accrual.isOnEach && { onEach: accountUnder(accrual.base) }),
      basis: lower(accrual.basis),
      ...lowerPeriods(accrual.periods, lower),
      from: lower(from),
      ...(condition && { condition: lower(condition) }),
      ...(dayOfPayment && { dayOfPayment: lower(dayOfPayment) }),
    },
  };
}

function accountUnder(base: Checked): string {
  const read = lower(base);
  invariant(read.kind === "AccountMeasure", "what accrues on each amount accrues on what is overdue on an account");
  return read.account;
}

/** Every name that a question may ask for. An occurrence is no answer. */
export function askableNames({ symbols, definitionTypes }: CheckedProgram): Map<string, core.Askable> {
  const isAnswer = (key: string) => definitionTypes.get(key)?.type.kind !== "occurrence";
  const noteLevel = new Map<string, NonNullable<core.Askable["noteLevel"]>>();
  const perEvent = new Map<string, [string, { kind: "definition" | "field"; key: string }][]>();
  for (const [name, { kind }] of symbols.noteLevel) {
    const answer = answerKinds.get(kind);
    if (answer && isAnswer(definitionKey(name))) noteLevel.set(name, { kind: answer, key: name });
  }
  for (const [event, names] of symbols.perEvent) {
    // No question names a date of a schedule.
    if (scheduleNamed(symbols, event)) continue;
    for (const [name, symbol] of names) {
      const answer =
        symbol.kind === "Field"
          ? ({ kind: "field", key: name } as const)
          : ({ kind: "definition", key: symbol.key } as const);
      if (symbol.kind === "Definition" && !isAnswer(symbol.key)) continue;
      perEvent.set(name, [...(perEvent.get(name) ?? []), [event, answer]]);
    }
  }
  const names = new Set([...noteLevel.keys(), ...perEvent.keys()]);
  return byName([...names].map((name) => [name, askable(name, noteLevel.get(name), perEvent.get(name) ?? [])]));
}

function askable(
  name: string,
  noteLevel: core.Askable["noteLevel"],
  perEvent: readonly [string, { kind: "definition" | "field"; key: string }][],
): core.Askable {
  return { name, ...(noteLevel && { noteLevel }), perEvent: byName(perEvent) };
}

const answerKinds = new Map<string, NonNullable<core.Askable["noteLevel"]>["kind"]>([
  ["Given", "param"],
  ["Definition", "definition"],
  ["State", "state"],
  ["Family", "family"],
  ["Account", "account"],
]);
