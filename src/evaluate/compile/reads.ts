import { invariant } from "../../base/invariant.ts";
import type { Expr, Field, Value } from "../../core/core.ts";
import { printSource } from "../../core/source-text.ts";
import type { Exact } from "../../units/exact.ts";
import { divide, isZero, multiply, zero } from "../../units/exact.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { formatDate } from "../../units/plain-date.ts";
import { shareExponent } from "../../units/value-type.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { hasGrowingItems } from "../ledger/ledger.ts";
import {
  accruing,
  attachedOverdue,
  due,
  firstOverdue,
  onOutstandingBase,
  overdue,
  payableOn,
  unpaid,
} from "../ledger/measures.ts";
import type { Binding, Moment, Occurrence, Result } from "../state/run.ts";
import { restate } from "../state/run.ts";
import type { Problem } from "../values/problem.ts";
import { Absent, Failure, isProblem } from "../values/problem.ts";
import { baseOf, ledgerAt, postedAt } from "./account-ledgers.ts";
import type { Code, Compiler, CompilerOf } from "./compile.ts";
import { compileOccurrence } from "./occurrences.ts";

type Kinds =
  | "ReadParam"
  | "ReadDefinition"
  | "ReadDisplaced"
  | "ReadState"
  | "ReadField"
  | "EventMoment"
  | "Today"
  | "MarketPrice"
  | "AsOf"
  | "AccountMeasure"
  | "OccurrenceValue";

/** Everything that looks something up: inputs, other definitions, state, accounts, and all of these on an earlier day. */
export const readCompilers: { readonly [K in Kinds]: CompilerOf<K> } = {
  ReadParam:
    ({ name }) =>
    ({ run }) => {
      const value = run.inputs.terms.get(name) as Value;
      run.tracer?.param(name, value);
      return value;
    },
  ReadDefinition: compileReadDefinition,
  ReadDisplaced:
    ({ key }, { definitions, displaced }) =>
    (moment, binding) => {
      invariant(displaced !== undefined, "the rule displaced is read in an exception only");
      // An exception to a value of an event speaks of that event outermost, whatever folds stand in between.
      const { owner } = definitions.definition(key);
      return definitions.readDisplaced(key, displaced, owner === undefined ? undefined : outermost(binding), moment);
    },
  ReadState: ({ name, span }, { program }) => {
    const section = program.states.get(name)?.section ?? "";
    return (moment) => {
      const { run, point } = moment;
      if (point < 0) return new Failure("missing data", `${name} has no value before ${formatDate(run.start)}`, span);
      const value =
        run.states.get(name)?.at(point) ?? run.starting?.(name) ?? new Absent(`${name} is not set`, section);
      run.tracer?.state(name, value, moment);
      return value;
    };
  },
  ReadField: compileReadField,
  EventMoment: (expr, compiler) => {
    const find = compileOccurrence(expr.of, compiler);
    return (moment, binding) => {
      const occurrence = find(moment, binding);
      if (isProblem(occurrence)) return occurrence;
      const value = expr.moment === "date" ? occurrence.on : occurrence.at;
      moment.run.tracer?.field(occurrence, expr.moment, value);
      return value;
    };
  },
  Today:
    () =>
    ({ day }) =>
      day,
  MarketPrice:
    ({ column, span }) =>
    (moment) => {
      const { run, day } = moment;
      const { market } = run.inputs;
      if (market === undefined) return new Failure("missing data", "the scenario names no market data", span);
      const row = market.rowOf(day);
      if (row < 0) return new Failure("missing data", `the market data have no row for ${formatDate(day)}`, span);
      const value = market.value(row, column);
      run.tracer?.market(column, day, value);
      return value;
    },
  AsOf: compileAsOf,
  AccountMeasure: compileAccountMeasure,
  OccurrenceValue: ({ of }, compiler) => compileOccurrence(of, compiler),
};

function outermost(binding: Binding | undefined): Occurrence | undefined {
  return binding?.outer === undefined ? binding?.occurrence : outermost(binding.outer);
}

function compileReadDefinition({ key, of }: Extract<Expr, { kind: "ReadDefinition" }>, compiler: Compiler): Code {
  const { definitions } = compiler;
  const compiled = definitions.compiled(key);
  if (of === undefined) return (moment) => definitions.valueOf(compiled, undefined, moment);
  const find = compileOccurrence(of, compiler);
  return (moment, binding) => {
    const owner = find(moment, binding);
    return isProblem(owner) ? owner : definitions.valueOf(compiled, owner, moment);
  };
}

function compileReadField({ name, of, span, type }: Extract<Expr, { kind: "ReadField" }>, compiler: Compiler): Code {
  const find = compileOccurrence(of, compiler);
  const exponent = shareExponent(type);
  return (moment, binding) => {
    const occurrence = find(moment, binding);
    if (isProblem(occurrence)) return occurrence;
    const field = occurrence.type.fields.get(name) as Field;
    const value = occurrence.fields.get(name) ?? new Absent(`${name} is not given`, field.section);
    moment.run.tracer?.field(occurrence, name, value);
    if (exponent === 0 || isProblem(value)) return value;
    const told = shareBasisOf(occurrence, field, moment);
    return told instanceof Failure
      ? new Failure(told.error, told.message, span)
      : restate(value, exponent, told, moment);
  };
}

/** The moment in whose shares a field was given: the end of the day it names, or the point at which the event took effect. */
export function shareBasisOf(occurrence: Occurrence, field: Field, moment: Moment): Moment | Failure {
  if (field.asOf !== undefined) {
    const day = occurrence.fields.get(field.asOf);
    if (typeof day === "number") return moment.run.endOf(day as PlainDate, moment);
  }
  // While its own event is being applied, a figure is told in the shares of that moment.
  return occurrence.fixedAt === undefined ? moment : moment.run.momentAt(occurrence.fixedAt);
}

function compileAsOf(expr: Extract<Expr, { kind: "AsOf" }>, { compile }: Compiler): Code {
  const value = compile(expr.value);
  const date = compile(expr.date);
  const exponent = shareExponent(expr.type);
  return (moment, binding) => {
    const day = date(moment, binding);
    if (isProblem(day)) return day;
    if (moment.day < (day as PlainDate)) return notYet(expr, day as PlainDate, moment);
    const then = moment.run.endOf(day as PlainDate, moment);
    return restate(value(then, binding), exponent, then, moment);
  };
}

function notYet(expr: Extract<Expr, { kind: "AsOf" }>, day: PlainDate, moment: Moment): Failure {
  const what = printSource(expr.span);
  return new Failure("missing data", `\`${what}\`: ${formatDate(day)} is after ${formatDate(moment.day)}`, expr.span);
}

function compileAccountMeasure(expr: Extract<Expr, { kind: "AccountMeasure" }>, compiler: Compiler): Code {
  const on = expr.on === undefined ? undefined : compiler.compile(expr.on);
  const { account, measure, span } = expr;
  const readsLots = measure === "unpaid" || measure === "accruing";
  return (moment, binding) => {
    if (moment.point < 0)
      return measure === "first overdue" ? new Absent(`nothing of ${account} is overdue`, "") : zero;
    const ledger = readsLots ? ledgerAt(account, moment) : itemsAt(account, moment);
    if (isProblem(ledger)) return ledger;
    const argument = on?.(moment, binding);
    if (isProblem(argument)) return argument;
    moment.run.tracer?.account(account, measure, moment);
    if (argument !== undefined && measure !== "payable") {
      const whole = measure === "overdue" ? attachedOverdue(ledger, lastEndedDay(moment)) : onOutstandingBase(ledger);
      return partOn(argument as Exact, whole, account, moment, span);
    }
    return measured(measure, ledger, argument, moment, account);
  };
}

/** A ledger whose items are as they are at the moment; its lots may lag behind. */
function itemsAt(account: string, moment: Moment): Ledger | Problem {
  const ledger = postedAt(account, moment);
  return isProblem(ledger) || !hasGrowingItems(ledger) ? ledger : ledgerAt(account, moment);
}

function measured(
  measure: Extract<Expr, { kind: "AccountMeasure" }>["measure"],
  ledger: Ledger,
  argument: Result | undefined,
  moment: Moment,
  account: string,
): Exact | PlainDate | Absent {
  const lastEnded = lastEndedDay(moment);
  switch (measure) {
    case "unpaid":
      return unpaid(ledger);
    case "accruing":
      return accruing(ledger);
    case "paid":
      return ledger.paid;
    case "due":
      return due(ledger, moment.day);
    case "overdue":
      return overdue(ledger, lastEnded);
    case "first overdue":
      return firstOverdue(ledger, lastEnded) ?? new Absent(`nothing of ${account} is overdue`, "");
    case "payable":
      return payableOn(ledger, argument as PlainDate);
  }
}

function lastEndedDay({ day, hasEnded }: Moment): PlainDate {
  return (hasEnded ? day : day - 1) as PlainDate;
}

/** Of what accrued, unpaid, on the base that is still outstanding, the share of one part of the base. */
function partOn(part: Exact, whole: Exact, account: string, moment: Moment, span: Expr["span"]): Exact | Problem {
  if (isZero(part)) return zero;
  const base = baseOf(account, moment);
  if (isProblem(base)) return base;
  if (isZero(base)) {
    return new Failure("undefined", `${account} accrues on nothing, so no part of it can be told`, span);
  }
  const share = divide(part, base);
  return (share && multiply(whole, share)) ?? new Failure("undefined", `no such part of ${account} can be told`, span);
}
