/** What the calendar brings to an account as today ends: for a payment, it counts as due already, or as waived. */
import type { Exact } from "../../units/exact.ts";
import { isUnlimited, zero } from "../../units/exact.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { firstOfMonth } from "../../units/plain-date.ts";
import type { CompiledChange, CompiledPosting, Machine } from "../compile/machine.ts";
import type { Lot } from "../ledger/ledger.ts";
import { plus } from "../ledger/owed.ts";
import type { FallingDue } from "../ledger/payments.ts";
import type { Code, Moment } from "../state/run.ts";
import { isProblem } from "../values/problem.ts";

export function fallingDueToday(account: string, moment: Moment, machine: Machine): FallingDue {
  let [charged, inPart] = [zero, zero];
  const [due, apart] = [new Months(), new Months()];
  for (const compiled of postingsToday(account, moment, machine)) {
    const { change, monthOf } = compiled;
    const isByToday = isDueBy(moment, compiled);
    const amount = read(compiled.amount, moment);
    if (amount !== undefined && isUnlimited(amount)) continue;
    if (change.verb === "waive") apart.take(compiled, moment);
    else if (change.verb === "fall due" && compiled.amount === undefined) {
      if (isByToday || monthOf !== undefined) (isByToday ? due : apart).take(compiled, moment);
    } else if (isByToday && change.verb === "charge") charged = plus(charged, amount ?? zero);
    else if (isByToday) inPart = plus(inPart, amount ?? zero);
  }
  const isApart = ({ month }: Lot) => apart.have(month);
  return { takesLot: (lot) => due.have(lot.month) && !isApart(lot), isApart, charged, inPart };
}

/** The months that postings name, or all where one names none. */
class Months {
  #all = false;
  readonly #named = new Set<PlainDate>();

  take({ monthOf }: CompiledPosting, moment: Moment): void {
    if (monthOf === undefined) this.#all = true;
    const month = read(monthOf, moment);
    if (month !== undefined) this.#named.add(firstOfMonth(month));
  }

  have(month: PlainDate): boolean {
    return this.#all || this.#named.has(month);
  }
}

/** The changes of today's calendar rules that make something of the account due, or waive it. */
function postingsToday(account: string, moment: Moment, { calendarRules }: Machine): CompiledPosting[] {
  return calendarRules.flatMap(({ changes, date, condition }) => {
    const meant = changes.filter((it) => isMeant(it, account));
    if (meant.length === 0 || date(moment, undefined) !== moment.day) return [];
    if (condition !== undefined && condition(moment, undefined) !== true) return [];
    return meant;
  });
}

function isDueBy(moment: Moment, { dueOn, payableOn }: CompiledPosting): boolean {
  const due = (dueOn ?? payableOn)?.(moment, undefined) ?? moment.day;
  return !isProblem(due) && due <= moment.day;
}

function isMeant(compiled: CompiledChange, account: string): compiled is CompiledPosting {
  if (compiled.kind !== "AccountPosting" || compiled.change.account !== account) return false;
  const { verb } = compiled.change;
  return verb === "charge" || verb === "fall due" || verb === "waive";
}

/** What can't be determined makes the account unknown as the day ends; a payment before that goes by the rest. */
function read<T extends Exact | PlainDate>(code: Code<T> | undefined, moment: Moment): T | undefined {
  const value = code?.(moment, undefined);
  return value === undefined || isProblem(value) ? undefined : value;
}
