/** What an expression reads of an account: what is unpaid, due, overdue and so on, or the part of it on some base. */
import { invariant } from "../../../base/invariant.ts";
import type { AccountMeasure } from "../../../core/core.ts";
import type { Span } from "../../../source/span.ts";
import type { Exact } from "../../../units/exact.ts";
import { divide, isZero, multiply, zero } from "../../../units/exact.ts";
import type { PlainDate } from "../../../units/plain-date.ts";
import type { Ledger } from "../../ledger/ledger.ts";
import { hasGrowingItems } from "../../ledger/ledger.ts";
import {
  accruing,
  attachedOverdue,
  due,
  firstOverdue,
  onOutstandingBase,
  overdue,
  payableOn,
  unpaid,
} from "../../ledger/measures.ts";
import type { Binding, Code, Moment } from "../../state/run.ts";
import type { Problem } from "../../values/problem.ts";
import { Absent, Failure, isProblem } from "../../values/problem.ts";
import { baseOf, ledgerAt, postedAt } from "../account-ledgers.ts";
import type { Compiler } from "../compiler.ts";
import { lastEnded } from "./day-ranges.ts";

export function compileAccountMeasure(expr: AccountMeasure, compiler: Compiler): Code<Exact | PlainDate> {
  const { account, measure, on } = expr;
  if (measure === "payable") return compilePayable(expr, compiler);
  if (on !== undefined) return compilePart(expr, compiler.figure(on));
  const measured = measures[measure];
  return readingLedger(expr, (ledger, moment) => {
    const value = measured(ledger, moment) ?? new Absent({ kind: "nothing overdue", account });
    moment.run.tracer?.account({ account, measure }, value, moment);
    return value;
  });
}

type Measure = AccountMeasure["measure"];

/** What is measured of a whole account. A day on which nothing is overdue is undefined. */
const measures: {
  readonly [K in Exclude<Measure, "payable">]: (ledger: Ledger, moment: Moment) => Exact | PlainDate | undefined;
} = {
  unpaid,
  accruing,
  paid: ({ paid }) => paid,
  due: (ledger, { day }) => due(ledger, day),
  overdue: (ledger, moment) => overdue(ledger, lastEnded(moment)),
  "first overdue": (ledger, moment) => firstOverdue(ledger, lastEnded(moment)),
};

/** Measures that need what accrued up to the day; for the others items suffice. */
const readsLots: { readonly [K in Measure]: boolean } = {
  unpaid: true,
  accruing: true,
  paid: false,
  due: false,
  overdue: false,
  "first overdue": false,
  payable: false,
};

function readingLedger(
  { account, measure, span }: AccountMeasure,
  read: (ledger: Ledger, moment: Moment, binding: Binding | undefined) => Exact | PlainDate | Problem,
): Code<Exact | PlainDate> {
  const ledgerOf = readsLots[measure] ? ledgerAt : itemsAt;
  return (moment, binding) => {
    const ledger = moment.point < 0 ? nothingYet(measure, account) : ledgerOf(account, moment);
    if (!isProblem(ledger) && "items" in ledger) {
      moment.run.spend((ledger.items.length + ledger.lots.length) / 4, span);
      return read(ledger, moment, binding);
    }
    moment.run.tracer?.account({ account, measure }, ledger, moment);
    return ledger;
  };
}

/** Before the note exists nothing is owed. */
function nothingYet(measure: Measure, account: string): Exact | Absent {
  return measure === "first overdue" ? new Absent({ kind: "nothing overdue", account }) : zero;
}

/** A ledger whose items are as they are at the moment; its lots may lag behind. */
function itemsAt(account: string, moment: Moment): Ledger | Problem {
  const ledger = postedAt(account, moment);
  return isProblem(ledger) || !hasGrowingItems(ledger) ? ledger : ledgerAt(account, moment);
}

function compilePayable(expr: AccountMeasure, { day }: Compiler): Code<Exact | PlainDate> {
  const { account, measure, on } = expr;
  invariant(on !== undefined, "what is payable is payable on a date");
  const dateOf = day(on);
  return readingLedger(expr, (ledger, moment, binding) => {
    const date = dateOf(moment, binding);
    if (isProblem(date)) return date;
    const value = payableOn(ledger, date);
    moment.run.tracer?.account({ account, measure, on: date }, value, moment);
    return value;
  });
}

/** Of what accrued, unpaid, on the base that is still outstanding, the share of one part of the base. */
function compilePart(expr: AccountMeasure, partOf: Code<Exact>): Code<Exact | PlainDate> {
  const { account, measure, span } = expr;
  return readingLedger(expr, (ledger, moment, binding) => {
    const part = partOf(moment, binding);
    if (isProblem(part)) return part;
    const isOverdue = measure === "overdue";
    const whole = isOverdue ? attachedOverdue(ledger, lastEnded(moment)) : onOutstandingBase(ledger);
    const reading = { account, measure: isOverdue ? "attached overdue" : "attached" } as const;
    moment.run.tracer?.account(reading, whole, moment);
    return shareOn(part, whole, account, moment, span);
  });
}

function shareOn(part: Exact, whole: Exact, account: string, moment: Moment, span: Span): Exact | Problem {
  if (isZero(part)) return zero;
  const base = moment.run.untraced(() => baseOf(account, moment));
  moment.run.tracer?.accrualBase(account, moment);
  if (isProblem(base)) return base;
  if (isZero(base)) return new Failure("undefined", { kind: "no accrual base", account }, span);
  const share = divide(part, base);
  return (share && multiply(whole, share)) ?? new Failure("undefined", { kind: "no such part", account }, span);
}
