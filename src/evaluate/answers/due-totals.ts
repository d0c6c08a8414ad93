/** What the amounts of a list of duties and debts make together, by debtor, creditor, status and currency. */
import type { Exact } from "../../units/exact.ts";
import { add, sign, zero } from "../../units/exact.ts";
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
  readonly amount: Exact;
}

type Counted = Pick<DueItem, "status"> & { readonly what: DueItem["what"] | OwedItem };

/** What is overdue first; else in the order in which they first come up. What has no amount, or an unknown one, is in none. */
export function dueTotals(items: readonly Counted[]): DueTotal[] {
  const totals = new Map<string, DueTotal>();
  for (const { what, status } of items) {
    const debt = debtOf(what);
    if (debt === undefined || sign(debt.amount) <= 0) continue;
    const { from, to, currency, amount } = debt;
    const key = JSON.stringify([from, to, status, currency]);
    const sum = add(totals.get(key)?.amount ?? zero, amount);
    if (sum !== undefined) totals.set(key, { from, to, status, currency, amount: sum });
  }
  return [...totals.values()].toSorted((a, b) => Number(b.status === "overdue") - Number(a.status === "overdue"));
}

function debtOf(what: Counted["what"]): Omit<DueTotal, "status"> | undefined {
  if (what.kind === "AccountItemOwed") {
    const { debtor: from, creditor: to, type } = what.account;
    return debt(from, to, currencyOf(type), what.amount);
  }
  if (what.kind !== "DutyOwed" || what.duty.amount === undefined) return undefined;
  const { party: from, to = "", amount } = what.duty;
  return debt(from, to, currencyOf(amount.type), what.amount);
}

function debt(from: string, to: string, currency: string | undefined, amount: Exact | Failure | undefined) {
  if (currency === undefined || amount === undefined || amount instanceof Failure) return undefined;
  return { from, to, currency, amount };
}
