/** What came of a plan, as data: never more quietly than the note's own refusals. */
import type { Exact } from "../../units/exact.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import type { Occurrence } from "../state/run.ts";
import type { Problem } from "../values/problem.ts";

export interface PlanFacts {
  readonly plan: string;
  /** The last day on which it acts. */
  readonly through: PlainDate;
  /** Each event that the plan gave, in order; whether it took effect, its occurrence says. */
  readonly given: readonly GivenByPlan[];
  /** What could not be decided, in order. */
  readonly undecided: readonly Undecided[];
  readonly sales: readonly DaySales[];
  /** What was sold in all, in the shares of the end; or why that is unknown. */
  readonly sold: Exact | Problem;
}

export interface GivenByPlan {
  /** Which of the plan's rules, from 0 on. */
  readonly rule: number;
  readonly day: PlainDate;
  readonly occurrence: Occurrence;
}

/** On each day from `first` to `last`, something that a rule or the sale needs had no value, for one reason. */
export interface Undecided {
  /** Undefined of the sale. */
  readonly rule: number | undefined;
  /** What had no value: the day, the condition, a field, or a part of the sale, by its name. */
  readonly what: string;
  readonly of: Occurrence | undefined;
  readonly problem: Problem;
  readonly first: PlainDate;
  last: PlainDate;
}

export interface DaySales {
  readonly day: PlainDate;
  /** What there was to sell as the day opened, in the shares of its end. */
  readonly held: Exact;
  readonly sold: Exact;
  readonly price: Exact;
  readonly proceeds: Exact;
}

/** Notes what could not be decided, days that follow one another together. */
export class Undetermined {
  readonly all: Undecided[] = [];
  readonly #open = new Map<string, Undecided>();

  note(found: Omit<Undecided, "first" | "last">, day: PlainDate): void {
    const { rule, what, of, problem } = found;
    const key = `${rule ?? ""}|${what}|${of?.index ?? ""}|${problem.fact.kind}`;
    const known = this.#open.get(key);
    if (known !== undefined && known.last >= day - 1) {
      known.last = day;
      return;
    }
    const entry = { ...found, first: day, last: day };
    this.#open.set(key, entry);
    this.all.push(entry);
  }
}
