/**
 * What follows where something due is not done: the timeline is run on for a year twice, once with all that falls due
 * done on its day, and once with all of it but that. What only the second run has is what follows.
 */
import type { Exact } from "../../units/exact.ts";
import { compare } from "../../units/exact.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { asPlainDate } from "../../units/plain-date.ts";
import { isMoney } from "../../units/value-type.ts";
import { ledgerAt } from "../compile/account-ledgers.ts";
import { unpaid } from "../ledger/measures.ts";
import { plus } from "../ledger/owed.ts";
import type { Replay } from "../replay/replay.ts";
import type { Evaluation, Occurrence } from "../state/run.ts";
import { isFigure, slotOf } from "../state/run.ts";
import { LimitReached } from "../values/limits.ts";
import type { Problem } from "../values/problem.ts";
import { isProblem } from "../values/problem.ts";
import type { AccountItemOwed, DutyOwed } from "./owed.ts";
import type { Performance } from "./performing.ts";
import { doing } from "./performing.ts";

/** A default, an account or an amount that is another where something is not done. */
export interface Consequence {
  readonly kind: "default" | "account" | "amount";
  readonly name: string;
  /** The event whose account it is. */
  readonly of?: Occurrence | undefined;
  readonly section: string;
}

/** Runs a timeline through a day, and does something as each day ends. */
export type RunOn = (through: PlainDate, dayEnd: (replay: Replay) => void) => Replay;

const aYear = 366;

export class Consequences {
  readonly #from: PlainDate;
  readonly #runOn: RunOn;
  readonly #known = new Map<string, readonly Consequence[] | undefined>();
  readonly #last: PlainDate;
  #done: Replay | undefined;

  /** As things stand at the end of `from`, for what is due by `until`. */
  constructor(from: PlainDate, until: PlainDate, runOn: RunOn) {
    this.#from = from;
    this.#last = asPlainDate(until + aYear);
    this.#runOn = runOn;
  }

  /** Undefined where it takes more steps than are allowed. */
  of(item: AccountItemOwed | DutyOwed): readonly Consequence[] | undefined {
    const { payableOn } = item;
    if (typeof payableOn !== "number") return [];
    const what = performanceOf(item, payableOn, this.#from);
    if (what === undefined) return [];
    const key = JSON.stringify(what);
    if (!this.#known.has(key)) {
      const owner = item.kind === "DutyOwed" ? item.duty.owner : undefined;
      const day = payableOn < this.#from ? this.#from : payableOn;
      this.#known.set(key, this.#explored({ what, owner, day }));
    }
    return this.#known.get(key);
  }

  #explored(undone: Undone): readonly Consequence[] | undefined {
    try {
      this.#done ??= this.#runOn(this.#last, doing(this.#from, undefined));
      const through = asPlainDate(undone.day + aYear);
      return differences(this.#done, this.#runOn(through, doing(this.#from, undone.what)), undone);
    } catch (reached) {
      if (reached instanceof LimitReached) return undefined;
      throw reached;
    }
  }
}

/** What is not done, by which day, and the event that it is for. */
interface Undone {
  readonly what: Performance;
  readonly day: PlainDate;
  readonly owner: string | undefined;
}

/** What is overdue of one account is done together. */
function performanceOf(
  item: AccountItemOwed | DutyOwed,
  payableOn: PlainDate,
  from: PlainDate,
): Performance | undefined {
  if (item.kind === "DutyOwed") {
    const { event } = item.duty;
    return event === undefined ? undefined : { kind: "event", event, of: item.occurrence?.index };
  }
  const [first, last] = payableOn < from ? [0, from - 1] : [payableOn, payableOn];
  return {
    kind: "amount",
    account: slotOf(item.account.key, item.of),
    first: asPlainDate(first),
    last: asPlainDate(last),
  };
}

function differences(done: Replay, undone: Replay, { what, day, owner }: Undone): Consequence[] {
  const last = asPlainDate(day + aYear);
  const avoided = continuingFrom(done, day, last);
  const defaults = [...continuingFrom(undone, day, last)].flatMap(([key, it]) => (avoided.has(key) ? [] : [it]));
  const accounts = [...undone.run.accounts.values()].flatMap(({ slot, of, account }): Consequence[] => {
    if (what.kind === "amount" && what.account === slot) return [];
    const { name, section } = account;
    const isIt = isMore(owedEver(slot, undone, last), owedEver(slot, done, last));
    return isIt ? [{ kind: "account", name, of, section }] : [];
  });
  return [...defaults, ...accounts, ...(what.kind === "event" ? amounts(done, undone, what, owner, last) : [])];
}

/** Defaults that continue as a day ends, or occur after it through another. */
function continuingFrom({ journal }: Replay, from: PlainDate, through: PlainDate): Map<string, Consequence> {
  const found = new Map<string, Consequence>();
  for (const entry of journal.entries) {
    if (entry.kind !== "DefaultMoved" || entry.day > through) continue;
    const { kind, defaultCondition, occurrence } = entry.move;
    const { id, family: name, section } = defaultCondition;
    const key = `${id}|${occurrence?.index ?? ""}`;
    if (kind === "occurs" || kind === "occurred unseen") found.set(key, { kind: "default", name, section });
    else if (kind === "ends" && entry.day <= from) found.delete(key);
  }
  return found;
}

/** All that an account ever held to be owed. */
function owedEver(slot: string, { run }: Replay, on: PlainDate): Exact | Problem {
  const ledger = ledgerAt(slot, run.endOf(on, run.now));
  return isProblem(ledger) ? ledger : plus(unpaid(ledger), ledger.paid);
}

/** Amounts of money of the event that the duty is for. */
function amounts(
  done: Replay,
  undone: Replay,
  { of }: Extract<Performance, { kind: "event" }>,
  owner: string | undefined,
  on: PlainDate,
): Consequence[] {
  const { program, definitions } = undone.machine;
  const named = (replay: Replay) => replay.occurrences.find(({ index }) => index === of);
  const [left, right] = [named(undone), named(done)];
  if (left === undefined || right === undefined) return [];
  return [...program.definitions.values()].flatMap(
    ({ key, name, section, type, isFixed, owner: its }): Consequence[] => {
      if (isFixed || its !== owner || !isMoney(type) || program.accounts.has(key)) return [];
      const more = definitions.read(key, left, undone.run.endOf(on, undone.run.now));
      const less = definitions.read(key, right, done.run.endOf(on, done.run.now));
      return isMore(more, less) ? [{ kind: "amount", name, section }] : [];
    },
  );
}

function isMore(a: Evaluation, b: Evaluation): boolean {
  return isFigure(a) && isFigure(b) && compare(a, b) > 0;
}
