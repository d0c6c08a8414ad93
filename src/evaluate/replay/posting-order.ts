/** Postings of a batch in the order in which they act, whatever the order of the rules. */
import type { AccountPosting, ApplyPayment } from "../../core/core.ts";
import type { Exact } from "../../units/exact.ts";
import { compare } from "../../units/exact.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { firstOfMonth } from "../../units/plain-date.ts";
import type { Moment } from "../state/run.ts";
import type { Problem } from "../values/problem.ts";
import { isProblem } from "../values/problem.ts";
import type { Step } from "./step.ts";

/** A change of accounts, with its parts as they were in the state before. */
export type Posting = PostingToAccount | PaymentToSpread;

export interface PostingToAccount extends Placed {
  readonly kind: "AccountPosting";
  readonly change: AccountPosting;
}
export interface PaymentToSpread extends Placed {
  readonly kind: "ApplyPayment";
  readonly change: ApplyPayment;
  readonly amount: Exact | Problem;
}

/** What decides when a posting acts. */
interface Placed {
  readonly step: Step;
  readonly rank: number;
  readonly amount: Exact | Problem | undefined;
  readonly dueOn: PlainDate | Problem | undefined;
  readonly payableOn: PlainDate | Problem | undefined;
  readonly monthOf: PlainDate | Problem | undefined;
}

export function postingOf(step: Step, before: Moment): Posting[] {
  const { compiled } = step;
  if (compiled.kind === "ApplyPayment") {
    const { kind, change, amount } = compiled;
    const dates = { dueOn: undefined, payableOn: undefined, monthOf: undefined };
    return [{ step, kind, change, rank: ranks.indexOf("apply"), amount: step.read(amount, before), ...dates }];
  }
  if (compiled.kind !== "AccountPosting") return [];
  const { kind, change, amount, dueOn, payableOn, monthOf } = compiled;
  return [
    {
      step,
      kind,
      change,
      rank: ranks.indexOf(verbOf(change)),
      amount: step.read(amount, before),
      dueOn: step.read(dueOn, before),
      payableOn: step.read(payableOn, before),
      monthOf: step.read(monthOf, before),
    },
  ];
}

const ranks = ["waive", "convert", "charge", "fall due in part", "fall due", "apply", "clear"];

/** A part falls due before the rest does. */
const verbOf = ({ verb, amount }: AccountPosting) => (verb === "fall due" && amount ? "fall due in part" : verb);

/**
 * By verb; of one verb, what is of one month before what is of all of them, then by the dates and the amount. Only what is
 * alike in all of these stays in the order of its sections: names have no say in it.
 */
export function inOrderOfPosting(a: Posting, b: Posting): number {
  return (
    a.rank - b.rank ||
    monthOf(a) - monthOf(b) ||
    dayOf(a.dueOn) - dayOf(b.dueOn) ||
    dayOf(a.payableOn) - dayOf(b.payableOn) ||
    (a.kind === "ApplyPayment" ? Number(isKnown(a)) - Number(isKnown(b)) : 0) ||
    byAmount(a.amount, b.amount)
  );
}

/** A payment of an unknown amount might come before any other, so it is put first. */
const isKnown = ({ amount }: Posting): boolean => amount !== undefined && !isProblem(amount);

/** Two days of one month name the same month. */
const monthOf = ({ monthOf: day }: Posting): number =>
  day === undefined || isProblem(day) ? dayOf(undefined) : firstOfMonth(day);

/** What names no date comes after what does. */
const dayOf = (day: PlainDate | Problem | undefined): number =>
  day === undefined || isProblem(day) ? Number.MAX_SAFE_INTEGER : day;

function byAmount(a: Exact | Problem | undefined, b: Exact | Problem | undefined): number {
  return a === undefined || b === undefined || isProblem(a) || isProblem(b) ? 0 : compare(a, b);
}
