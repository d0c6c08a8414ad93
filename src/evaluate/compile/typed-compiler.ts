import { invariant } from "../../base/invariant.ts";
import type { Expr, Interest, Value, ValueType } from "../../core/core.ts";
import type { DayCount, DayCounting } from "../../units/day-count.ts";
import { isDayCount } from "../../units/day-count.ts";
import type { Exact } from "../../units/exact.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { asPlainDate } from "../../units/plain-date.ts";
import type { TimeOfDay } from "../../units/time-of-day.ts";
import type { Code, Occurrence, Run } from "../state/run.ts";
import { isProblem } from "../values/problem.ts";

/** Compiles an expression whose type is known. A type other than the one asked for is a bug of the checker. */
export interface TypedCompiler {
  readonly any: (expr: Expr) => Code;
  /** What can be kept: anything but an occurrence. */
  readonly value: (expr: Expr) => Code<Value>;
  readonly figure: (expr: Expr) => Code<Exact>;
  readonly day: (expr: Expr) => Code<PlainDate>;
  readonly clock: (expr: Expr) => Code<TimeOfDay>;
  readonly condition: (expr: Expr) => Code<boolean>;
  readonly occurrence: (expr: Expr) => Code<Occurrence>;
  readonly dayCount: (expr: Expr) => Code<DayCount>;
}

/** A day count with its periods and the calendar of the run; an operand of interest, and evaluated once for an account. */
export function compileCounting(
  { basis, periods }: Pick<Interest, "basis" | "periods">,
  compiler: TypedCompiler,
): Code<DayCounting> {
  const dayCountOf = compiler.dayCount(basis);
  const anchorOf = periods && compiler.day(periods.anchor);
  return (moment, binding) => {
    const name = dayCountOf(moment, binding);
    if (isProblem(name)) return name;
    const anchor = anchorOf?.(moment, binding);
    if (isProblem(anchor)) return anchor;
    const { calendar } = moment.run.inputs;
    const maturity = maturityOf(moment.run);
    return {
      name,
      calendar,
      maturity,
      ...(periods && anchor !== undefined && { periods: { months: periods.months, anchor } }),
    };
  };
}

/** The day of maturity, where the head of the note says which deal term that is. */
export function maturityOf({ program: { maturesOn }, inputs }: Run): PlainDate | undefined {
  const day = maturesOn === undefined ? undefined : inputs.terms.get(maturesOn);
  return typeof day === "number" ? asPlainDate(day) : undefined;
}

export function typedCompiler(any: (expr: Expr) => Code): TypedCompiler {
  return {
    any,
    value: (expr) => {
      invariant(expr.type.kind !== "occurrence", "an occurrence is no value that can be kept");
      // cast: of all that an expression may give, only an occurrence is no value
      // oxlint-disable-next-line typescript/consistent-type-assertions
      return any(expr) as Code<Value>;
    },
    figure: typed("quantity", any),
    day: typed("date", any),
    clock: typed("time", any),
    condition: typed("yes or no", any),
    occurrence: typed("occurrence", any),
    dayCount: (expr) => {
      invariant(expr.type.kind === "choice" && expr.type.options.every(isDayCount), "interest accrues by a day count");
      // cast: the options of the type are day counts
      // oxlint-disable-next-line typescript/consistent-type-assertions
      return any(expr) as Code<DayCount>;
    },
  };
}

/** What the values of each kind of type are. */
interface ValueOf {
  readonly quantity: Exact;
  readonly date: PlainDate;
  readonly time: TimeOfDay;
  readonly "yes or no": boolean;
  readonly text: string;
  readonly choice: string;
  readonly occurrence: Occurrence;
}

function typed<K extends ValueType["kind"]>(kind: K, any: (expr: Expr) => Code): (expr: Expr) => Code<ValueOf[K]> {
  return (expr) => {
    invariant(expr.type.kind === kind, `${expr.kind} gives a ${kind}, not a ${expr.type.kind}`);
    // cast: an expression gives values of its type; the checker inferred it, and lowering keeps it
    // oxlint-disable-next-line typescript/consistent-type-assertions
    return any(expr) as Code<ValueOf[K]>;
  };
}
