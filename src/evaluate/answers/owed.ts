/** What is owed, or still to be done, as a replay ends. */
import type { Account, Duty } from "../../core/core.ts";
import type { Exact } from "../../units/exact.ts";
import { isZero, sign } from "../../units/exact.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import type { ValueType } from "../../units/value-type.ts";
import { ledgerAt, postedAt } from "../compile/account-ledgers.ts";
import type { CompiledDuty } from "../compile/machine.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { unpaidOf } from "../ledger/owed.ts";
import type { Replay } from "../replay/replay.ts";
import { hasApplied, occurrencesAt, undeterminedOf } from "../state/applied.ts";
import type { Binding, HeldAccount, Moment, Occurrence, Run } from "../state/run.ts";
import { bindingOf } from "../state/run.ts";
import type { ExpectedDays } from "../values/expected-days.ts";
import { Absent, Failure, isProblem } from "../values/problem.ts";

export type OwedItem = AccountItemOwed | DutyOwed | PaidAhead | LeftOver;

/** An unpaid amount of an account that has fallen due; or, where the account is unknown, why. */
export interface AccountItemOwed extends OfAccount {
  readonly kind: "AccountItemOwed";
  /** Of the clause that charged it; the account's own for what accrued. */
  readonly section: string;
  readonly amount: Exact | Failure;
  readonly fellDueOn: PlainDate | Failure;
  readonly payableOn: PlainDate | Failure;
  readonly isOverdue: boolean;
  /** Where the day of payment rests on trading days that are only expected. */
  readonly expected?: ExpectedDays | undefined;
}

/** A duty that nothing has discharged: to pay an amount, or to give an event. */
export interface DutyOwed {
  readonly kind: "DutyOwed";
  readonly duty: Duty;
  readonly occurrence: Occurrence | undefined;
  /** A failure where it is unknown; undefined where the duty asks for no amount. */
  readonly amount: Exact | Failure | undefined;
  /** The last day on which it is done in time; a failure where that, or whether it is owed, is unknown. */
  readonly payableOn: PlainDate | Failure;
  readonly isOverdue: boolean;
  /** Where that day rests on trading days that are only expected. */
  readonly expected?: ExpectedDays;
}

/** An account, and the event that has it. */
interface OfAccount {
  readonly account: Account;
  readonly of?: Occurrence | undefined;
}

/** Money that an account holds for what is charged or accrues next. */
export interface PaidAhead extends OfAccount {
  readonly kind: "PaidAhead";
  readonly amount: Exact;
}

/** Money that a payment had left after its last target; `account` is the first that it was applied to. */
export interface LeftOver {
  readonly kind: "LeftOver";
  readonly account: Account | undefined;
  readonly amount: Exact;
  readonly type: ValueType;
  readonly section: string;
  readonly paidOn: PlainDate;
  /** The event that paid; undefined where the calendar or a condition did. */
  readonly payment: Occurrence | undefined;
}

/** The items of the accounts, then the duties, then money that somebody holds. */
export function owedAt(replay: Replay, moment: Moment = replay.run.now): OwedItem[] {
  const duties = dutiesAt(replay, moment).flatMap((duty) => owedBy(duty, moment) ?? []);
  return [...itemsAt(replay, moment), ...duties, ...paidAheadAt(replay, moment), ...leftOverAt(replay, moment)];
}

function paidAheadAt({ run }: Replay, moment: Moment): PaidAhead[] {
  return accountsIn(run).flatMap((held) => {
    const now = ledgerAt(held.slot, moment);
    const ledger = isProblem(now) ? lastKnown(held, moment) : now;
    if (ledger === undefined || isZero(ledger.prepaid)) return [];
    const { account, of } = held;
    return [{ kind: "PaidAhead", account, of, amount: ledger.prepaid }];
  });
}

export function leftOverAt({ journal, machine }: Replay, { point }: Moment): LeftOver[] {
  return journal.entries.flatMap((entry) => {
    if (entry.kind !== "AmountLeftOver" || entry.of !== "payment" || entry.point > point) return [];
    const { amount, type, section, day, cause } = entry;
    if (sign(amount) < 0) return [];
    const account = machine.program.accounts.get(entry.key ?? "");
    return [{ kind: "LeftOver", account, amount, type, section, paidOn: day, payment: cause }];
  });
}

/** Unpaid items of every account at a moment. What was due as an account became unknown is listed before that it is. */
export function itemsAt({ run }: Replay, moment: Moment): AccountItemOwed[] {
  return accountsIn(run).flatMap((held) => {
    const { account, of, slot } = held;
    const ledger = ledgerAt(slot, moment);
    if (ledger instanceof Absent) return [];
    if (!(ledger instanceof Failure)) return itemsIn(held, ledger, moment);
    const unknown = { amount: ledger, fellDueOn: ledger, payableOn: ledger, isOverdue: false };
    const known = lastKnown(held, moment);
    return [
      ...(known === undefined ? [] : itemsIn(held, known, moment)),
      { kind: "AccountItemOwed", account, of, section: account.section, ...unknown },
    ];
  });
}

/** In the order of the accounts; of events, in the order in which these are listed. */
function accountsIn({ accounts }: Run): readonly HeldAccount[] {
  return [...accounts.values()].sort(
    (a, b) => Number(a.of !== undefined) - Number(b.of !== undefined) || (a.of?.index ?? 0) - (b.of?.index ?? 0),
  );
}

function itemsIn({ account, of }: HeldAccount, { items }: Ledger, { day }: Moment): AccountItemOwed[] {
  return items
    .all()
    .filter((item) => !isZero(unpaidOf(item)))
    .map((item) => ({
      kind: "AccountItemOwed",
      account,
      of,
      section: item.section ?? account.section,
      amount: unpaidOf(item),
      fellDueOn: item.dueOn,
      payableOn: item.payableOn,
      isOverdue: item.payableOn < day,
    }));
}

/** An account as it stood when it could last be determined. */
function lastKnown({ slot }: HeldAccount, moment: Moment): Ledger | undefined {
  const { run } = moment;
  for (let { point } = moment; point >= 0; point -= 1) {
    const then = run.momentAt(point);
    const ledger = postedAt(slot, then) instanceof Failure ? undefined : ledgerAt(slot, then);
    if (ledger !== undefined) return isProblem(ledger) ? undefined : ledger;
  }
  return undefined;
}

/** A duty as it stands, for one occurrence where it is owed for each. */
export interface StandingDuty extends CompiledDuty {
  readonly occurrence: Occurrence | undefined;
  /** The last day on which it is done in time; a failure where that, or whether it is owed, is unknown. */
  readonly day: PlainDate | Failure;
}

/** The duties that nothing has discharged, without those whose condition or day has no value. */
export function dutiesAt({ machine }: Replay, moment: Moment): StandingDuty[] {
  return machine.duties.flatMap((compiled) => {
    const { owner, event } = compiled.duty;
    const subjects = owner === undefined ? [undefined] : occurrencesAt(owner, moment);
    const undetermined = owner === undefined ? undefined : undeterminedOf(owner, moment);
    const open =
      undetermined === undefined
        ? []
        : [{ ...compiled, occurrence: undefined, day: undetermined, amount: () => undetermined }];
    const known = subjects.flatMap((occurrence) => {
      const isDone = hasBeenDone(event, occurrence, moment);
      if (isDone === true) return [];
      if (isDone instanceof Failure) return [{ ...compiled, occurrence, day: isDone }];
      const binding = bindingOf(occurrence);
      const holds = standsUndone(compiled, moment, binding);
      const day = holds === true ? compiled.due(moment, binding) : holds;
      if (day instanceof Absent || day === false) return [];
      return [{ ...compiled, occurrence, day }];
    });
    return [...open, ...known];
  });
}

/** Whether it is owed as long as nothing has discharged it: its condition holds, and no exception excuses. */
export function standsUndone({ condition, excused }: CompiledDuty, moment: Moment, binding: Binding | undefined) {
  const holds = condition?.(moment, binding) ?? true;
  if (holds !== true || excused === undefined) return holds;
  const isExcused = excused(moment, binding);
  return isProblem(isExcused) ? isExcused : !isExcused;
}

/** What a duty asks for, its amount as of a moment; undefined where that is nothing. Less than nothing is never overdue. */
export function owedBy({ duty, occurrence, day, amount }: StandingDuty, moment: Moment): DutyOwed | undefined {
  const sum = amount?.(moment, bindingOf(occurrence));
  if (sum instanceof Absent || (sum !== undefined && !isProblem(sum) && isZero(sum))) return undefined;
  const isBelowZero = sum !== undefined && !isProblem(sum) && sign(sum) < 0;
  const isOverdue = !(day instanceof Failure) && day < moment.day && !isBelowZero;
  return { kind: "DutyOwed", duty, occurrence, amount: sum, payableOn: day, isOverdue };
}

/** A duty to give an event is discharged by it: by one for the occurrence it is owed for, where it is owed for one. */
function hasBeenDone(event: string | undefined, occurrence: Occurrence | undefined, moment: Moment): boolean | Failure {
  if (event === undefined) return false;
  const isMeant = ({ refersTo }: Occurrence) => occurrence === undefined || refersTo === occurrence;
  const given = occurrence === undefined ? occurrencesAt(event, moment) : (moment.run.referring.get(occurrence) ?? []);
  if (given.some((it) => it.type.name === event && hasApplied(it, moment.point))) return true;
  return undeterminedOf(event, moment, isMeant) ?? false;
}
