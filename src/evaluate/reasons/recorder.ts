/** Records how an expression gets its value, as traced code evaluates it. */
import { invariant } from "../../base/invariant.ts";
import type { Expr, Interest, Value, ValueType } from "../../core/core.ts";
import { isDayCount, overRange, yearsIn } from "../../units/day-count.ts";
import type { Exact } from "../../units/exact.ts";
import { divide, exact } from "../../units/exact.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { asPlainDate } from "../../units/plain-date.ts";
import { money } from "../../units/value-type.ts";
import { times } from "../ledger/owed.ts";
import type { AccountReading, Evaluation, Moment, Occurrence, Subject, Tracer } from "../state/run.ts";
import { isFigure, isSame } from "../state/run.ts";
import { withinDigitLimit } from "../values/limits.ts";
import type { Problem } from "../values/problem.ts";
import { isProblem } from "../values/problem.ts";
import type { ReasonsFor } from "./explaining.ts";
import type { Because, OperandsFor, Operation, ReasonFact, Stretch } from "./reason-facts.ts";
import { Reason } from "./reason-facts.ts";

interface Frame {
  readonly expr: Expr | undefined;
  readonly operands: ReasonFact[];
  /** Most expressions look at nothing for days or events. */
  subjects: OperandsFor[] | undefined;
}

export class Recorder implements Tracer {
  readonly #reasons: ReasonsFor;
  readonly #outer: Frame[] = [];
  #frame: Frame = { expr: undefined, operands: [], subjects: undefined };

  constructor(reasons: ReasonsFor) {
    this.#reasons = reasons;
  }

  /** Everything that was evaluated since the beginning, in order. */
  get operands(): readonly ReasonFact[] {
    return this.#frame.operands;
  }

  begin(expr: Expr): void {
    this.#outer.push(this.#frame);
    this.#frame = { expr, operands: [], subjects: undefined };
  }

  end(moment: Moment, result: Evaluation): void {
    const reason = this.#reasonOf(this.#frame, moment, result);
    const outer = this.#outer.pop();
    invariant(outer !== undefined, "an expression that ends has begun");
    this.#frame = outer;
    outer.operands.push(reason);
  }

  subject(subject: Subject | undefined): void {
    const frame = this.#frame;
    frame.subjects ??= [];
    frame.subjects.push({ subject, from: frame.operands.length });
  }

  restated(exponent: number, from: Moment | undefined, to: Moment, result: Exact | Problem): void {
    const { expr, operands } = this.#frame;
    const fact = operands.pop() ?? (expr?.kind === "Constant" ? this.#reasons.constant(expr) : undefined);
    if (fact !== undefined) operands.push(this.#reasons.inShares(fact, exponent, from, to, result));
  }

  // Each is called for every look-up of an explanation: to gather what it is handed in a list would cost more than the rest.
  definition(key: string, variant: number, owner: Occurrence | undefined, moment: Moment, value: Evaluation): void {
    this.#frame.operands.push(this.#reasons.definition(key, variant, owner, moment, value));
  }

  state(name: string, value: Evaluation, moment: Moment): void {
    this.#frame.operands.push(this.#reasons.state(name, value, moment));
  }

  account(reading: AccountReading, value: Evaluation, moment: Moment): void {
    this.#frame.operands.push(this.#reasons.account(reading, value, moment));
  }

  accrualBase(name: string, moment: Moment): void {
    this.#frame.operands.push(this.#reasons.accrualBase(name, moment));
  }

  field(occurrence: Occurrence, name: string, value: Evaluation): void {
    this.#frame.operands.push(this.#reasons.field(occurrence, name, value));
  }

  param(name: string, value: Evaluation): void {
    this.#frame.operands.push(this.#reasons.param(name, value));
  }

  family(name: string, sections: readonly string[], value: Evaluation, moment: Moment): void {
    this.#frame.operands.push(this.#reasons.family(name, sections, value, moment));
  }

  market(column: string, day: PlainDate, value: Value): void {
    this.#frame.operands.push(this.#reasons.market(column, day, value));
  }

  #reasonOf({ expr, operands, subjects = none }: Frame, moment: Moment, result: Evaluation): ReasonFact {
    const [only] = operands;
    invariant(expr !== undefined, "an expression that ends has begun");
    if (only !== undefined && operands.length === 1 && only.result === result && lookUps.has(expr.kind)) return only;
    if (expr.kind === "Constant") return this.#reasons.constant(expr);
    const { day } = moment;
    if (expr.kind === "Today") return new Reason({ kind: "constant", name: "", day, result, type: expr.type });
    if (expr.kind !== "Interest" || isProblem(result)) {
      return new ExpressionReason(expr, operands, subjects, moment, result);
    }
    return new ExpressionReason(expr, stretches(expr, operands, subjects, moment), none, moment, result);
  }
}

const none: OperandsFor[] = [];

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
  readonly kind = "operation";
  readonly name = "";
  readonly section = "";
  readonly of = undefined;
  readonly result: Evaluation;
  readonly operands: readonly ReasonFact[];
  readonly #expr: Expr;
  readonly #subjects: readonly OperandsFor[];
  readonly #moment: Moment;

  constructor(
    expr: Expr,
    operands: readonly ReasonFact[],
    subjects: readonly OperandsFor[],
    moment: Moment,
    result: Evaluation,
  ) {
    this.#expr = expr;
    this.operands = operands;
    this.#subjects = subjects;
    this.#moment = moment;
    this.result = result;
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
    return { kind: "expression", expr: this.#expr, subjects: this.#subjects };
  }
}

/** From, to, rate, day count and the day from which periods are counted, if any; then interest on each run of days with one base. */
function stretches(
  { periods }: Interest,
  operands: readonly ReasonFact[],
  subjects: readonly OperandsFor[],
  { run: { inputs } }: Moment,
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
  const counting = overRange({ name, calendar: inputs.calendar, periods: said }, end);
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
    type: money,
    made: {
      operation: { kind: "interest", first, last, weight, counting, periodStart, yearDays, of },
      operands: [base, rate],
    },
  });
}
