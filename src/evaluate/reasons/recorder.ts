/** Records how an expression gets its value, as traced code evaluates it. */
import { invariant } from "../../base/invariant.ts";
import type { Expr, Interest, MarketPrice, Value, ValueType } from "../../core/core.ts";
import { isDayCount, overRange, yearsIn } from "../../units/day-count.ts";
import type { Exact } from "../../units/exact.ts";
import { divide, exact } from "../../units/exact.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { asPlainDate } from "../../units/plain-date.ts";
import { maturityOf } from "../compile/typed-compiler.ts";
import { times } from "../ledger/owed.ts";
import type { AccountReading, Evaluation, Moment, Occurrence, Place, Subject, Tracer } from "../state/run.ts";
import { isFigure, isSame } from "../state/run.ts";
import { withinDigitLimit } from "../values/limits.ts";
import type { Problem } from "../values/problem.ts";
import { isProblem } from "../values/problem.ts";
import type { ReasonsFor } from "./explaining.ts";
import type { Because, OperandsFor, Operation, ReasonFact, Stretch } from "./reason-facts.ts";
import { Reason } from "./reason-facts.ts";

/** An expression that has begun: what is looked up from here on, on the stacks of the recorder, belongs to it. */
interface Frame {
  expr: Expr | undefined;
  isExpected: boolean;
  from: number;
  subjectsFrom: number;
}

/** Days or events with the place from which on operands are for each: two lists, as there are many of them. */
interface Subjects {
  readonly list: readonly (Subject | undefined)[];
  readonly from: readonly number[];
}

/**
 * One serves for all that is explained of a replay. An explanation has thousands of parts, which stay as long as it does:
 * what is looked up goes on a stack, so that each part keeps a list that is no longer than need be.
 */
export class Recorder implements Tracer {
  readonly counted: Tracer["counted"] = new Map();
  readonly #reasons: ReasonsFor;
  readonly #looked = new Stack<ReasonFact>();
  readonly #subjects = new Stack<Subject | undefined>();
  /** Of each subject, how many operands of its expression come before. */
  readonly #before = new Stack<number>();
  readonly #frames: Frame[] = [];
  #frame: Frame = { expr: undefined, isExpected: false, from: 0, subjectsFrom: 0 };
  #depth = 0;
  /** The days that were looked at last from a day on. */
  readonly #days = new Map<PlainDate, Extract<Subject, { first: PlainDate }>>();

  constructor(reasons: ReasonsFor) {
    this.#reasons = reasons;
    this.#frames.push(this.#frame);
  }

  /** Everything that is evaluated in some work, in order. */
  during(work: () => void): readonly ReasonFact[] {
    const depth = this.#depth;
    const { from, subjectsFrom } = this.#open(undefined);
    try {
      work();
      return this.#looked.since(from);
    } finally {
      this.#close(depth, from, subjectsFrom);
    }
  }

  begin(expr: Expr): void {
    this.#open(expr);
  }

  expected(): void {
    this.#frame.isExpected = true;
  }

  end(moment: Moment, result: Evaluation): void {
    const { expr, from, subjectsFrom } = this.#frame;
    invariant(expr !== undefined, "an expression that ends has begun");
    const reason = this.#reasonOf(expr, from, subjectsFrom, moment, result);
    this.#close(this.#depth - 1, from, subjectsFrom);
    this.#looked.push(reason);
  }

  place(): Place {
    return { looked: this.#looked.size, subjects: this.#subjects.size };
  }

  since({ looked, subjects }: Place): () => void {
    const facts = this.#looked.since(looked);
    const list = this.#subjects.since(subjects);
    const before = this.#before.since(subjects);
    const first = looked - this.#frame.from;
    return () => {
      const further = this.#looked.size - this.#frame.from - first;
      for (const fact of facts) this.#looked.push(fact);
      for (const subject of list) this.#subjects.push(subject);
      for (const count of before) this.#before.push(count + further);
    };
  }

  forget({ looked, subjects }: Place): void {
    this.#looked.size = looked;
    this.#subjects.size = subjects;
    this.#before.size = subjects;
  }

  subject(subject: Subject | undefined): void {
    this.#subjects.push(subject !== undefined && "first" in subject ? this.#same(subject) : subject);
    this.#before.push(this.#looked.size - this.#frame.from);
  }

  restated(exponent: number, from: Moment | undefined, to: Moment, result: Exact | Problem): void {
    const { expr, from: first } = this.#frame;
    const last = this.#looked.size > first ? this.#looked.pop() : undefined;
    const fact = last ?? (expr?.kind === "Constant" ? this.#reasons.constant(expr) : undefined);
    if (fact !== undefined) this.#looked.push(this.#reasons.inShares(fact, exponent, from, to, result));
  }

  // Each is called for every look-up of an explanation: to gather what it is handed in a list would cost more than the rest.
  definition(key: string, variant: number, owner: Occurrence | undefined, moment: Moment, value: Evaluation): void {
    this.#looked.push(this.#reasons.definition(key, variant, owner, moment, value));
  }

  state(name: string, value: Evaluation, moment: Moment): void {
    this.#looked.push(this.#reasons.state(name, value, moment));
  }

  account(reading: AccountReading, value: Evaluation, moment: Moment): void {
    this.#looked.push(this.#reasons.account(reading, value, moment));
  }

  accrualBase(name: string, moment: Moment): void {
    this.#looked.push(this.#reasons.accrualBase(name, moment));
  }

  field(occurrence: Occurrence, name: string, value: Evaluation): void {
    this.#looked.push(this.#reasons.field(occurrence, name, value));
  }

  param(name: string, value: Evaluation): void {
    this.#looked.push(this.#reasons.param(name, value));
  }

  family(name: string, sections: readonly string[], value: Evaluation, moment: Moment): void {
    this.#looked.push(this.#reasons.family(name, sections, value, moment));
  }

  market(price: MarketPrice, day: PlainDate, value: Value): void {
    this.#looked.push(this.#reasons.market(price, day, value));
  }

  /** Frames are used again: thousands begin and end. */
  #open(expr: Expr | undefined): Frame {
    this.#depth += 1;
    this.#frames[this.#depth] ??= { expr, isExpected: false, from: 0, subjectsFrom: 0 };
    const frame = this.#frames[this.#depth] ?? this.#frame;
    frame.expr = expr;
    frame.isExpected = false;
    frame.from = this.#looked.size;
    frame.subjectsFrom = this.#subjects.size;
    this.#frame = frame;
    return frame;
  }

  #close(depth: number, from: number, subjectsFrom: number): void {
    this.#looked.size = from;
    this.#subjects.size = subjectsFrom;
    this.#before.size = subjectsFrom;
    this.#depth = depth;
    this.#frame = this.#frames[depth] ?? this.#frame;
  }

  /** The same days are looked at for one event after another. */
  #same(days: Extract<Subject, { first: PlainDate }>): Subject {
    const known = this.#days.get(days.first);
    if (known?.last === days.last) return known;
    this.#days.set(days.first, days);
    return days;
  }

  #reasonOf(expr: Expr, from: number, subjectsFrom: number, moment: Moment, result: Evaluation): ReasonFact {
    const only = this.#looked.size === from + 1 ? this.#looked.top : undefined;
    if (only !== undefined && only.result === result && lookUps.has(expr.kind)) return only;
    if (expr.kind === "Constant") return this.#reasons.constant(expr);
    if (expr.kind === "Today") return this.#reasons.today(moment);
    const operands = this.#looked.since(from);
    const subjects =
      this.#subjects.size === subjectsFrom
        ? none
        : { list: this.#subjects.since(subjectsFrom), from: this.#before.since(subjectsFrom) };
    if (expr.kind !== "Interest" || isProblem(result)) {
      return new ExpressionReason(expr, operands, subjects, moment, result, this.#frame.isExpected);
    }
    const parts = stretches(expr, operands, operandsFor(subjects), moment);
    return new ExpressionReason(expr, parts, none, moment, result, this.#frame.isExpected);
  }
}

const nothing: readonly never[] = [];

/** A list that is cut back and grows again without being copied. */
class Stack<T> {
  readonly #items: T[] = [];
  size = 0;

  get top(): T | undefined {
    return this.#items[this.size - 1];
  }

  push(item: T): void {
    this.#items[this.size] = item;
    this.size += 1;
  }

  pop(): T | undefined {
    const { top } = this;
    this.size -= 1;
    return top;
  }

  since(from: number): readonly T[] {
    return this.size === from ? nothing : this.#items.slice(from, this.size);
  }
}

const none: Subjects = { list: [], from: [] };

function operandsFor({ list, from }: Subjects): readonly OperandsFor[] {
  return list.map((subject, index) => ({ subject, from: from[index] ?? 0 }));
}

/** Expressions that only look something up: what they look up stands in their place. */
const lookUps: ReadonlySet<Expr["kind"]> = new Set([
  "Constant",
  "ReadParam",
  "ReadDefinition",
  "ReadDisplaced",
  "ReadState",
  "ReadField",
  "EventMoment",
  "MarketPrice",
  "AccountMeasure",
  "FamilyHolds",
  "FamilyStart",
  "OccurrenceValue",
]);

/** A part of a clause. There are many of them, so that what is said about one is made only when it is looked at. */
class ExpressionReason implements ReasonFact {
  readonly result: Evaluation;
  readonly operands: readonly ReasonFact[];
  readonly #isExpected: boolean;
  readonly #expr: Expr;
  readonly #subjects: Subjects;
  readonly #moment: Moment;

  constructor(
    expr: Expr,
    operands: readonly ReasonFact[],
    subjects: Subjects,
    moment: Moment,
    result: Evaluation,
    isExpected: boolean,
  ) {
    this.#isExpected = isExpected;
    this.#expr = expr;
    this.operands = operands;
    this.#subjects = subjects;
    this.#moment = moment;
    this.result = result;
  }

  get kind() {
    return "operation" as const;
  }

  get name(): string {
    return "";
  }

  get section(): string {
    return "";
  }

  get of(): undefined {
    return undefined;
  }

  get day(): PlainDate {
    return this.#moment.day;
  }

  get type(): ValueType {
    return this.#expr.type;
  }

  get because(): Because {
    const { readings } = this.#moment.run.inputs;
    return { kind: "clause", expr: this.#expr, readings, exceptionIn: undefined };
  }

  get operation(): Operation {
    const subjects = operandsFor(this.#subjects);
    return { kind: "expression", expr: this.#expr, subjects, isExpected: this.#isExpected };
  }
}

/** From, to, rate, day count and the day from which periods are counted, if any; then interest on each run of days with one base. */
function stretches(
  { periods }: Interest,
  operands: readonly ReasonFact[],
  subjects: readonly OperandsFor[],
  { run }: Moment,
): ReasonFact[] {
  const [from, to, rate, basis, anchor] = operands;
  invariant(from !== undefined && to !== undefined && rate !== undefined && basis !== undefined, "interest has four");
  const runs: { first: PlainDate; last: PlainDate; readonly base: ReasonFact }[] = [];
  for (const { subject, from: index } of subjects) {
    const base = operands[index];
    invariant(base !== undefined && subject !== undefined && "first" in subject, "interest is of days");
    const run = runs.at(-1);
    if (run !== undefined && isSame(run.base.result, base.result)) run.last = subject.last;
    else runs.push({ first: subject.first, last: subject.last, base });
  }
  const { result: name } = basis;
  invariant(typeof name === "string" && isDayCount(name), "interest accrues by a day count");
  const day = anchor?.result;
  const said = periods && typeof day === "number" ? { months: periods.months, anchor: asPlainDate(day) } : undefined;
  const end = asPlainDate((runs.at(-1)?.last ?? 0) + 1);
  const counting = overRange({ name, calendar: run.inputs.calendar, maturity: maturityOf(run), periods: said }, end);
  return [
    ...operands.slice(0, periods === undefined ? 4 : 5),
    ...runs.flatMap(({ first, last, base }) => {
      const periodStart = runs[0]?.first ?? first;
      const parts = yearsIn(first, asPlainDate(last + 1), counting, periodStart);
      return parts.map(({ days: weight, ...part }) =>
        stretch({ ...part, weight, counting, periodStart, of: undefined }, base, rate),
      );
    }),
  ];
}

/** Interest of some days on one base. */
export function stretch(stretch: Stretch, base: ReasonFact, rate: ReasonFact): ReasonFact {
  const { first, last, weight, counting, periodStart, yearDays, of } = stretch;
  const [amount, perYear] = [base.result, rate.result];
  invariant(isFigure(amount) && isFigure(perYear), "interest accrues on figures");
  const days = times(times(amount, perYear), exact(weight));
  return new Reason({
    kind: "interest",
    name: "",
    day: last,
    result: withinDigitLimit(divide(days, exact(yearDays))),
    type: base.type,
    made: {
      operation: { kind: "interest", first, last, weight, counting, periodStart, yearDays, of },
      operands: [base, rate],
    },
  });
}
