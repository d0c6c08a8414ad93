/** What a ledger that is accrued to the day that asks has to say. */
import type { Exact } from "../../units/exact.ts";
import { isZero } from "../../units/exact.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import type { Ledger } from "./ledger.ts";
import { plus, total, unpaidIn, unpaidOf } from "./owed.ts";

export function unpaid(ledger: Ledger): Exact {
  return plus(unpaidIn(ledger.lots), unpaidIn(ledger.items));
}
export function accruing(ledger: Ledger): Exact {
  return unpaidIn(ledger.lots);
}
export function onOutstandingBase(ledger: Ledger): Exact {
  return plus(
    total(ledger.lots, (lot) => lot.onOutstandingBase),
    total(ledger.items, (item) => item.onOutstandingBase),
  );
}
export function due(ledger: Ledger, today: PlainDate): Exact {
  return total(
    ledger.items.filter((item) => item.dueOn <= today),
    unpaidOf,
  );
}
/** Unpaid of what was payable on a day that has ended. */
export function overdue(ledger: Ledger, lastEndedDay: PlainDate): Exact {
  return total(
    ledger.items.filter((item) => item.payableOn <= lastEndedDay),
    unpaidOf,
  );
}
/** Of that, what accrued on base that is still outstanding. */
export function attachedOverdue(ledger: Ledger, lastEndedDay: PlainDate): Exact {
  return total(
    ledger.items.filter((item) => item.payableOn <= lastEndedDay),
    (item) => item.onOutstandingBase,
  );
}
/** The day on which the oldest amount that is overdue was payable; undefined where none is. */
export function firstOverdue(ledger: Ledger, lastEndedDay: PlainDate): PlainDate | undefined {
  const open = ledger.items.filter((item) => item.payableOn <= lastEndedDay && !isZero(unpaidOf(item)));
  return open.map(({ payableOn }) => payableOn).toSorted((a, b) => a - b)[0];
}
/** What fell due for payment on that very date, paid or not, less what was converted. */
export function payableOn(ledger: Ledger, date: PlainDate): Exact {
  return total(
    ledger.items.filter((item) => item.payableOn === date),
    (item) => item.charged,
  );
}
