/** What the amounts of a list of duties and debts make together, by debtor, creditor, status and currency. */
import type { Exact } from "../../units/exact.ts";
import { add, sign, zero } from "../../units/exact.ts";
import { tooLong } from "../../units/money/sums.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { currencyOf } from "../../units/value-type.ts";
import { Failure } from "../values/problem.ts";
import type { DueItem, DueStatus } from "./due.ts";
import type { OwedItem } from "./owed.ts";

/** Amounts of one debtor to one creditor, of one status and one currency. */
export interface DueTotal {
  readonly from: string;
  readonly to: string;
  readonly status: DueStatus;
  readonly currency: string;
  /** A failure is that of an amount in it; a text says why the amounts have no sum. */
  readonly amount: Exact | Failure | string;
}

type Counted = Pick<DueItem, "status"> & { readonly what: DueItem["what"] | OwedItem };

/** Amounts of one debtor to one creditor, of one currency, that are payable by one day. */
export interface DayTotal extends Omit<DueTotal, "status"> {
  readonly payableOn: PlainDate;
}

/** What is overdue first; else in the order in which they first come up. What is no amount of money is in none. */
export function dueTotals(items: readonly Counted[]): DueTotal[] {
  const totals = summed(items.map(({ what, status }) => ({ what, group: { status } })));
  return totals.toSorted((a, b) => Number(b.status === "overdue") - Number(a.status === "overdue"));
}

/** By day. What has no day that is known is in none. */
export function dueByDay(items: readonly Counted[]): DayTotal[] {
  const dated = items.flatMap(({ what }) => {
    const day = "payableOn" in what ? what.payableOn : undefined;
    return day === undefined || day instanceof Failure ? [] : [{ what, group: { payableOn: day } }];
  });
  return summed(dated).toSorted((a, b) => a.payableOn - b.payableOn);
}

/** The amounts of each group, by debtor, creditor and currency. */
function summed<G extends object>(items: readonly { readonly what: Counted["what"]; readonly group: G }[]) {
  const totals = new Map<string, Omit<DueTotal, "status"> & G>();
  for (const { what, group } of items) {
    const debt = debtOf(what);
    if (debt === undefined || isNothing(debt.amount)) continue;
    const { from, to, currency, amount } = debt;
    const key = JSON.stringify([from, to, currency, group]);
    totals.set(key, { ...group, from, to, currency, amount: sumOf(totals.get(key)?.amount ?? zero, amount) });
  }
  return [...totals.values()];
}

/** Where one of the two is unknown, so is the sum. */
function sumOf(a: DueTotal["amount"], b: Exact | Failure): DueTotal["amount"] {
  if (typeof a === "string" || a instanceof Failure) return a;
  return b instanceof Failure ? b : (add(a, b) ?? tooLong);
}

function isNothing(amount: Exact | Failure): boolean {
  return !(amount instanceof Failure) && sign(amount) <= 0;
}

type Debt = Pick<DueTotal, "from" | "to" | "currency"> & { readonly amount: Exact | Failure };

/** Undefined for what is no amount of money. */
export function debtOf(what: Counted["what"]): Debt | undefined {
  if (what.kind === "AccountItemOwed") {
    const { debtor: from, creditor: to, type } = what.account;
    return debt(from, to, currencyOf(type), what.amount);
  }
  if (what.kind !== "DutyOwed" || what.duty.amount === undefined) return undefined;
  const { party: from, to = "", amount } = what.duty;
  return debt(from, to, currencyOf(amount.type), what.amount);
}

function debt(from: string, to: string, currency: string | undefined, amount: Exact | Failure | undefined) {
  return currency === undefined || amount === undefined ? undefined : { from, to, currency, amount };
}
