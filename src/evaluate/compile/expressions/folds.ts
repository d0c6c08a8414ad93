/** What runs over many days or many events. */
import { invariant } from "../../../base/invariant.ts";
import type { DayFold, EventFold, Expr, Interest, ScheduledDates } from "../../../core/core.ts";
import { sizeOf } from "../../../core/depth.ts";
import { overRange, weightIn, yearBasis } from "../../../units/day-count.ts";
import type { Exact } from "../../../units/exact.ts";
import { add, divide, exact, multiply, one, zero } from "../../../units/exact.ts";
import type { PlainDate } from "../../../units/plain-date.ts";
import { earliestDate, latestDate, nextDay } from "../../../units/plain-date.ts";
import { shareExponent } from "../../../units/value-type.ts";
import { occurrencesAt, undeterminedOf } from "../../state/applied.ts";
import type { Binding, Code, Evaluated, Evaluation, Moment, Occurrence } from "../../state/run.ts";
import { isFigure, restate } from "../../state/run.ts";
import type { Problem } from "../../values/problem.ts";
import { Absent, Failure, isProblem } from "../../values/problem.ts";
import { lacksPeriods, unknownDay } from "../account-ledgers.ts";
import type { Compiler, CompilerOf } from "../compiler.ts";
import { compileCounting } from "../typed-compiler.ts";
import { wholeNumber } from "./dates.ts";
import { compileDayCount } from "./day-counts.ts";
import { compileDays } from "./day-ranges.ts";
import { compareValues } from "./operators.ts";

type Kinds = "DayFold" | "EventFold" | "Interest";

export const foldCompilers: { readonly [K in Kinds]: CompilerOf<K> } = {
  DayFold: compileDayFold,
  EventFold: compileEventFold,
  Interest: compileInterest,
};

type Operation = DayFold["operation"] | EventFold["operation"];
type Quantifying = "every" | "some" | "no";
/** An operation without a meaning does not compile: it is in neither of the two tables. */
type Folding = Exclude<Operation, Quantifying>;

/** For each quantifier, the value of a member that decides the result, and that result. */
interface Quantifier {
  readonly decisive: boolean;
  readonly result: boolean;
}
const quantifiers: { readonly [K in Quantifying]: Quantifier } = {
  every: { decisive: false, result: false },
  some: { decisive: true, result: true },
  no: { decisive: true, result: false },
};

/** What an operation makes of the values; undefined where there is no room for the result. */
const folds: { readonly [K in Folding]: (values: readonly Evaluated[]) => Evaluated | undefined } = {
  number: (values) => exact(values.length),
  sum: sumOf,
  product: productOfAll,
  average: (values) => {
    const sum = sumOf(values);
    return sum && divide(sum, exact(values.length));
  },
  first: (values) => values[0],
  last: (values) => values.at(-1),
  highest: greatestOf,
  latest: greatestOf,
  lowest: leastOf,
  earliest: leastOf,
};

function sumOf(values: readonly Evaluated[]): Exact | undefined {
  return values.reduce<Exact | undefined>((sum, value) => {
    invariant(isFigure(value), "what is added up are figures");
    return sum && add(sum, value);
  }, zero);
}

function productOfAll(values: readonly Evaluated[]): Exact | undefined {
  return values.reduce<Exact | undefined>((product, value) => {
    invariant(isFigure(value), "what is multiplied are figures");
    return product && multiply(product, value);
  }, one);
}

function greatestOf(values: readonly Evaluated[]): Evaluated {
  return values.reduce((best, value) => (compareValues(value, best) > 0 ? value : best));
}

function leastOf(values: readonly Evaluated[]): Evaluated {
  return values.reduce((best, value) => (compareValues(value, best) < 0 ? value : best));
}

function isQuantifying(operation: Operation): operation is Quantifying {
  return Object.hasOwn(quantifiers, operation);
}

function fold(operation: Folding, values: readonly Evaluated[], { span }: Expr): Evaluation {
  // Of no values there is a number, a sum and a product, and nothing else.
  if (values.length === 0 && operation !== "number" && operation !== "sum" && operation !== "product")
    return new Absent({ kind: "nothing to fold", clause: span });
  return folds[operation](values) ?? noResult(span);
}

function noResult(span: Expr["span"]): Failure {
  return new Failure("undefined", { kind: "no fold result", clause: span }, span);
}

/** Goes through what is folded, until `take` gives something or a condition is unknown. */
type Visit = (
  moment: Moment,
  binding: Binding | undefined,
  take: (value: Evaluation) => Evaluation | undefined,
) => Evaluation | undefined;

function compileQuantified({ decisive, result }: Quantifier, visit: Visit): Code {
  return (moment, binding) => {
    const undecided: Problem[] = [];
    const decided = visit(moment, binding, (value) => {
      if (isProblem(value)) undecided.push(value);
      return value === decisive ? result : undefined;
    });
    return decided ?? undecided[0] ?? !result;
  };
}

function compileDayFold(expr: DayFold, compiler: Compiler): Code {
  const counting = expr.operation === "number" && expr.body === undefined ? compileDayCount(expr, compiler) : undefined;
  if (counting !== undefined) return counting;
  const { operation } = expr;
  const visit = visitDays(expr, compiler);
  if (isQuantifying(operation)) return compileQuantified(quantifiers[operation], visit);
  const pick = expr.pick === undefined ? undefined : compilePick(expr, expr.pick, compiler);
  return (moment, binding) => {
    const values: Evaluated[] = [];
    const problem = visit(moment, binding, (value) => {
      if (isProblem(value)) return value;
      values.push(value);
      return undefined;
    });
    if (problem !== undefined) return problem;
    const picked = pick === undefined ? values : pick(values, moment, binding);
    return isProblem(picked) ? picked : fold(operation, picked, expr);
  };
}

function visitDays(expr: DayFold, compiler: Compiler): Visit {
  const { body, where, span } = expr;
  const chosen = expr.days.kind === "DayWindow" ? expr.days.where : undefined;
  const daysOf = compileDays(expr, compiler);
  const bodyOf = body === undefined ? undefined : compiler.any(body);
  const isIn = compileFilter([chosen, where], compiler);
  const exponent = body === undefined ? 0 : shareExponent(body.type);
  const size = sizeOf([body, chosen, where]);
  return (moment, binding, take) => {
    const days = daysOf(moment, binding);
    if (isProblem(days)) return days;
    moment.run.spend(days.length, span);
    for (const day of days) {
      moment.run.tracer?.subject({ first: day, last: day });
      moment.run.evaluates(size, span);
      const then = moment.run.endOf(day, moment);
      const counts = isIn === undefined || isIn(then, binding);
      if (isProblem(counts)) return counts;
      if (!counts) continue;
      const value = bodyOf === undefined ? day : day > moment.day ? dayAhead(day, moment, span) : bodyOf(then, binding);
      const stop = take(restate(value, exponent, then, moment));
      if (stop !== undefined) return stop;
    }
    moment.run.tracer?.subject(undefined);
    return undefined;
  };
}

/** Whether all conditions hold, in turn; undefined where there are none. */
function compileFilter(wheres: readonly (Expr | undefined)[], compiler: Compiler): Code<boolean> | undefined {
  const conditions = wheres.flatMap((where) => (where === undefined ? [] : compiler.condition(where)));
  if (conditions.length < 2) return conditions[0];
  return (moment, binding) => {
    for (const holds of conditions) {
      const found = holds(moment, binding);
      if (found !== true) return found;
    }
    return true;
  };
}

/** A day that is yet to come has its date, and nothing else that could be determined. */
function dayAhead(day: PlainDate, { day: today }: Moment, span: Expr["span"]): Failure {
  return new Failure("missing data", { kind: "day ahead", clause: span, day, today }, span);
}

type Pick = NonNullable<DayFold["pick"]>;
const directions: { readonly [K in Pick["which"]]: 1 | -1 } = { lowest: 1, highest: -1 };

function compilePick({ span }: DayFold, { count, which }: Pick, { figure }: Compiler) {
  const countOf = figure(count);
  const direction = directions[which];
  return (values: readonly Evaluated[], moment: Moment, binding: Binding | undefined) => {
    const counted = countOf(moment, binding);
    if (isProblem(counted)) return counted;
    const wanted = wholeNumber(counted);
    if (wanted === undefined || wanted < 1) {
      return new Failure("undefined", { kind: "no whole number", of: "values picked" }, span);
    }
    if (values.length < wanted) {
      const found = values.length;
      return new Failure("missing data", { kind: "too few values", clause: span, wanted, found }, span);
    }
    return values.toSorted((a, b) => direction * compareValues(a, b)).slice(0, wanted);
  };
}

function compileEventFold(expr: EventFold, compiler: Compiler): Code {
  const { operation } = expr;
  const visit = visitEvents(expr, compiler);
  if (isQuantifying(operation)) return compileQuantified(quantifiers[operation], visit);
  return (moment, binding) => {
    const values: Evaluated[] = [];
    const failure = visit(moment, binding, (value) => {
      if (value instanceof Failure) return value;
      // Where one of them has no value, there is nothing of it to take in.
      if (!isProblem(value)) values.push(value);
      return undefined;
    });
    return failure ?? fold(operation, values, expr);
  };
}

function visitEvents({ event, dates, body, where, span }: EventFold, compiler: Compiler): Visit {
  const membersOf = dates === undefined ? occurrencesOf(event) : compileScheduled(event, dates, compiler);
  const bodyOf = body === undefined ? undefined : compiler.any(body);
  const isIn = where === undefined ? undefined : compiler.condition(where);
  const size = sizeOf([body, where]);
  return (moment, outer, take) => {
    const members = membersOf(moment, outer);
    if (isProblem(members)) return members;
    for (const occurrence of members) {
      moment.run.evaluates(size, span);
      moment.run.tracer?.subject(occurrence);
      const binding = { occurrence, outer };
      const counts = isIn === undefined || isIn(moment, binding);
      if (isProblem(counts)) return counts;
      if (!counts) continue;
      const stop = take(bodyOf === undefined ? true : bodyOf(moment, binding));
      if (stop !== undefined) return stop;
    }
    return undefined;
  };
}

type Members = Code<readonly Occurrence[]>;

function occurrencesOf(event: string): Members {
  return (moment) => undeterminedOf(event, moment) ?? occurrencesAt(event, moment);
}

/** The rows of a schedule whose dates lie between two days. */
function compileScheduled(schedule: string, dates: ScheduledDates, { day, schedules }: Compiler): Members {
  const fromOf = dates.from === undefined ? undefined : day(dates.from);
  const toOf = dates.to === undefined ? undefined : day(dates.to);
  const rowsOf = schedules.knownRowsOf(schedule);
  return (moment, binding) => {
    const from = fromOf?.(moment, binding);
    if (isProblem(from)) return from;
    const to = toOf?.(moment, binding);
    if (isProblem(to)) return to;
    const rows = rowsOf(moment, undefined);
    if (isProblem(rows)) return rows;
    const first = from === undefined ? earliestDate : from + (dates.fromIncluded ? 0 : 1);
    const last = to === undefined ? latestDate : to - (dates.toIncluded ? 0 : 1);
    if (rows.open !== undefined && last >= rows.open.from) return rows.open.because;
    return rows.all.filter(({ on }) => on >= first && on <= last);
  };
}

function compileInterest(expr: Interest, compiler: Compiler): Code<Exact> {
  const daysOf = compileDays(expr, compiler);
  const rateOf = compiler.figure(expr.rate);
  const baseOf = compiler.figure(expr.base);
  const countingOf = compileCounting(expr, compiler);
  const size = sizeOf(expr.base);
  return (moment, binding) => {
    const days = daysOf(moment, binding);
    if (isProblem(days)) return days;
    moment.run.spend(days.length, expr.span);
    const yearly = rateOf(moment, binding);
    if (isProblem(yearly)) return yearly;
    const said = countingOf(moment, binding);
    if (isProblem(said)) return said;
    let sum: Exact | undefined = zero;
    const [start, last] = [days[0], days.at(-1)];
    if (start === undefined || last === undefined) return zero;
    const counting = overRange(said, nextDay(last));
    if (lacksPeriods(counting)) {
      return new Failure("undefined", { kind: "no interest periods", dayCount: counting.name }, expr.span);
    }
    const unknown = unknownDay(counting, start, last);
    if (unknown !== undefined) return new Failure("missing data", unknown, expr.span);
    for (const day of days) {
      moment.run.tracer?.subject({ first: day, last: day });
      moment.run.evaluates(size, expr.span);
      const amount = baseOf(moment.run.endOf(day, moment), binding);
      if (isProblem(amount)) return amount;
      const weighted = multiply(amount, weightIn(day, nextDay(day), counting, start));
      sum = sum && weighted && add(sum, weighted);
    }
    const aYear = sum && multiply(sum, yearly);
    return (aYear && divide(aYear, exact(yearBasis(counting.name)))) ?? noResult(expr.span);
  };
}
