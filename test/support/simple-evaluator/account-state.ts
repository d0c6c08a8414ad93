import type { Exact } from "../../../src/units/exact.ts";
import { add, compare, divide, greater, lesser, multiply, sign, subtract, zero } from "../../../src/units/exact.ts";
import type { PlainDate } from "../../../src/units/plain-date.ts";
import { firstOfMonth } from "../../../src/units/plain-date.ts";

/** What one account holds (docs/semantics.md, 8). Each change works on a copy. */
export interface AccountState {
  lots: Lot[];
  items: Item[];
  /** Money paid ahead. */
  ahead: Exact;
  /** All payments so far. */
  paid: Exact;
  /** First days of the months that accrue nothing any more. */
  waived: PlainDate[];
  /** The day on which it began to accrue, or to accrue anew after all of it fell due; undefined while it does not accrue. */
  periodStart: PlainDate | undefined;
}

export interface Part {
  charged: Exact;
  paid: Exact;
  attached: Exact;
  /** What was attached before the batch that is under way. */
  attachedBefore: Exact;
}
export interface Lot extends Part {
  readonly month: PlainDate;
  /** On which item of another account it accrued, where the account accrues on each. */
  readonly of: number | undefined;
}
export interface Item extends Part {
  dueOn: PlainDate;
  payableOn: PlainDate;
  /** The month whose later days grow it. */
  readonly month: PlainDate | undefined;
}

export const emptyAccount: AccountState = {
  lots: [],
  items: [],
  ahead: zero,
  paid: zero,
  waived: [],
  periodStart: undefined,
};

/** A copy with what is attached now noted as what was attached before. */
export function copyOf(account: AccountState): AccountState {
  const noted = <P extends Part>(part: P): P => ({ ...part, attachedBefore: part.attached });
  return { ...account, lots: account.lots.map(noted), items: account.items.map(noted), waived: [...account.waived] };
}

export function unpaidOf({ charged, paid }: Part): Exact {
  return sure(subtract(charged, paid));
}

export function sumOf(figures: readonly Exact[]): Exact {
  return figures.reduce((sum, figure) => sure(add(sum, figure)), zero);
}

/** A day's accrual; what of it money paid ahead pays is never attached. */
export function accrue(account: AccountState, day: PlainDate, amount: Exact, of: number | undefined): void {
  const month = firstOfMonth(day);
  if (account.waived.includes(month)) return;
  const part = account.items.findLast((item) => item.month === month) ?? lotOf(account, month, of);
  const ahead = takeAhead(account, amount);
  part.charged = sure(add(part.charged, amount));
  part.paid = sure(add(part.paid, ahead));
  part.attached = sure(add(part.attached, sure(subtract(amount, ahead))));
}

/** As much of the money paid ahead as there is for an amount. */
function takeAhead(account: AccountState, amount: Exact): Exact {
  const taken = greater(zero, lesser(account.ahead, amount));
  account.ahead = sure(subtract(account.ahead, taken));
  return taken;
}

function lotOf(account: AccountState, month: PlainDate, of: number | undefined): Lot {
  const found = account.lots.find((lot) => lot.month === month && lot.of === of);
  if (found !== undefined) return found;
  const lot = { month, of, charged: zero, paid: zero, attached: zero, attachedBefore: zero };
  account.lots.push(lot);
  account.lots.sort((a, b) => a.month - b.month);
  return lot;
}

/** Pays as much of a part as the money allows, and says how much that was. */
export function payPart(part: Part, money: Exact): Exact {
  const unpaid = unpaidOf(part);
  const taken = lesser(money, unpaid);
  if (sign(taken) <= 0) return zero;
  part.attached = sure(multiply(part.attached, sure(divide(sure(subtract(unpaid, taken)), unpaid))));
  part.paid = sure(add(part.paid, taken));
  return taken;
}

export function waive(account: AccountState, monthOf: PlainDate | undefined): void {
  const gone = lotsIn(account, monthOf);
  account.lots = account.lots.filter((lot) => !gone.includes(lot));
  account.ahead = sure(add(account.ahead, sumOf(gone.map(({ paid }) => paid))));
  if (monthOf !== undefined) account.waived.push(firstOfMonth(monthOf));
}

export function convert(account: AccountState, amount: Exact): void {
  const parts = [...account.items, ...account.lots];
  const attached = sumOf(parts.map((part) => part.attached));
  const fromAttached = lesser(amount, attached);
  if (sign(attached) !== 0) {
    for (const part of parts) {
      const taken = sure(multiply(part.attached, sure(divide(fromAttached, attached))));
      part.attached = sure(subtract(part.attached, taken));
      part.charged = sure(subtract(part.charged, taken));
    }
  }
  let rest = sure(subtract(amount, fromAttached));
  for (const part of parts) {
    const taken = greater(zero, lesser(rest, unpaidOf(part)));
    part.charged = sure(subtract(part.charged, taken));
    rest = sure(subtract(rest, taken));
  }
}

export function charge(account: AccountState, amount: Exact, dueOn: PlainDate, payableOn: PlainDate): void {
  const paid = takeAhead(account, amount);
  account.items.push({
    charged: amount,
    paid,
    attached: zero,
    attachedBefore: zero,
    dueOn,
    payableOn,
    month: undefined,
  });
}

export function fallDue(account: AccountState, { dueOn, payableOn, monthOf, inFull }: FallDue): void {
  const lots = lotsIn(account, monthOf);
  account.lots = account.lots.filter((lot) => !lots.includes(lot));
  if (inFull) {
    for (const item of account.items) {
      if (item.dueOn > dueOn) item.dueOn = dueOn;
      if (item.payableOn > payableOn) item.payableOn = payableOn;
    }
  }
  if (monthOf === undefined) account.periodStart = undefined;
  // Of two postings for one month the later one says where its days go.
  account.waived = account.waived.filter((month) => monthOf === undefined || month !== firstOfMonth(monthOf));
  account.items.push({
    charged: sumOf(lots.map(({ charged }) => charged)),
    paid: sumOf(lots.map(({ paid }) => paid)),
    attached: sumOf(lots.map(({ attached }) => attached)),
    attachedBefore: sumOf(lots.map(({ attachedBefore }) => attachedBefore)),
    dueOn,
    payableOn,
    month: monthOf && firstOfMonth(monthOf),
  });
}

/** So much of what is unpaid in the lots, the oldest first, becomes an item that is attached to nothing. */
export function fallDueInPart(
  account: AccountState,
  amount: Exact,
  { dueOn, payableOn }: Pick<FallDue, "dueOn" | "payableOn">,
): void {
  let rest = amount;
  for (const lot of account.lots) {
    const taken = greater(zero, lesser(rest, unpaidOf(lot)));
    rest = sure(subtract(rest, taken));
    if (sign(taken) === 0) continue;
    lot.charged = sure(subtract(lot.charged, taken));
    lot.attached = lesser(lot.attached, unpaidOf(lot));
  }
  const charged = sure(subtract(amount, rest));
  charge(account, charged, dueOn, payableOn);
}

/** Money that is held for what comes next. */
export function payAhead(account: AccountState, amount: Exact): void {
  account.ahead = sure(add(account.ahead, amount));
  account.paid = sure(add(account.paid, amount));
}

export interface FallDue {
  readonly dueOn: PlainDate;
  readonly payableOn: PlainDate;
  readonly monthOf: PlainDate | undefined;
  readonly inFull: boolean;
}

function lotsIn(account: AccountState, monthOf: PlainDate | undefined): Lot[] {
  return account.lots.filter(({ month }) => monthOf === undefined || month === firstOfMonth(monthOf));
}

export function clear(account: AccountState): void {
  account.lots = [];
  for (const item of account.items) Object.assign(item, { paid: item.charged, attached: zero, attachedBefore: zero });
}

/** Pays a list of parts in order and says what is left of the money. */
export function pay(account: AccountState, parts: readonly Part[], money: Exact): Exact {
  let rest = money;
  for (const part of parts) rest = sure(subtract(rest, payPart(part, rest)));
  account.paid = sure(add(account.paid, sure(subtract(money, rest))));
  return rest;
}

/** Items by their dates, those of one date as they arose. */
export function byDueDate(items: readonly Item[]): Item[] {
  return items.toSorted((a, b) => a.dueOn - b.dueOn);
}

/** What becomes of the attached parts where the base fell from one amount to another. */
export function detach(account: AccountState, before: Exact, after: Exact): void {
  if (sign(before) <= 0) return;
  for (const part of [...account.items, ...account.lots]) {
    const kept = sure(multiply(part.attachedBefore, sure(divide(greater(zero, after), before))));
    part.attached = lesser(kept, unpaidOf(part));
  }
}

export function isLess(a: Exact, b: Exact): boolean {
  return compare(a, b) < 0;
}

/** Accounts hold finite sums; anything else in one is for whoever writes into it to keep out. */
export function sure(value: Exact | undefined): Exact {
  if (value === undefined) throw new Error("a sum without a result in an account");
  return value;
}
