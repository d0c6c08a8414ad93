/** What is owed, or still to be done, in English. */

import { byKind } from "../base/by-kind.ts";
import type { Account } from "../core/core.ts";
import type { AccountItemOwed, DutyOwed, LeftOver, OwedItem, PaidAhead } from "../evaluate/answers/owed.ts";
import type { ExpectedDays } from "../evaluate/values/expected-days.ts";
import { Failure } from "../evaluate/values/problem.ts";
import type { Exact } from "../units/exact.ts";
import { sign, toDecimalText } from "../units/exact.ts";
import { formatDate } from "../units/plain-date.ts";
import { renderValue } from "../units/render-value.ts";
import type { ValueType } from "../units/value-type.ts";
import { money, unitName } from "../units/value-type.ts";
import { nameOfChanged, ofEvent } from "./journal.ts";
import type { Owed } from "./outcome.ts";
import { problemWords } from "./problems.ts";

/** In the order of due date, then section, then words; what has no day that is known comes last. */
export function owedInOrder(items: readonly OwedItem[]): { readonly item: OwedItem; readonly words: Owed }[] {
  return items
    .map((item) => {
      const words = describeOwed(item);
      return { item, words: isOverdue(item) ? { ...words, text: `${words.text}, overdue` } : words };
    })
    .toSorted((a, b) => byDueDate(a.words, b.words));
}

export const isOverdue = (item: OwedItem): boolean => "isOverdue" in item && item.isOverdue;

export function byDueDate(a: Owed, b: Owed): number {
  const key = ({ due, section, text }: Owed) => `${due ?? "later"}|${section}|${text}`;
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
}

/** Without a word on whether it is overdue. */
export const describeOwed = byKind<OwedItem, Owed>({
  AccountItemOwed: accountWords,
  DutyOwed: dutyWords,
  PaidAhead: paidAheadWords,
  LeftOver: leftOverWords,
});

/** That a day counts by trading days of which there are no data yet. */
export function expectedWords(expected: ExpectedDays | undefined): { readonly expected?: string } {
  if (expected === undefined) return {};
  const { calendar, after } = expected;
  const which = after === undefined ? "trading days" : `trading days after ${formatDate(after)}`;
  return { expected: `${which} are expected by the calendar ${calendar}` };
}

/** Who holds it, and for which party: the reverse of what is owed. */
function heldWords(amount: Exact, type: ValueType, account: Account | undefined): Omit<Owed, "section" | "text"> {
  const { creditor: from = "", debtor: to = "" } = account ?? {};
  return { from, to, amount: toDecimalText(amount), unit: unitName(type), due: null };
}

function paidAheadWords({ account, of, amount }: PaidAhead): Owed {
  const named = { name: account.name, ...ofEvent(of) };
  const text = `${nameOfChanged(named)}: ${renderValue(amount, account.type)} paid ahead, held for what is charged or accrues next`;
  return { ...heldWords(amount, account.type, account), section: account.section, ...ofEvent(of), text };
}

function leftOverWords({ account, amount, type, section, paidOn, payment }: LeftOver): Owed {
  const name =
    payment === undefined ? "a payment" : `${payment.type.name}${payment.id === undefined ? "" : ` ${payment.id}`}`;
  const text = `${renderValue(amount, type)} left over of ${name} on ${formatDate(paidOn)}`;
  const because = "the contract does not say what becomes of it";
  return { ...heldWords(amount, type, account), section, text, because };
}

function accountWords({ account, of, section, amount, payableOn, expected }: AccountItemOwed): Owed {
  const { type, debtor, creditor } = account;
  const ends = { from: debtor, to: creditor, ...ofEvent(of) };
  const name = nameOfChanged({ name: account.name, ...ofEvent(of) });
  if (amount instanceof Failure || payableOn instanceof Failure) {
    const failure = [amount, payableOn].find((it) => it instanceof Failure);
    const text = `${name}: an amount that can't be determined, by a day that can't be determined`;
    return { ...ends, due: null, section, text, because: failure && problemWords(failure) };
  }
  const text = of === undefined ? `${name} of ${renderValue(amount, type)}` : `${name}: ${renderValue(amount, type)}`;
  const due = formatDate(payableOn);
  const paid = { amount: toDecimalText(amount), unit: unitName(type) };
  return { ...ends, ...paid, due, section, text, ...expectedWords(expected) };
}

function dutyWords({ duty, occurrence, amount, payableOn, expected }: DutyOwed): Owed {
  const failure = [payableOn, amount].find((it) => it instanceof Failure);
  const sum = amount instanceof Failure ? undefined : amount;
  const type = duty.amount?.type ?? money;
  const of = occurrence?.id === undefined ? "" : ` for ${occurrence.id}`;
  const what = sum === undefined ? (duty.event ?? "an amount that can't be determined") : renderValue(sum, type);
  const isBelowZero = sum !== undefined && sign(sum) < 0;
  const day = payableOn instanceof Failure ? undefined : payableOn;
  return {
    from: duty.party,
    to: duty.to ?? "",
    ...(sum === undefined ? {} : { amount: toDecimalText(sum), unit: unitName(type) }),
    due: day === undefined ? null : formatDate(day),
    section: duty.section,
    text: [
      `${duty.name}: ${what}${of}`,
      ...(isBelowZero ? ["less than nothing, so nothing is owed"] : []),
      ...(day === undefined ? ["by a day that can't be determined"] : []),
    ].join(", "),
    because: failure && problemWords(failure),
    ...expectedWords(expected),
  };
}
