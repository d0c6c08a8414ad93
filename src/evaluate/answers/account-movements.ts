/** What moved an account up to a moment, with what each movement did to what is measured of it. */
import { invariant } from "../../base/invariant.ts";
import type { Account } from "../../core/core.ts";
import type { DayCount } from "../../units/day-count.ts";
import { daysIn } from "../../units/day-count.ts";
import type { Exact } from "../../units/exact.ts";
import { isZero, zero } from "../../units/exact.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { asPlainDate, lastOfMonth } from "../../units/plain-date.ts";
import { ledgerAt } from "../compile/account-ledgers.ts";
import { lastEndedDay } from "../compile/account-measures.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { accruedTo, minus, unpaidOf } from "../ledger/ledger.ts";
import { accruing, attachedOverdue, due, onOutstandingBase, overdue, payableOn, unpaid } from "../ledger/measures.ts";
import type { LedgerStep } from "../replay/account-changes.ts";
import type { Replay } from "../replay/replay.ts";
import type { AccountReading, Moment, Occurrence } from "../state/run.ts";
import { isProblem } from "../values/problem.ts";

export type Movement = (Accrual | StepMade | BaseFell) & { readonly effect: Exact };

interface Accrual {
  readonly kind: "accrual";
  readonly account: Account;
  /** The same object for the same days of one account. */
  readonly key: object;
  readonly first: PlainDate;
  readonly last: PlainDate;
  readonly weight: number;
  readonly dayCount: DayCount;
  /** The close of the day from which on it accrued so much a day. */
  readonly rateFrom: Moment;
  readonly of: number | undefined;
}
interface StepMade {
  readonly kind: "step";
  readonly step: LedgerStep;
  readonly before: Moment;
  readonly cause: Occurrence | undefined;
}
interface BaseFell {
  readonly kind: "base fell";
  readonly account: Account;
  readonly key: object;
  readonly before: Moment;
  readonly after: Moment;
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
    const only = ledger.items[item];
    return only === undefined ? zero : unpaidOf(only);
  },
  accruing: (ledger, _, { month }) =>
    accruing(month === undefined ? ledger : { ...ledger, lots: ledger.lots.filter((lot) => lot.month === month) }),
  paid: ({ paid }) => paid,
  due: (ledger, { day }) => due(ledger, day),
  overdue: (ledger, moment) => overdue(ledger, lastEndedDay(moment)),
  "first overdue": (ledger, moment) => overdue(ledger, lastEndedDay(moment)),
  payable: (ledger, _, { on }) => (on === undefined ? zero : payableOn(ledger, on)),
  attached: onOutstandingBase,
  "attached overdue": (ledger, moment) => attachedOverdue(ledger, lastEndedDay(moment)),
};

export function movementsOf(
  reading: AccountReading,
  moment: Moment,
  replay: Replay,
  until: Ledger | undefined,
): Movement[] {
  const walk = new Walk(reading, moment, replay);
  walk.through(until);
  return walk.movements;
}

class Walk {
  readonly movements: Movement[] = [];
  readonly #reading: AccountReading;
  readonly #moment: Moment;
  readonly #replay: Replay;
  readonly #account: Account;

  constructor(reading: AccountReading, moment: Moment, replay: Replay) {
    this.#reading = reading;
    this.#moment = moment;
    this.#replay = replay;
    const account = replay.machine.program.accounts.get(reading.account);
    invariant(account !== undefined, "an account that is measured is declared");
    this.#account = account;
  }

  through(until: Ledger | undefined): void {
    const { run, journal } = this.#replay;
    const history = run.ledgers.get(this.#account.name);
    let ledger: Ledger | undefined;
    // From which moment each amount a day is accrued.
    const since = new Map<Exact, Moment>();
    for (const point of history?.pointsUpTo(this.#moment.point + (until === undefined ? 0 : 1)) ?? []) {
      const next = history?.at(point);
      const at = run.momentAt(point);
      if (next === undefined || isProblem(next)) return;
      if (ledger !== undefined) {
        let before = this.#accrued(ledger, at.day, since);
        const made = journal.batches.get(point);
        for (const step of made?.batch.ledgers.get(this.#account.name)?.steps ?? []) {
          if (step.before === until) return;
          const effect = this.#difference(step.before, step.after);
          this.movements.push({ kind: "step", step, before: made?.before ?? at, cause: made?.cause, effect });
          before = step.after;
        }
        if (made !== undefined && hasFallen(before, next)) {
          const effect = this.#difference(before, next);
          this.movements.push({
            kind: "base fell",
            account: this.#account,
            key: next,
            before: made.before,
            after: at,
            effect,
          });
        }
      }
      for (const perDay of ratesOf(next)) if (!since.has(perDay)) since.set(perDay, at);
      ledger = next;
    }
    if (ledger !== undefined) this.#accrued(ledger, this.#moment.day, since);
  }

  #difference(before: Ledger, after: Ledger): Exact {
    return minus(measureOf(this.#reading, this.#moment, after), measureOf(this.#reading, this.#moment, before));
  }

  /** The ledger brought up to a day, with a movement for each run of days at one rate. */
  #accrued(ledger: Ledger, day: PlainDate, since: ReadonlyMap<Exact, Moment>): Ledger {
    if (day <= ledger.since) return ledger;
    if (ledger.each.size > 0) return this.#accruedOnEach(ledger, day, since);
    const rateFrom = since.get(ledger.perDay);
    if (isZero(ledger.perDay) || rateFrom === undefined) return accruedTo(ledger, day);
    let reached = ledger;
    for (let from = ledger.since; from < day; ) {
      const end = isPlain(ledger) ? day : Math.min(day, lastOfMonth(from) + 1);
      const to = asPlainDate(end);
      const next = accruedTo(reached, to);
      const weight = daysIn(from, to, ledger.basis);
      const days = { first: from, last: asPlainDate(to - 1), weight, dayCount: ledger.basis };
      const key = keyFor(ledger, from, to);
      this.movements.push({
        ...days,
        kind: "accrual",
        account: this.#account,
        key,
        rateFrom,
        of: undefined,
        effect: this.#difference(reached, next),
      });
      reached = next;
      from = to;
    }
    return reached;
  }

  #accruedOnEach(ledger: Ledger, day: PlainDate, since: ReadonlyMap<Exact, Moment>): Ledger {
    const next = accruedTo(ledger, day);
    const end = asPlainDate(day + (ledger.dayOfPayment ? 1 : 0));
    for (const [of, { perDay, from }] of ledger.each) {
      const rateFrom = since.get(perDay);
      if (rateFrom === undefined || from >= end) continue;
      const alone = accruedTo({ ...ledger, each: new Map([[of, { perDay, from }]]) }, day);
      const days = { first: from, last: asPlainDate(end - 1), weight: daysIn(from, end, ledger.basis) };
      this.movements.push({
        ...days,
        dayCount: ledger.basis,
        kind: "accrual",
        account: this.#account,
        key: keyFor(ledger, from, end, of),
        rateFrom,
        of,
        effect: this.#difference(ledger, alone),
      });
    }
    return next;
  }
}

/** Whether nothing sets some of the days apart: no month is waived or goes to an item, no money is paid ahead. */
function isPlain({ months, prepaid }: Ledger): boolean {
  return months.size === 0 && isZero(prepaid);
}

function ratesOf({ perDay, each }: Ledger): Exact[] {
  return [perDay, ...[...each.values()].map((it) => it.perDay)];
}

/** Whether what is attached has become less by more than what was posted. */
function hasFallen(before: Ledger, after: Ledger): boolean {
  const [was, is] = [onOutstandingBase(before), onOutstandingBase(after)];
  return was.n !== is.n || was.d !== is.d;
}

const keys = new WeakMap<Ledger, Map<string, object>>();

function keyFor(ledger: Ledger, from: PlainDate, to: PlainDate, of?: number): object {
  const known = keys.get(ledger) ?? new Map<string, object>();
  keys.set(ledger, known);
  const name = `${from} ${to} ${of ?? ""}`;
  const key = known.get(name) ?? {};
  known.set(name, key);
  return key;
}
