/** What the calendar brings to an account as today ends: for a payment, it counts as due already. */
import type { Exact } from "../../units/exact.ts";
import { isUnlimited, zero } from "../../units/exact.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { firstOfMonth } from "../../units/plain-date.ts";
import type { CompiledChange, CompiledPosting, Machine } from "../compile/machine.ts";
import { plus } from "../ledger/owed.ts";
import type { FallingDue } from "../ledger/payments.ts";
import type { Code, Moment } from "../state/run.ts";
import { isProblem } from "../values/problem.ts";

export function fallingDueToday(account: string, moment: Moment, machine: Machine): FallingDue {
  let [charged, inPart] = [zero, zero];
  let takesAll = false;
  const months = new Set<PlainDate>();
  for (const compiled of postingsToday(account, moment, machine)) {
    const amount = read(compiled.amount, moment);
    if (amount !== undefined && isUnlimited(amount)) continue;
    if (compiled.change.verb === "charge") charged = plus(charged, amount ?? zero);
    else if (compiled.amount !== undefined) inPart = plus(inPart, amount ?? zero);
    else if (compiled.monthOf === undefined) takesAll = true;
    else {
      const month = read(compiled.monthOf, moment);
      if (month !== undefined) months.add(firstOfMonth(month));
    }
  }
  return { takesLot: ({ month }) => takesAll || months.has(month), charged, inPart };
}

/** The changes of today's calendar rules that make something of the account due by today. */
function postingsToday(account: string, moment: Moment, { calendarRules }: Machine): CompiledPosting[] {
  return calendarRules.flatMap(({ changes, date, condition }) => {
    const meant = changes.filter((it) => makesDue(it, account));
    if (meant.length === 0 || date(moment, undefined) !== moment.day) return [];
    if (condition !== undefined && condition(moment, undefined) !== true) return [];
    return meant.filter(({ dueOn, payableOn }) => {
      const due = (dueOn ?? payableOn)?.(moment, undefined) ?? moment.day;
      return !isProblem(due) && due <= moment.day;
    });
  });
}

function makesDue(compiled: CompiledChange, account: string): compiled is CompiledPosting {
  if (compiled.kind !== "AccountPosting" || compiled.change.account !== account) return false;
  const { change } = compiled;
  return change.verb === "charge" || change.verb === "fall due";
}

/** What can't be told makes the account unknown as the day ends; a payment before that goes by the rest. */
function read<T extends Exact | PlainDate>(code: Code<T> | undefined, moment: Moment): T | undefined {
  const value = code?.(moment, undefined);
  return value === undefined || isProblem(value) ? undefined : value;
}
