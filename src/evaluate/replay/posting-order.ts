/** Postings of a batch in the order in which they act, whatever the order of the rules. */
import type { AccountPosting, ApplyPayment } from "../../core/core.ts";
import type { Exact } from "../../units/exact.ts";
import { compare } from "../../units/exact.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { firstOfMonth } from "../../units/plain-date.ts";
import type { Evaluation, Moment } from "../state/run.ts";
import type { Problem } from "../values/problem.ts";
import { isProblem } from "../values/problem.ts";
import type { Step } from "./step.ts";

/** A change of accounts, with its parts as they were in the state before. */
export interface Posting {
  readonly change: AccountPosting | ApplyPayment;
  readonly problem: Problem | undefined;
  readonly rank: number;
  readonly amount: Evaluation | undefined;
  readonly dueOn: Evaluation | undefined;
  readonly payableOn: Evaluation | undefined;
  readonly monthOf: Evaluation | undefined;
}

export function postingOf(step: Step, before: Moment): Posting[] {
  const { change, amount, dueOn, payableOn, monthOf } = step.compiled;
  if (change.kind !== "AccountPosting" && change.kind !== "ApplyPayment") return [];
  return [
    {
      change,
      problem: step.problem,
      rank: ranks.indexOf(change.kind === "AccountPosting" ? verbOf(change) : "apply"),
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
    byAmount(a.amount, b.amount)
  );
}

/** Two days of one month name the same month. */
const monthOf = (posting: Posting): number =>
  typeof posting.monthOf === "number" ? firstOfMonth(posting.monthOf as PlainDate) : dayOf(undefined);

/** What names no date comes after what does. */
const dayOf = (value: Evaluation | undefined): number => (typeof value === "number" ? value : Number.MAX_SAFE_INTEGER);

function byAmount(a: Evaluation | undefined, b: Evaluation | undefined): number {
  return typeof a === "object" && typeof b === "object" && !isProblem(a) && !isProblem(b)
    ? compare(a as Exact, b as Exact)
    : 0;
}
