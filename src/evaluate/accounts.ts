/** Accounts during a replay: their ledgers at a moment, and the rate at which they go on accruing. */
import type { Account } from "../core/core.ts";
import { yearBasis } from "../units/day-count.ts";
import type { Exact } from "../units/exact.ts";
import { divide, equal, exact, multiply, zero } from "../units/exact.ts";
import type { PlainDate } from "../units/plain-date.ts";
import type { Code } from "./compile.ts";
import { History } from "./history.ts";
import type { Ledger } from "./ledger.ts";
import { accruedTo, emptyLedger, withRate } from "./ledger.ts";
import type { Problem } from "./problem.ts";
import { Absent, Failure, isProblem } from "./problem.ts";
import type { Moment, Run } from "./run.ts";

export interface CompiledAccount {
  readonly account: Account;
  readonly rate: Code | undefined;
  readonly base: Code | undefined;
  readonly from: Code | undefined;
  readonly condition: Code | undefined;
}

export function openLedgers(accounts: readonly CompiledAccount[], run: Run): void {
  for (const { account } of accounts) {
    const history = new History<Ledger | Problem>();
    history.record(run.now.point, emptyLedger(account.accrual?.basis ?? "actual/365", run.start));
    run.ledgers.set(account.name, history);
    run.accounts.set(account.name, accounts.find((one) => one.account === account) as CompiledAccount);
  }
}

/** The ledger with everything accrued before the moment's day; the same object for one moment and ledger. */
export function ledgerAt(name: string, moment: Moment): Ledger | Problem {
  const ledger = postedAt(name, moment);
  if (isProblem(ledger)) return ledger;
  const { accrued } = moment.run;
  const known = accrued.get(name);
  if (known !== undefined && known.of === ledger && known.day === moment.day) return known.ledger;
  const made = accruedTo(ledger, moment.day);
  accrued.set(name, { of: ledger, day: moment.day, ledger: made });
  return made;
}

/** The ledger as its last posting left it. Enough for whoever asks only about items that no longer grow. */
export function postedAt(name: string, moment: Moment): Ledger | Problem {
  return moment.run.ledgers.get(name)?.at(moment.point) ?? new Absent(`${name} has not begun`, "");
}

/** What the account accrues on at a moment, whether or not it accrues just then. */
export function baseOf(name: string, moment: Moment): Exact | Problem {
  const base = moment.run.accounts.get(name)?.base?.(moment, undefined);
  return (base ?? zero) as Exact | Problem;
}

/** Closes the day: from it on, the account accrues what its balance at the day's end bears. */
export function closeDay({ account, rate, base, from, condition }: CompiledAccount, moment: Moment): void {
  const history = moment.run.ledgers.get(account.name) as History<Ledger | Problem>;
  const ledger = history.latest as Ledger | Problem;
  if (account.accrual === undefined || isProblem(ledger)) return;
  const perDay = dailyAmount();
  if (isProblem(perDay)) {
    // The day's interest cannot be told, and so neither can anything that contains it.
    history.record(moment.point, asFailure(perDay, account));
    return;
  }
  if (!equal(perDay, ledger.perDay)) history.record(moment.point, withRate(ledger, moment.day, perDay));

  function dailyAmount(): Exact | Problem {
    const start = (from as Code)(moment, undefined);
    if (isProblem(start)) return start;
    if (moment.day < (start as PlainDate)) return zero;
    const runs = condition === undefined || condition(moment, undefined);
    if (isProblem(runs)) return runs;
    if (runs !== true) return zero;
    const amount = (base as Code)(moment, undefined);
    if (isProblem(amount)) return amount;
    const yearly = (rate as Code)(moment, undefined);
    if (isProblem(yearly)) return yearly;
    const aYear = multiply(amount as Exact, yearly as Exact);
    const year = exact(yearBasis(account.accrual?.basis ?? "actual/365"));
    return aYear === undefined
      ? new Failure("undefined", `${account.name} accrues an unlimited amount`, account.span)
      : (divide(aYear, year) as Exact);
  }
}

function asFailure(problem: Problem, account: Account): Failure {
  if (problem instanceof Failure) return problem;
  return new Failure("undefined", `${account.name} cannot accrue: ${problem.because}`, account.span);
}
