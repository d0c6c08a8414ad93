/** A payment that goes from one amount due to the next, each with what late charges accrued on it. */
import type { Operation, ReasonFact } from "../../../src/index.ts";
import type { AccountState } from "../simple-evaluator/account-state.ts";
import { byDueDate, unpaidOf } from "../simple-evaluator/account-state.ts";
import type { Books } from "./books.ts";
import type { Fraction } from "./fraction.ts";
import { minus, none, order, plus } from "./fraction.ts";
import type { Worked } from "./values.ts";
import { figureOf } from "./values.ts";

type OfPayment = Extract<Operation, { kind: "payment" }>;

/** What the amounts due and the late charges on them each take of so much money: the amount first, then its charges. */
export function inTurn(due: AccountState, charges: AccountState, day: number, money: Fraction): [Fraction, Fraction] {
  let [left, ofDue, ofCharges] = [order(money, none) < 0 ? none : money, none, none];
  const take = (open: Fraction): Fraction => {
    const taken = order(open, none) < 0 ? none : order(open, left) < 0 ? open : left;
    left = difference(left, taken);
    return taken;
  };
  for (const item of byDueDate(due.items.filter(({ dueOn }) => dueOn <= day))) {
    ofDue = sum(ofDue, take(unpaidOf(item)));
    const lots = charges.lots.filter(({ of }) => of === due.items.indexOf(item)).toSorted((a, b) => a.month - b.month);
    for (const lot of lots) ofCharges = sum(ofCharges, take(unpaidOf(lot)));
  }
  return [ofDue, ofCharges];
}

const sum = (a: Fraction, b: Fraction): Fraction => plus(a, b) ?? none;
const difference = (a: Fraction, b: Fraction): Fraction => minus(a, b) ?? none;

/**
 * What late charges took, where the amounts took something just before: from the two accounts as they then stood. Undefined
 * where that is not what was taken of both.
 */
export function takenByCharges({ operands, day }: ReasonFact, { part }: OfPayment, books: Books): Worked {
  const amounts = operands[part.index];
  const [due, charges] = [amounts?.operands.at(-1), operands.at(-1)];
  const [money, ...earlier] = operands.slice(0, part.index).map(figureOf);
  if (amounts === undefined || due === undefined || charges === undefined || money === undefined) return undefined;
  const left = earlier.reduce<Fraction>((rest, one) => difference(rest, one ?? none), money);
  const [ofDue, ofCharges] = inTurn(books.stateOf(due), books.stateOf(charges), day, left);
  const paid = figureOf(amounts);
  return paid !== undefined && order(ofDue, paid) === 0 ? ofCharges : undefined;
}

/** Whether the part before it is what the amounts took on which these are the late charges. */
export function followsAmounts({ part }: OfPayment): boolean {
  const before = part.payment.parts[part.index - 1];
  return part.isInTurn && isOfCharges(part) && before?.target === part.target && before.isInTurn;
}

/**
 * Whether late charges share the money with the amounts on which they accrue: of amounts, where charges took something after
 * them; of charges without a part before them, always.
 */
export function sharesInTurn({ part }: OfPayment): boolean {
  const next = part.payment.parts[part.index + 1];
  return part.isInTurn && (isOfCharges(part) || (next?.target === part.target && next.isInTurn));
}

const isOfCharges = ({ isLateCharges }: OfPayment["part"]): boolean => isLateCharges === true;
