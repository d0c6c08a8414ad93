/** What a ledger that is accrued to the day that asks has to say. */
import type { Exact } from "../../units/exact.ts";
import { isZero } from "../../units/exact.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import type { Item, Ledger } from "./ledger.ts";
import type { Owed, OwedList } from "./owed.ts";
import { plus, total, unpaidOf } from "./owed.ts";

export function unpaid(ledger: Ledger): Exact {
  return plus(ledger.lots.unpaid, ledger.items.unpaid);
}
export function accruing(ledger: Ledger): Exact {
  return ledger.lots.unpaid;
}
export function onOutstandingBase({ lots, items }: Ledger): Exact {
  return plus(total(lots.all(), attachedOf), total(items.all(), attachedOf));
}
export function due({ items }: Ledger, today: PlainDate): Exact {
  return totalOf(items, ({ dueOn }) => dueOn <= today, unpaidOf);
}
/** Unpaid of what was payable on a day that has ended. */
export function overdue({ items }: Ledger, lastEndedDay: PlainDate): Exact {
  return totalOf(items, ({ payableOn: day }) => day <= lastEndedDay, unpaidOf);
}
/** Of that, what accrued on base that is still outstanding. */
export function attachedOverdue({ items }: Ledger, lastEndedDay: PlainDate): Exact {
  return totalOf(items, ({ payableOn: day }) => day <= lastEndedDay, attachedOf);
}
/** The day on which the oldest amount that is overdue was payable; undefined where none is. */
export function firstOverdue(ledger: Ledger, lastEndedDay: PlainDate): PlainDate | undefined {
  const open = ledger.items.all().filter((item) => item.payableOn <= lastEndedDay && !isZero(unpaidOf(item)));
  return open.map(({ payableOn }) => payableOn).toSorted((a, b) => a - b)[0];
}
/** What fell due for payment on that very date, paid or not, less what was converted. */
export function payableOn({ items }: Ledger, date: PlainDate): Exact {
  const charged = (item: Item) => item.charged;
  return totalOf(items, (item) => item.payableOn === date, charged);
}

const attachedOf = (owed: Owed): Exact => owed.onOutstandingBase;

function totalOf(items: OwedList<Item>, isMeant: (item: Item) => boolean, amount: (item: Item) => Exact): Exact {
  return total(items.all().filter(isMeant), amount);
}
