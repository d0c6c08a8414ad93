/** What moved an account up to a moment, with what each movement did to what is measured of it. */
import { entryIn } from "../../base/entry-in.ts";
import { invariant } from "../../base/invariant.ts";
import { knownIn } from "../../base/known-in.ts";
import type { DayCounting } from "../../units/day-count.ts";
import { yearsIn } from "../../units/day-count.ts";
import type { Exact } from "../../units/exact.ts";
import { equal, isZero, zero } from "../../units/exact.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { asPlainDate, earliestDate, lastOfMonth, nextDay } from "../../units/plain-date.ts";
import { ledgerAt } from "../compile/account-ledgers.ts";
import { lastEnded } from "../compile/expressions/day-ranges.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { accruedTo, countingOnEach } from "../ledger/ledger.ts";
import { accruing, attachedOverdue, due, onOutstandingBase, overdue, payableOn, unpaid } from "../ledger/measures.ts";
import { minus, unpaidOf } from "../ledger/owed.ts";
import type { LedgerStep } from "../replay/account-changes.ts";
import type { BatchMade } from "../replay/batch-made.ts";
import type { Replay } from "../replay/replay.ts";
import type { AccountReading, Moment } from "../state/run.ts";
import { isProblem } from "../values/problem.ts";
import type { Stretch } from "./reason-facts.ts";

export type Movement = (Accrual | StepMade | BaseFell) & Moved;

/** The account before and after, and the point up to which that had happened. */
interface Moved {
  readonly before: Ledger;
  readonly after: Ledger;
  readonly point: number;
}

interface Accrual extends Stretch {
  readonly kind: "accrual";
  /** The close of the day from which on it accrued so much a day. */
  readonly rateFrom: Moment;
}
interface StepMade {
  readonly kind: "step";
  readonly step: LedgerStep;
  readonly made: BatchMade;
}
interface BaseFell {
  readonly kind: "base fell";
  readonly made: BatchMade;
  readonly at: Moment;
}

/** A measure of an account at a moment; of the first overdue date, what is overdue. */
export function measureOf(reading: AccountReading, moment: Moment, at?: Ledger): Exact {
  const ledger = at ?? ledgerAt(reading.account, moment);
  return isProblem(ledger) ? zero : measures[reading.measure](ledger, moment, reading);
}

const measures: {
  readonly [K in AccountReading["measure"]]: (ledger: Ledger, moment: Moment, reading: AccountReading) => Exact;
} = {
  unpaid: (ledger, _, { item }) => {
    if (item === undefined) return unpaid(ledger);
    const only = ledger.items.at(item);
    return only === undefined ? zero : unpaidOf(only);
  },
  accruing: (ledger, _, { month }) =>
    accruing(month === undefined ? ledger : { ...ledger, lots: ledger.lots.filter((lot) => lot.month === month) }),
  paid: ({ paid }) => paid,
  due: (ledger, { day }) => due(ledger, day),
  overdue: (ledger, moment) => overdue(ledger, lastEnded(moment)),
  "first overdue": (ledger, moment) => overdue(ledger, lastEnded(moment)),
  payable: (ledger, _, { on }) => (on === undefined ? zero : payableOn(ledger, on)),
  attached: onOutstandingBase,
  "attached overdue": (ledger, moment) => attachedOverdue(ledger, lastEnded(moment)),
};

/** What had moved an account by a moment: so many that stay in their places, then what is accrued since. */
export interface MovementsBy {
  readonly movements: readonly Movement[];
  readonly settled: number;
}

/** Everything that moved one account, in order. */
export class AccountMovements {
  readonly #account: string;
  readonly #replay: Replay;
  readonly #moved: Movement[] = [];
  /** From which moment each amount a day is accrued; on each item apart, as two may accrue one amount from different days. */
  readonly #since = new Map<number | undefined, Map<Exact, Moment>>();
  readonly #last = new Map<Ledger, Map<PlainDate, readonly Movement[]>>();

  constructor(account: string, replay: Replay) {
    this.#account = account;
    this.#replay = replay;
    const ledgers = entryIn(replay.run.ledgers, account);
    let ledger: Ledger | undefined;
    for (const point of ledgers.pointsUpTo(Infinity)) {
      const next = ledgers.at(point);
      if (next === undefined || isProblem(next)) return;
      const at = replay.run.momentAt(point);
      if (ledger !== undefined) this.#moved.push(...this.#accrued(ledger, at.day, point), ...this.#batch(next, at));
      for (const [of, perDay] of ratesOf(next)) knownIn(this.#sinceOf(of), perDay, () => at);
      ledger = next;
    }
  }

  /** What had happened by a moment; `until` is the ledger before which to stop, within a batch. */
  upTo({ point, day }: Moment, until: Ledger | undefined): MovementsBy {
    if (until !== undefined) {
      const end = this.#moved.findIndex((it) => it.kind === "step" && it.before === until);
      const settled = Math.max(0, end);
      return { movements: this.#moved.slice(0, settled), settled };
    }
    const next = this.#moved.findIndex((it) => it.point > point);
    const done = next < 0 ? this.#moved : this.#moved.slice(0, next);
    const ledger = entryIn(this.#replay.run.ledgers, this.#account).at(point);
    if (ledger === undefined || isProblem(ledger)) return { movements: done, settled: done.length };
    const days = knownIn(this.#last, ledger, () => new Map<PlainDate, readonly Movement[]>());
    const accrued = knownIn(days, day, () => this.#accrued(ledger, day, point));
    return { movements: [...done, ...accrued], settled: done.length };
  }

  #sinceOf(item: number | undefined): Map<Exact, Moment> {
    return knownIn(this.#since, item, () => new Map());
  }

  #batch(next: Ledger, at: Moment): Movement[] {
    const made = this.#replay.journal.batches.get(at.point);
    if (made === undefined) return [];
    const { point } = at;
    const steps = made.batch.ledgers.get(this.#account)?.steps ?? [];
    const moved = steps.map((step): Movement => {
      const { before, after } = step;
      return { kind: "step", step, made, before, after, point };
    });
    const before = steps.at(-1)?.after ?? accruedTo(this.#lastLedger(at), at.day);
    if (equal(onOutstandingBase(before), onOutstandingBase(next))) return moved;
    return [...moved, { kind: "base fell", made, at, before, after: next, point }];
  }

  #lastLedger({ point }: Moment): Ledger {
    const ledger = entryIn(this.#replay.run.ledgers, this.#account).at(point - 1);
    invariant(ledger !== undefined && !isProblem(ledger), "what is posted to was known before");
    return ledger;
  }

  /** Up to a day, a movement for each run of days at one rate. */
  #accrued(ledger: Ledger, day: PlainDate, point: number): Movement[] {
    if (day <= ledger.since) return [];
    if (ledger.each.size > 0) return this.#accruedOnEach(ledger, day, point);
    const rateFrom = this.#sinceOf(undefined).get(ledger.perDay);
    if (isZero(ledger.perDay) || rateFrom === undefined) return [];
    const moved: Movement[] = [];
    let before = ledger;
    for (let first = ledger.since; first < day; ) {
      const end = asPlainDate(isPlain(ledger) ? day : Math.min(day, lastOfMonth(first) + 1));
      const days = daysOfOneYear(first, end, ledger.counting, ledger.periodStart);
      const to = nextDay(days.last);
      const after = accruedTo(before, to);
      moved.push({ ...days, kind: "accrual", rateFrom, of: undefined, before, after, point });
      [before, first] = [after, to];
    }
    return moved;
  }

  /** The same on each item apart; day by day while there is money paid ahead, which goes to all of them. */
  #accruedOnEach(ledger: Ledger, day: PlainDate, point: number): Movement[] {
    const beyond = ledger.dayOfPayment ? 1 : 0;
    const end = day + beyond;
    const begins = Math.min(end, ...[...ledger.each.values()].map(({ from }) => from));
    const moved: Movement[] = [];
    let before = ledger;
    for (let start = begins; start < end; ) {
      const until = asPlainDate(isZero(before.prepaid) ? end : start + 1);
      const counting = countingOnEach(ledger);
      const to = nextDay(daysOfOneYear(asPlainDate(start), until, counting, earliestDate).last);
      for (const [of, { perDay, from }] of ledger.each) {
        const first = asPlainDate(Math.max(start, from));
        const rateFrom = this.#sinceOf(of).get(perDay);
        if (rateFrom === undefined || first >= to) continue;
        const alone = {
          ...before,
          since: asPlainDate(to - beyond - 1),
          each: new Map([[of, { perDay, from: first }]]),
        };
        const after = accruedTo(alone, asPlainDate(to - beyond));
        const days = daysOfOneYear(first, to, counting, earliestDate);
        moved.push({ ...days, kind: "accrual", rateFrom, of, before, after, point });
        before = after;
      }
      start = to;
    }
    return moved;
  }
}

/** The days up to the end of the stretch or, where the day count goes by years or periods, of that. */
function daysOfOneYear(from: PlainDate, to: PlainDate, counting: DayCounting, periodStart: PlainDate) {
  const [part] = yearsIn(from, to, counting, periodStart);
  invariant(part !== undefined, "a stretch has a day");
  const { days: weight, ...days } = part;
  return { ...days, weight, counting, periodStart };
}

/** Whether what is measured goes by the day that asks, and not by the account alone. */
export function isDaily({ measure }: AccountReading): boolean {
  return measure === "due" || measure.includes("overdue");
}

/** What each movement did to what is measured of the account at a moment; `known` has what those in their places did. */
export function effectsOn(
  reading: AccountReading,
  moment: Moment,
  { movements, settled }: MovementsBy,
  known: Exact[],
): Exact[] {
  // What one movement leaves is mostly what the next one finds.
  let last: { readonly of: Ledger; readonly amount: Exact } | undefined;
  const measure = (of: Ledger) => {
    if (last?.of !== of) last = { of, amount: measureOf(reading, moment, of) };
    return last.amount;
  };
  const effectOf = ({ before, after }: Movement) => {
    if (ofItems.has(reading.measure) && before.items === after.items) return zero;
    const [was, is] = [measure(before), measure(after)];
    return equal(was, is) ? zero : minus(is, was);
  };
  return movements.map((movement, index) => {
    if (index >= settled) return effectOf(movement);
    known[index] ??= effectOf(movement);
    return known[index];
  });
}

/** What is measured of items alone: what only accrues does nothing to it. */
const ofItems: ReadonlySet<AccountReading["measure"]> = new Set([
  "due",
  "overdue",
  "first overdue",
  "payable",
  "attached overdue",
]);

/** Whether nothing sets some of the days apart: no month is waived or goes to an item, no money is paid ahead. */
function isPlain({ months, prepaid }: Ledger): boolean {
  return months.size === 0 && isZero(prepaid);
}

function ratesOf({ perDay, each }: Ledger): [item: number | undefined, perDay: Exact][] {
  return [[undefined, perDay], ...[...each].map(([of, it]): [number, Exact] => [of, it.perDay])];
}
