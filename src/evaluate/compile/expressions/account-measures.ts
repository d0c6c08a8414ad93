/** What an expression reads of an account: what is unpaid, due, overdue and so on, or the part of it on some base. */
import { entryIn } from "../../../base/entry-in.ts";
import { invariant } from "../../../base/invariant.ts";
import { lazily } from "../../../base/lazily.ts";
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
import { slotOf } from "../../state/run.ts";
import type { Problem } from "../../values/problem.ts";
import { Absent, Failure, isProblem } from "../../values/problem.ts";
import { baseOf, ledgerAt, openAccount, postedAt } from "../account-ledgers.ts";
import { compileAccount } from "../compile-account.ts";
import type { Compiler } from "../compiler.ts";
import { notFixed } from "../definitions.ts";
import { lastEnded } from "./day-ranges.ts";
import { compileOccurrence } from "./occurrences.ts";
import { withOne } from "./operands.ts";

export function compileAccountMeasure(expr: AccountMeasure, compiler: Compiler): Code<Exact | PlainDate> {
  const { account, measure, on } = expr;
  if (measure === "payable") return compilePayable(expr, compiler);
  if (on !== undefined) return compilePart(expr, compiler.figure(on), compiler);
  const measured = measures[measure];
  return readingLedger(expr, compiler, (ledger, moment, _, slot) => {
    const value = measured(ledger, moment) ?? new Absent({ kind: "nothing overdue", account });
    moment.run.tracer?.account({ account: slot, measure }, value, moment);
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

function readingLedger(expr: AccountMeasure, compiler: Compiler, read: Reading): Code<Exact | PlainDate> {
  const { account, of, measure } = expr;
  if (of === undefined) {
    return (moment, binding) => {
      if (moment.point < 0) return looked(account, measure, nothingYet(measure, account), moment);
      return readFrom(account, expr, read, moment, binding);
    };
  }
  const declared = entryIn(compiler.program.accounts, account);
  const compiled = lazily(() => compileAccount(declared, compiler));
  return withOne(compileOccurrence(of, compiler), (owner, moment, binding) => {
    const { fixedAt, refused } = owner;
    if (fixedAt === undefined || fixedAt > moment.point || refused !== undefined) {
      return notFixed({ name: declared.name, span: expr.span }, owner);
    }
    const slot = slotOf(account, owner);
    // While its event is being applied, what is read of it has begun.
    if (!moment.run.accounts.has(slot)) openAccount(compiled(), owner, moment.run);
    return readFrom(slot, expr, read, moment, binding);
  });
}

/** Reads a ledger, as the run holds it. */
type Reading = (
  ledger: Ledger,
  moment: Moment,
  binding: Binding | undefined,
  slot: string,
) => Exact | PlainDate | Problem;

function readFrom(
  slot: string,
  { measure, span }: AccountMeasure,
  read: Reading,
  moment: Moment,
  binding: Binding | undefined,
): Exact | PlainDate | Problem {
  const ledger = (readsLots[measure] ? ledgerAt : itemsAt)(slot, moment);
  if (isProblem(ledger)) return looked(slot, measure, ledger, moment);
  moment.run.spend((ledger.items.length + ledger.lots.length) / 4, span);
  return read(ledger, moment, binding, slot);
}

function looked<T extends Exact | Problem>(account: string, measure: Measure, value: T, moment: Moment): T {
  moment.run.tracer?.account({ account, measure }, value, moment);
  return value;
}

/** Before the note exists nothing is owed. */
function nothingYet(measure: Measure, account: string): Exact | Absent {
  return measure === "first overdue" ? new Absent({ kind: "nothing overdue", account }) : zero;
}

/** A ledger whose items are as they are at the moment; its lots may lag behind. */
function itemsAt(slot: string, moment: Moment): Ledger | Problem {
  const ledger = postedAt(slot, moment);
  return isProblem(ledger) || !hasGrowingItems(ledger) ? ledger : ledgerAt(slot, moment);
}

function compilePayable(expr: AccountMeasure, compiler: Compiler): Code<Exact | PlainDate> {
  const { measure, on } = expr;
  invariant(on !== undefined, "what is payable is payable on a date");
  const dateOf = compiler.day(on);
  return readingLedger(expr, compiler, (ledger, moment, binding, account) => {
    const date = dateOf(moment, binding);
    if (isProblem(date)) return date;
    const value = payableOn(ledger, date);
    moment.run.tracer?.account({ account, measure, on: date }, value, moment);
    return value;
  });
}

/** Of what accrued, unpaid, on the base that is still outstanding, the share of one part of the base. */
function compilePart(expr: AccountMeasure, partOf: Code<Exact>, compiler: Compiler): Code<Exact | PlainDate> {
  const { account: name, measure, span } = expr;
  return readingLedger(expr, compiler, (ledger, moment, binding, account) => {
    const part = partOf(moment, binding);
    if (isProblem(part)) return part;
    const isOverdue = measure === "overdue";
    const whole = isOverdue ? attachedOverdue(ledger, lastEnded(moment)) : onOutstandingBase(ledger);
    const reading = { account, measure: isOverdue ? "attached overdue" : "attached" } as const;
    moment.run.tracer?.account(reading, whole, moment);
    return shareOn(part, whole, { account, name }, moment, span);
  });
}

function shareOn(
  part: Exact,
  whole: Exact,
  { account, name }: { readonly account: string; readonly name: string },
  moment: Moment,
  span: Span,
): Exact | Problem {
  if (isZero(part)) return zero;
  const base = moment.run.untraced(() => baseOf(account, moment));
  moment.run.tracer?.accrualBase(account, moment);
  if (isProblem(base)) return base;
  if (isZero(base)) return new Failure("undefined", { kind: "no accrual base", account: name }, span);
  const share = divide(part, base);
  return (share && multiply(whole, share)) ?? new Failure("undefined", { kind: "no such part", account: name }, span);
}
