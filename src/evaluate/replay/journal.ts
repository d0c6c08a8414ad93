/** What happened, in order: a record that only grows. */
import { entryIn } from "../../base/entry-in.ts";
import type { Change, Rule, Value } from "../../core/core.ts";
import type { Exact } from "../../units/exact.ts";
import { isZero } from "../../units/exact.ts";
import type { DefaultMove } from "../compile/defaults.ts";
import { unpaid } from "../ledger/measures.ts";
import { minus } from "../ledger/owed.ts";
import type { HeldAccount, HeldState, Moment, Occurrence, Run } from "../state/run.ts";
import { isSame } from "../state/run.ts";
import { LimitReached } from "../values/limits.ts";
import type { Problem } from "../values/problem.ts";
import { Absent, isProblem } from "../values/problem.ts";
import type { Refused } from "../values/refused.ts";
import type { LedgerChange } from "./account-changes.ts";
import type { Batch, BatchMade } from "./batch-made.ts";
import type {
  AccountPosted,
  AmountLeftOver,
  DatePassedOver,
  DefaultMoved,
  EventApplied,
  EventUndecided,
  JournalFact,
  NothingChanged,
  Phase,
  RefusedEvent,
  StateChanged,
} from "./journal-facts.ts";

type Fact =
  | EventApplied
  | EventUndecided
  | StateChanged
  | NothingChanged
  | AccountPosted
  | AmountLeftOver
  | DatePassedOver
  | DefaultMoved;

export class Journal {
  readonly entries: JournalFact[] = [];
  readonly refusals: RefusedEvent[] = [];
  /** What was changed together, by the point from which it counts. */
  readonly batches = new Map<number, BatchMade>();
  readonly #run: Run;
  #phase: Phase = "opening";
  /** The event that is being applied; what changes meanwhile is its doing. */
  #cause: Occurrence | undefined;

  constructor(run: Run) {
    this.#run = run;
  }

  /** What comes next belongs to this part of the day, and to this event where it is one. */
  enter(phase: Phase, cause?: Occurrence): void {
    this.#phase = phase;
    this.#cause = cause;
  }

  /** Keeps a batch that is made at a point, for explanations. */
  batch(batch: Batch, before: Moment, { point }: Moment): void {
    this.batches.set(point, { batch, before, cause: this.#cause });
  }

  event(occurrence: Occurrence, moment: Moment): void {
    this.#add({ kind: "EventApplied", occurrence }, occurrence.type.section, moment);
  }

  refused(occurrence: Occurrence, refused: Refused, { day }: Moment): void {
    this.refusals.push({ occurrence, refused, day, entriesBefore: this.entries.length });
  }

  /** An event of which it is unknown whether it may be given, or on which day it takes effect. */
  undecided(
    occurrence: Occurrence,
    whether: EventUndecided["whether"],
    problem: Problem,
    section: string,
    moment: Moment,
  ): void {
    this.#add({ kind: "EventUndecided", occurrence, whether, problem }, section, moment);
  }

  state(
    { state, of }: Pick<HeldState, "state" | "of">,
    from: Value | Problem | undefined,
    to: Value | Problem,
    section: string,
    moment: Moment,
  ): void {
    if (from !== undefined && isUnchanged(from, to)) return;
    this.#add({ kind: "StateChanged", state, of, from, to }, section, moment);
  }

  /** A change of a state or an account of an event where there is no such event. */
  unchanged(change: Change, problem: Problem, moment: Moment): void {
    if (change.kind === "ApplyPayment") return;
    const [name = ""] = this.#namesOf(change);
    this.#add({ kind: "NothingChanged", name, problem }, change.section, moment);
  }

  account({ account: { name: account, type }, of }: HeldAccount, posted: LedgerChange, moment: Moment): void {
    const { postings, sections } = posted;
    const before = isProblem(posted.before) ? posted.before : unpaid(posted.before);
    const after = isProblem(posted.after) ? posted.after : unpaid(posted.after);
    // Interest that was waived or fell due where there was none is no news.
    const isPaid = postings.some(({ verb }) => verb === "payment");
    const isNothing = postings.length === 0 || (!isPaid && isNone(before) && isNone(after));
    if (isProblem(before) ? isProblem(after) : !isProblem(after) && isNothing) return;
    const change = isProblem(before) || isProblem(after) ? undefined : minus(after, before);
    const fact = { kind: "AccountPosted", account, of, type, postings, before, after, change } as const;
    this.#add(fact, [...sections].sort().join(", "), moment);
  }

  leftOver(fact: AmountLeftOver, section: string, moment: Moment): void {
    this.#add(fact, section, moment);
  }

  passedOver(fact: Omit<DatePassedOver, "names">, rule: Rule, moment: Moment): void {
    const names = [...new Set(rule.changes.flatMap((change) => this.#namesOf(change)))];
    const [section = ""] = rule.changes.map((change) => change.section);
    this.#add({ ...fact, names }, section, moment);
  }

  #namesOf(change: Change): string[] {
    const { states, accounts } = this.#run.program;
    if (change.kind === "AccountPosting") return [entryIn(accounts, change.account).name];
    if (change.kind !== "ApplyPayment") return [entryIn(states, change.state).name];
    return change.targets.map((target) =>
      target.kind === "State" ? entryIn(states, target.state).name : entryIn(accounts, target.account).name,
    );
  }

  defaultCondition(move: DefaultMove, moment: Moment): void {
    this.#add({ kind: "DefaultMoved", move }, move.defaultCondition.section, moment);
  }

  /** The last change of a state up to a point. */
  lastChange({ state, of }: HeldState, point: number): JournalFact | undefined {
    return this.entries.findLast(
      (entry) => entry.kind === "StateChanged" && entry.state === state && entry.of === of && entry.point <= point,
    );
  }

  #add(fact: Fact, section: string, { day }: Moment): void {
    if (this.entries.length >= this.#run.limits.journalEntries) throw new LimitReached("journalEntries");
    const place = { day, point: this.#run.now.point, phase: this.#phase, cause: this.#cause, section };
    this.entries.push({ ...fact, ...place });
  }
}

const isNone = (balance: Exact | Problem) => !isProblem(balance) && isZero(balance);

/** A value that has become unknown is news, whatever it was. */
function isUnchanged(a: Value | Problem, b: Value | Problem): boolean {
  return b instanceof Absent ? a instanceof Absent : !isProblem(b) && isSame(a, b);
}
