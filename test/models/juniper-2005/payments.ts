/** Payments of principal, of a Default Amount and of an Optional Prepayment Amount. */
import { defaultAmount, optionalPrepaymentAmount } from "./amounts.ts";
import { allLatePayments, damagesOwed, openShortage, shortagePayments } from "./damages.ts";
import { changePrincipal, noDebt } from "./debts.ts";
import type { Fraction } from "./fraction.ts";
import { lesser, sum, zero } from "./fraction.ts";
import { payAllInterest } from "./interest.ts";
import type { Note } from "./note.ts";

export const payPrincipal = (note: Note, amount: Fraction): boolean => {
  if (note.principal.isBelow(amount)) return false;
  reducePrincipal(note, amount);
  return true;
};

/** In full it satisfies everything; a part of it counts on account. */
export function payDefaultAmount(note: Note, amount: Fraction): boolean {
  const due = defaultAmount(note);
  if (due === null) return false;
  payInFullOrOnAccount(note, amount, due);
  return true;
}

export function payOptionalPrepayment(note: Note, id: string, amount: Fraction): boolean {
  const notice = note.callNotices.find((it) => it.id === id);
  if (notice === undefined) return false;
  const isFull = payInFullOrOnAccount(note, amount, optionalPrepaymentAmount(note));
  notice.paidInFull ||= isFull;
  notice.paidInPart ||= !isFull;
  return true;
}

function payInFullOrOnAccount(note: Note, amount: Fraction, due: Fraction): boolean {
  if (!amount.isBelow(due)) {
    discharge(note);
    return true;
  }
  const damages = damagesOwed(note, note.today - 1);
  const left = payAllInterest(note, amount);
  const onPrincipal = lesser(note.principal, left);
  const onDamages = lesser(left.minus(onPrincipal), damages);
  reducePrincipal(note, onPrincipal);
  note.damagesTaken = note.damagesTaken.plus(onDamages);
  return false;
}

/** Principal that is gone can't be part of the Excess Amount. */
function reducePrincipal(note: Note, amount: Fraction): void {
  changePrincipal(note, note.principal.minus(amount));
  let left = note.principal;
  for (const lot of note.excess) {
    lot.amount = lesser(lot.amount, left);
    left = left.minus(lot.amount);
  }
}

function discharge(note: Note): void {
  const gross = sum([allLatePayments(note, note.today - 1), shortagePayments(note)]);
  const open = openShortage(note);
  if (open !== undefined) Object.assign(open, { payments: shortagePayments(note), authorizedOn: note.today });
  note.principal = zero;
  for (const lot of note.interest) Object.assign(lot, noDebt(), { state: "waived" });
  note.penalties = [];
  note.excess.length = 0;
  note.damagesTaken = gross;
}
