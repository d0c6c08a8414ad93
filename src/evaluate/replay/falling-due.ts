/** What the calendar brings to an account as today ends: for a payment, it counts as due already, or as waived. */

import { entryIn } from "../../base/entry-in.ts";
import type { Exact } from "../../units/exact.ts";
import { isUnlimited, zero } from "../../units/exact.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { firstOfMonth } from "../../units/plain-date.ts";
import { bindingFor } from "../compile/changed-states.ts";
import type { CompiledChange, CompiledPosting, Machine } from "../compile/machine.ts";
import type { Lot } from "../ledger/ledger.ts";
import { plus } from "../ledger/owed.ts";
import type { FallingDue } from "../ledger/payments.ts";
import type { Binding, Code, HeldAccount, Moment } from "../state/run.ts";
import { isProblem } from "../values/problem.ts";
import { firedFor } from "./calendar/calendar-day.ts";

/** Of an account as the run holds it. */
export function fallingDueToday(slot: string, moment: Moment, machine: Machine): FallingDue {
  let [charged, inPart] = [zero, zero];
  const [due, apart] = [new Months(), new Months()];
  for (const meant of postingsToday(entryIn(moment.run.accounts, slot), moment, machine)) {
    const { compiled, binding } = meant;
    const { change, monthOf } = compiled;
    const isByToday = isDueBy(moment, meant);
    const amount = read(compiled.amount, moment, binding);
    if (amount !== undefined && isUnlimited(amount)) continue;
    if (change.verb === "waive") apart.take(meant, moment);
    else if (change.verb === "fall due" && compiled.amount === undefined) {
      if (isByToday || monthOf !== undefined) (isByToday ? due : apart).take(meant, moment);
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

  take({ compiled: { monthOf }, binding }: Meant, moment: Moment): void {
    if (monthOf === undefined) this.#all = true;
    const month = read(monthOf, moment, binding);
    if (month !== undefined) this.#named.add(firstOfMonth(month));
  }

  have(month: PlainDate): boolean {
    return this.#all || this.#named.has(month);
  }
}

interface Meant {
  readonly compiled: CompiledPosting;
  readonly binding: Binding | undefined;
}

/** The changes of today's calendar rules that make something of the account due, or waive it. */
function postingsToday({ account, of }: HeldAccount, moment: Moment, { calendarRules }: Machine): Meant[] {
  return calendarRules.flatMap((rule) => {
    const meant = rule.changes.filter((it) => isMeant(it, account.key));
    const fired = meant.length === 0 ? [] : firedFor(rule, moment);
    if (isProblem(fired)) return [];
    return fired.flatMap((binding) => {
      if (rule.condition !== undefined && rule.condition(moment, binding) !== true) return [];
      return meant.flatMap((compiled) => {
        const its = bindingFor(compiled, of, binding, moment);
        return its === undefined ? [] : [{ compiled, ...its }];
      });
    });
  });
}

/** As the item that the posting makes: what accrued is due by the earlier of its two dates. */
function isDueBy(moment: Moment, { compiled: { change, dueOn, payableOn }, binding }: Meant): boolean {
  const named = change.verb === "fall due" ? [dueOn, payableOn] : [dueOn ?? payableOn];
  const dates = named.flatMap((code) => code?.(moment, binding) ?? []);
  return dates.length === 0 || dates.some((date) => !isProblem(date) && date <= moment.day);
}

function isMeant(compiled: CompiledChange, account: string): compiled is CompiledPosting {
  if (compiled.kind !== "AccountPosting" || compiled.change.account !== account) return false;
  const { verb } = compiled.change;
  return verb === "charge" || verb === "fall due" || verb === "waive";
}

/** What can't be determined makes the account unknown as the day ends; a payment before that goes by the rest. */
function read<T extends Exact | PlainDate>(
  code: Code<T> | undefined,
  moment: Moment,
  binding: Binding | undefined,
): T | undefined {
  const value = code?.(moment, binding);
  return value === undefined || isProblem(value) ? undefined : value;
}
