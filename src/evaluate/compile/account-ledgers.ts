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
import type { CompiledAccount, CompiledAccrual, Moment, Run } from "../state/run.ts";
import { History } from "../values/history.ts";
import { withinDigitLimit } from "../values/limits.ts";
import type { Problem } from "../values/problem.ts";
import { Absent, Failure, isProblem } from "../values/problem.ts";

export function openLedgers(accounts: readonly CompiledAccount[], run: Run): void {
  for (const compiled of accounts) {
    const { account } = compiled;
    const history = new History<Ledger | Problem>();
    history.record(run.now.point, openLedger(compiled, run));
    run.ledgers.set(account.name, history);
    run.accounts.set(account.name, compiled);
  }
}

function openLedger({ account, accrual }: CompiledAccount, run: Run): Ledger | Problem {
  // An account that accrues nothing counts no days.
  const counting = accrual?.counting(run.now, undefined) ?? { name: "actual/365" };
  if (isProblem(counting)) return asFailure(counting, account);
  if (lacksPeriods(counting)) {
    return new Failure("undefined", { kind: "no interest periods", dayCount: counting.name }, account.span);
  }
  const counts = accrual?.dayOfPayment?.(run.now, undefined) ?? false;
  return isProblem(counts) ? asFailure(counts, account) : emptyLedger(counting, run.start, counts);
}

/** The ledger with everything accrued before the moment's day; the same object for one moment and ledger. */
export function ledgerAt(name: string, moment: Moment): Ledger | Problem {
  const ledger = postedAt(name, moment);
  return isProblem(ledger) ? ledger : accruedAt(name, ledger, moment);
}

function accruedAt(name: string, ledger: Ledger, { run, day }: Moment): Ledger {
  const { accrued } = run;
  const known = accrued.get(name);
  if (known !== undefined && known.of === ledger && known.day === day) return known.ledger;
  run.spend(stepsToAccrue(ledger, day));
  const made = accruedTo(ledger, day);
  accrued.set(name, { of: ledger, day, ledger: made });
  return made;
}

/** The ledger as its last posting left it. Enough for whoever asks only about items that no longer grow. */
export function postedAt(name: string, moment: Moment): Ledger | Problem {
  return moment.run.ledgers.get(name)?.at(moment.point) ?? new Absent({ kind: "not begun", account: name });
}

/** What the account accrues on at a moment, whether or not it accrues just then. */
export function baseOf(name: string, moment: Moment): Exact | Problem {
  return moment.run.accounts.get(name)?.accrual?.base(moment, undefined) ?? zero;
}

/** Closes the day: from it on, the account accrues what its balance at the day's end bears. */
export function closeDay({ account, accrual }: CompiledAccount, moment: Moment): void {
  const history = entryIn(moment.run.ledgers, account.name);
  const ledger = history.latest;
  if (accrual === undefined || ledger === undefined || isProblem(ledger)) return;
  const next =
    accrual.onEach === undefined
      ? closed(account, accrual, ledger, moment)
      : closedOnEach(account, accrual, accrual.onEach, ledger, moment);
  // Where the day's interest is unknown, so is anything that contains it; that is from the next day on.
  if (isProblem(next)) moment.run.unknown.set(account.name, asFailure(next, account));
  else if (next !== ledger) history.record(moment.point, next);
}

/** Opens a day: what could not be determined as the day before closed is unknown from now on. */
export function openDay({ unknown, ledgers, now }: Run): void {
  if (unknown.size === 0) return;
  for (const [name, failure] of unknown) entryIn(ledgers, name).record(now.point, failure);
  unknown.clear();
}

function closed(account: Account, accrual: CompiledAccrual, ledger: Ledger, moment: Moment): Ledger | Problem {
  const perDay = dailyAmount(account, accrual, ledger, () => accrual.base(moment, undefined), moment);
  if (isProblem(perDay)) return perDay;
  return equal(perDay, ledger.perDay) ? ledger : withRate(accruedAt(account.name, ledger, moment), moment.day, perDay);
}

/**
 * What accrues on each overdue amount of another account goes by what is unpaid of that amount. Of an amount that arose
 * after the day of its payment, the days since that are taken in as well.
 */
function closedOnEach(
  account: Account,
  accrual: CompiledAccrual,
  onEach: string,
  ledger: Ledger,
  moment: Moment,
): Ledger | Problem {
  const source = ledgerAt(onEach, moment);
  if (isProblem(source)) return source;
  moment.run.spend(stepsOf(ledger) + source.items.length, account.span);
  const known = moment.run.knownItems.get(account.name) ?? 0;
  moment.run.knownItems.set(account.name, source.items.length);
  const rates = new Map<number, Exact>();
  const lateFrom = new Map<number, PlainDate>();
  for (const [index, item] of source.items.all().entries()) {
    const open = unpaidOf(item);
    if (item.payableOn > moment.day || isZero(open)) continue;
    const perDay = dailyAmount(account, accrual, ledger, () => open, moment);
    if (isProblem(perDay)) return perDay;
    if (isZero(perDay)) continue;
    rates.set(index, perDay);
    const start = accrual.from(moment, undefined);
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
  account: Account,
  { rate, from, condition }: CompiledAccrual,
  ledger: Ledger,
  baseNow: () => Exact | Problem,
  moment: Moment,
): Exact | Problem {
  const start = from(moment, undefined);
  if (isProblem(start)) return start;
  if (moment.day < start) return zero;
  const runs = condition === undefined || condition(moment, undefined);
  if (isProblem(runs)) return runs;
  if (!runs) return zero;
  const amount = baseNow();
  if (isProblem(amount)) return amount;
  const yearly = rate(moment, undefined);
  if (isProblem(yearly)) return yearly;
  const unknown = unknownDay(ledger.counting, moment.day, ledger.dayOfPayment ? nextDay(moment.day) : moment.day);
  if (unknown !== undefined) return new Failure("missing data", unknown, account.span);
  // From day to day mostly nothing changes, and what did not is the very same object.
  const known = moment.run.daily.get(account.name);
  if (known?.amount === amount && known.yearly === yearly) return known.perDay;
  const aYear = multiply(amount, yearly);
  if (aYear === undefined || isUnlimited(aYear)) {
    return new Failure("undefined", { kind: "unlimited accrual", account: account.name }, account.span);
  }
  const perDay = withinDigitLimit(divide(aYear, exact(yearBasis(ledger.counting.name))));
  moment.run.daily.set(account.name, { amount, yearly, perDay });
  return perDay;
}

function asFailure(problem: Problem, account: Account): Failure {
  if (problem instanceof Failure) return problem;
  return new Failure("undefined", { kind: "cannot accrue", account: account.name, because: problem }, account.span);
}
