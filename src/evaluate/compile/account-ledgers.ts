/** Accounts during a replay: their ledgers at a moment, and the rate at which they go on accruing. */
import { entryIn } from "../../base/entry-in.ts";
import type { Account } from "../../core/core.ts";
import type { DayCounting } from "../../units/day-count.ts";
import { goesByPeriods, yearBasis } from "../../units/day-count.ts";
import type { Exact } from "../../units/exact.ts";
import { divide, equal, exact, isUnlimited, isZero, multiply, zero } from "../../units/exact.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { nextDay } from "../../units/plain-date.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { accruedTo, accruesOnEach, emptyLedger, stepsOf, stepsToAccrue, withEach, withRate } from "../ledger/ledger.ts";
import { unpaidOf } from "../ledger/owed.ts";
import type { CompiledAccount, CompiledAccrual, HeldAccount, Moment, Occurrence, Run } from "../state/run.ts";
import { bindingOf, slotOf } from "../state/run.ts";
import { History } from "../values/history.ts";
import { withinDigitLimit } from "../values/limits.ts";
import type { Problem } from "../values/problem.ts";
import { Absent, Failure, isProblem } from "../values/problem.ts";

export function openLedgers(accounts: readonly CompiledAccount[], run: Run): void {
  for (const compiled of accounts) if (compiled.account.owner === undefined) openAccount(compiled, undefined, run);
}

/** Begins the accounts of an event, as it is applied; `problem` says why it is unknown whether it is. */
export function openAccountsOf(
  of: Occurrence,
  accounts: readonly CompiledAccount[],
  run: Run,
  problem: Problem | undefined,
): void {
  for (const compiled of accounts) {
    const slot = slotOf(compiled.account.key, of);
    // What its power asks for has begun already.
    if (!run.accounts.has(slot)) openAccount(compiled, of, run, problem);
    else if (problem !== undefined) entryIn(run.ledgers, slot).record(run.now.point, problem);
  }
}

/** An event that is refused has no accounts, whatever its power has asked for. */
export function dropAccountsOf(of: Occurrence, accounts: readonly CompiledAccount[], run: Run): void {
  for (const { account } of accounts) {
    run.accounts.delete(slotOf(account.key, of));
    run.ledgers.delete(slotOf(account.key, of));
  }
}

/** Begins an account, of the note or of an event; `problem` says why it is unknown whether it has begun. */
export function openAccount(compiled: CompiledAccount, of: Occurrence | undefined, run: Run, problem?: Problem): void {
  const slot = slotOf(compiled.account.key, of);
  const held = { ...compiled, slot, of, binding: bindingOf(of) };
  const history = new History<Ledger | Problem>();
  history.record(run.now.point, problem ?? openLedger(held, run));
  run.ledgers.set(slot, history);
  run.accounts.set(slot, held);
}

function openLedger({ account, accrual, binding }: HeldAccount, run: Run): Ledger | Problem {
  // An account that accrues nothing counts no days.
  const counting = accrual?.counting(run.now, binding) ?? { name: "actual/365" };
  if (isProblem(counting)) return asFailure(counting, account);
  if (lacksPeriods(counting)) {
    return new Failure("undefined", { kind: "no interest periods", dayCount: counting.name }, account.span);
  }
  const counts = accrual?.dayOfPayment?.(run.now, binding) ?? false;
  return isProblem(counts) ? asFailure(counts, account) : emptyLedger(counting, run.now.day, counts);
}

/** The ledger, as the run holds it, with everything accrued before the moment's day; the same object for one moment and ledger. */
export function ledgerAt(slot: string, moment: Moment): Ledger | Problem {
  const ledger = postedAt(slot, moment);
  return isProblem(ledger) ? ledger : accruedAt(slot, ledger, moment);
}

function accruedAt(slot: string, ledger: Ledger, { run, day }: Moment): Ledger {
  const { accrued } = run;
  const known = accrued.get(slot);
  if (known !== undefined && known.of === ledger && known.day === day) return known.ledger;
  run.spend(stepsToAccrue(ledger, day));
  const made = accruedTo(ledger, day);
  accrued.set(slot, { of: ledger, day, ledger: made });
  return made;
}

/** The ledger as its last posting left it. Enough for whoever asks only about items that no longer grow. */
export function postedAt(slot: string, { run, point }: Moment): Ledger | Problem {
  const ledger = run.ledgers.get(slot)?.at(point);
  if (ledger !== undefined) return ledger;
  return new Absent({ kind: "not begun", account: run.accounts.get(slot)?.account.name ?? slot });
}

/** What the account accrues on at a moment, whether or not it accrues just then. */
export function baseOf(slot: string, moment: Moment): Exact | Problem {
  const held = moment.run.accounts.get(slot);
  return held?.accrual?.base(moment, held.binding) ?? zero;
}

/** Closes the day: from it on, the account accrues what its balance at the day's end bears. */
export function closeDay(held: HeldAccount, moment: Moment): void {
  const { account, accrual, slot } = held;
  const history = entryIn(moment.run.ledgers, slot);
  const ledger = history.latest;
  if (accrual === undefined || ledger === undefined || isProblem(ledger)) return;
  const next =
    accrual.onEach === undefined
      ? closed(held, accrual, ledger, moment)
      : closedOnEach(held, accrual, slotOf(accrual.onEach, held.of), ledger, moment);
  // Where the day's interest is unknown, so is anything that contains it; that is from the next day on.
  if (isProblem(next)) moment.run.unknown.set(slot, asFailure(next, account));
  else if (next !== ledger) history.record(moment.point, next);
}

/** Opens a day: what could not be determined as the day before closed is unknown from now on. */
export function openDay({ unknown, ledgers, now }: Run): void {
  if (unknown.size === 0) return;
  for (const [name, failure] of unknown) entryIn(ledgers, name).record(now.point, failure);
  unknown.clear();
}

function closed(held: HeldAccount, accrual: CompiledAccrual, ledger: Ledger, moment: Moment): Ledger | Problem {
  const perDay = dailyAmount(held, accrual, ledger, () => accrual.base(moment, held.binding), moment);
  if (isProblem(perDay)) return perDay;
  return equal(perDay, ledger.perDay) ? ledger : withRate(accruedAt(held.slot, ledger, moment), moment.day, perDay);
}

/**
 * What accrues on each overdue amount of another account goes by what is unpaid of that amount. Of an amount that arose
 * after the day of its payment, the days since that are taken in as well.
 */
function closedOnEach(
  held: HeldAccount,
  accrual: CompiledAccrual,
  onEach: string,
  ledger: Ledger,
  moment: Moment,
): Ledger | Problem {
  const { account, slot, binding } = held;
  const source = ledgerAt(onEach, moment);
  if (isProblem(source)) return source;
  moment.run.spend(stepsOf(ledger) + source.items.length, account.span);
  const known = moment.run.knownItems.get(slot) ?? 0;
  moment.run.knownItems.set(slot, source.items.length);
  const rates = new Map<number, Exact>();
  const lateFrom = new Map<number, PlainDate>();
  for (const [index, item] of source.items.all().entries()) {
    const open = unpaidOf(item);
    if (item.payableOn > moment.day || isZero(open)) continue;
    const perDay = dailyAmount(held, accrual, ledger, () => open, moment);
    if (isProblem(perDay)) return perDay;
    if (isZero(perDay)) continue;
    rates.set(index, perDay);
    const start = accrual.from(moment, binding);
    if (index < known || isProblem(start)) continue;
    const from = later(start, item.payableOn);
    const unknown = unknownDay(ledger.counting, from, from);
    if (unknown !== undefined) return new Failure("missing data", unknown, account.span);
    lateFrom.set(index, from);
  }
  return accruesOnEach(ledger, rates) ? ledger : withEach(ledger, moment.day, rates, lateFrom);
}

/** Why a stretch can't be counted in business days, where the calendar does not know its first or its last day. */
export function unknownDay({ name, calendar }: DayCounting, first: PlainDate, last: PlainDate) {
  if (name !== "business/252" || calendar === undefined) return undefined;
  if (first >= calendar.from && last <= calendar.to) return undefined;
  const { name: known, from, to } = calendar;
  const reach = { kind: "calendar", name: known, from, to } as const;
  return { kind: "range out of reach", unit: "business day", first, last, reach } as const;
}

/** Whether a day count that goes by interest periods has none. */
export function lacksPeriods({ name, periods }: DayCounting): boolean {
  return periods === undefined && goesByPeriods(name);
}

const later = (a: PlainDate, b: PlainDate): PlainDate => (a > b ? a : b);

function dailyAmount(
  { account, slot, binding }: HeldAccount,
  { rate, from, condition }: CompiledAccrual,
  ledger: Ledger,
  baseNow: () => Exact | Problem,
  moment: Moment,
): Exact | Problem {
  const start = from(moment, binding);
  if (isProblem(start)) return start;
  if (moment.day < start) return zero;
  const runs = condition === undefined || condition(moment, binding);
  if (isProblem(runs)) return runs;
  if (!runs) return zero;
  const amount = baseNow();
  if (isProblem(amount)) return amount;
  const yearly = rate(moment, binding);
  if (isProblem(yearly)) return yearly;
  const unknown = unknownDay(ledger.counting, moment.day, ledger.dayOfPayment ? nextDay(moment.day) : moment.day);
  if (unknown !== undefined) return new Failure("missing data", unknown, account.span);
  // From day to day mostly nothing changes, and what did not is the very same object.
  const known = moment.run.daily.get(slot);
  if (known?.amount === amount && known.yearly === yearly) return known.perDay;
  const aYear = multiply(amount, yearly);
  if (aYear === undefined || isUnlimited(aYear)) {
    return new Failure("undefined", { kind: "unlimited accrual", account: account.name }, account.span);
  }
  const perDay = withinDigitLimit(divide(aYear, exact(yearBasis(ledger.counting.name))));
  moment.run.daily.set(slot, { amount, yearly, perDay });
  return perDay;
}

function asFailure(problem: Problem, account: Account): Failure {
  if (problem instanceof Failure) return problem;
  return new Failure("undefined", { kind: "cannot accrue", account: account.name, because: problem }, account.span);
}
