/** What a batch makes of the accounts, posting by posting. */
import { assertNever } from "../../base/assert-never.ts";
import { entryIn } from "../../base/entry-in.ts";
import type { AccountPosting, ApplyPayment, PaymentTarget } from "../../core/core.ts";
import type { Exact } from "../../units/exact.ts";
import { greater, isUnlimited, isZero, zero } from "../../units/exact.ts";
import { firstOfMonth } from "../../units/plain-date.ts";
import { ledgerAt } from "../compile/account-ledgers.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { stepsOf, stepsToChangeAll } from "../ledger/ledger.ts";
import { unpaid } from "../ledger/measures.ts";
import { minus } from "../ledger/owed.ts";
import {
  asBatchBegins,
  bringForward,
  charge,
  clear,
  convert,
  datesOfAccrued,
  datesOfItem,
  fallDue,
  fallDueInPart,
  waive,
} from "../ledger/postings.ts";
import type { Moment } from "../state/run.ts";
import type { Problem } from "../values/problem.ts";
import { Failure, isProblem } from "../values/problem.ts";
import type { AmountLeftOver, PostingFact } from "./journal-facts.ts";
import type { PaymentToSpread, PostingToAccount } from "./posting-order.ts";

/** An account as a batch finds it and leaves it, with what was done. */
export interface LedgerChange {
  /** As the run holds it. */
  readonly account: string;
  readonly before: Ledger | Problem;
  after: Ledger | Problem;
  readonly sections: Set<string>;
  readonly postings: PostingFact[];
  /** Everything that was done to it, also what changed nothing. */
  readonly steps: LedgerStep[];
}

/** One posting, or what one payment took, with the account before and after. */
export interface LedgerStep {
  readonly made: PostingToAccount | PaymentPart;
  readonly before: Ledger;
  readonly after: Ledger;
}

/** What one target took of a payment. */
export interface PaymentPart {
  readonly kind: "PaymentPart";
  readonly payment: Payment;
  /** Its place among all that the payment was spread over. */
  readonly index: number;
  readonly target: PaymentTarget;
  /** The account or the state that took it, as the run holds it: of a target with late charges, those may be it. */
  readonly to: string;
  readonly taken: Exact;
  /** The account just before; undefined for a state. */
  readonly ledgerBefore: Ledger | undefined;
  /** How much of it is money paid ahead. */
  readonly ahead: Exact;
  /** Whether it was paid item by item, together with late charges. */
  readonly isInTurn: boolean;
  /** Whether it is what late charges took along with the amounts of the target. */
  readonly isLateCharges?: true;
  /** Whether it is the last target, which keeps what is left. */
  readonly isLast: boolean;
  /** Where the target is of several events. */
  readonly among?: Among;
}

/** The accounts, or states, of events among which one target divides the money, in their order. */
export interface Among {
  readonly isProRata: boolean;
  /** How many parts of the payment come before it. */
  readonly firstPart: number;
  readonly open: readonly Open[];
}
/** What could be paid there, as the run holds it. */
export interface Open {
  readonly slot: string;
  readonly most: Exact;
  /** The account just before; undefined for a state. */
  readonly ledger: Ledger | undefined;
}

/** A payment as it was spread. */
export interface Payment {
  readonly posting: PaymentToSpread;
  readonly parts: PaymentPart[];
  leftOver: Exact;
}

export function ledgerOf(account: string, ledgers: Map<string, LedgerChange>, before: Moment): LedgerChange {
  const known = ledgers.get(account);
  if (known !== undefined) return known;
  const ledger = ledgerAt(account, before);
  if (!isProblem(ledger)) before.run.spend(stepsOf(ledger));
  const after = isProblem(ledger) ? ledger : asBatchBegins(ledger);
  const change: LedgerChange = { account, before: ledger, after, sections: new Set(), postings: [], steps: [] };
  ledgers.set(account, change);
  return change;
}

export function post(posting: PostingToAccount, ledgers: Map<string, LedgerChange>, before: Moment): LeftOver[] {
  const { change, step, amount, dueOn, payableOn, monthOf } = posting;
  if (step.slot === undefined) return [];
  const entry = ledgerOf(step.slot, ledgers, before);
  entry.sections.add(change.section);
  if (isProblem(entry.after)) return [];
  if (isProblem(amount) || isProblem(dueOn) || isProblem(payableOn) || isProblem(monthOf)) {
    entry.after = [amount, dueOn, payableOn, monthOf].find(isProblem) ?? entry.after;
    return [];
  }
  if (amount !== undefined && isUnlimited(amount)) {
    entry.after = unlimitedAmount(change);
    return [];
  }
  const month = monthOf === undefined ? undefined : firstOfMonth(monthOf);
  const dates = (change.verb === "fall due" ? datesOfAccrued : datesOfItem)({ dueOn, payableOn }, before.day);
  const old = entry.after;
  before.run.spend(stepsToPost(change, old), change.span);
  switch (change.verb) {
    case "waive":
      entry.after = waive(entry.after, month);
      break;
    case "fall due":
      if (amount !== undefined) entry.after = fallDueInPart(entry.after, amount, dates);
      else entry.after = fallDue(change.inFull ? bringForward(entry.after, dates) : entry.after, dates, month);
      break;
    case "charge":
      if (amount !== undefined) entry.after = charge(entry.after, amount, { ...dates, section: change.section });
      break;
    case "convert":
      if (amount !== undefined) entry.after = convert(entry.after, greater(zero, amount));
      break;
    case "clear":
      entry.after = clear(entry.after);
      break;
    default:
      assertNever(change.verb);
  }
  entry.steps.push({ made: posting, before: old, after: entry.after });
  const { verb, section } = change;
  const posted = amountPosted(verb, old, entry.after);
  // A posting of nothing is no news.
  const isNothing = amount !== undefined && isZero(verb === "charge" ? amount : greater(zero, amount));
  if (!isNothing) entry.postings.push({ verb, amount: posted, section });
  const type = change.amount?.type;
  if (amount === undefined || type === undefined) return [];
  const { account, of } = entryIn(before.run.accounts, step.slot);
  const left = { type, account: account.name, key: account.key, ofEvent: of, section };
  const moved = verb === "fall due" ? minus(old.lots.unpaid, entry.after.lots.unpaid) : posted;
  return leftOverOf(verb, amount, moved).map((it) => ({ ...it, ...left }));
}

/** A batch may have many postings to one account, and each looks at all that is owed. */
function stepsToPost({ verb, inFull }: AccountPosting, ledger: Ledger): number {
  const makesAllAnew = verb === "convert" || verb === "clear" || inFull === true;
  return makesAllAnew ? stepsToChangeAll(ledger) : ledger.items.length + ledger.lots.length;
}

/**
 * What a posting had left of its amount: of a conversion what is more than was owed, of a part that falls due what is more than had
 * accrued, and what is less than nothing.
 */
function leftOverOf(verb: AccountPosting["verb"], amount: Exact, moved: Exact): Pick<LeftOver, "of" | "amount">[] {
  return verb === "convert" || verb === "fall due" ? [{ of: verb, amount: minus(amount, moved) }] : [];
}

/** An amount that a batch moved nowhere, and the clause that it is of. */
export interface LeftOver extends Omit<AmountLeftOver, "kind"> {
  readonly section: string;
}

/** What fell due moved within the balance; every other posting raised it or lowered it. */
function amountPosted(verb: AccountPosting["verb"], before: Ledger, after: Ledger): Exact {
  if (verb === "fall due") return minus(after.items.unpaid, before.items.unpaid);
  const [was, is] = [unpaid(before), unpaid(after)];
  return verb === "charge" ? minus(is, was) : minus(was, is);
}

export function unlimitedAmount({ section }: AccountPosting | ApplyPayment): Failure {
  return new Failure("undefined", { kind: "unlimited posting", section });
}
