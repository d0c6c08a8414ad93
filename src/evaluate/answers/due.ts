/**
 * What is owed or must be done around a day: by and to which party, by when, and what follows if it is not.
 *
 * Four sources: what accounts hold as due, duties that nothing has discharged, grounds of defaults that are pending until
 * their time for cure runs out, and money that payments had left over. Looking ahead, nothing is assumed to happen but the passing of days.
 */
import type { DefaultCondition } from "../../core/core.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import type { Replay } from "../replay/replay.ts";
import type { Moment, Occurrence } from "../state/run.ts";
import type { ExpectedDays } from "../values/expected-days.ts";
import { Failure } from "../values/problem.ts";
import type { Consequence, RunOn } from "./consequences.ts";
import { Consequences } from "./consequences.ts";
import type { AccountItemOwed, DutyOwed, LeftOver, StandingDuty } from "./owed.ts";
import { dutiesAt, itemsAt, leftOverAt, owedBy } from "./owed.ts";

export type DueStatus = "overdue" | "due" | "pending" | "unknown";

/** Something due, its status, and what the contract attaches to it if it is not done. */
export interface DueItem {
  readonly what: AccountItemOwed | DutyOwed | LeftOver | PendingGround;
  readonly status: DueStatus;
  /** Undefined where it takes too many steps to find out. */
  readonly consequences: readonly Consequence[] | undefined;
}

/** A ground of a default that is pending until the end of its time for cure. */
export interface PendingGround {
  readonly kind: "PendingGround";
  /** Where the day rests on trading days that are only expected. */
  readonly expected?: ExpectedDays;
  readonly defaultCondition: DefaultCondition;
  readonly occurrence: Occurrence | undefined;
  readonly deadline: PlainDate;
}

/**
 * What is due from before `from` (overdue) through `until`, as things stand at the end of `from`. An amount is as of its
 * day. `runOn` runs the same timeline on, to find what follows where something is not done.
 */
export function dueBetween(replay: Replay, from: PlainDate, until: PlainDate, runOn: RunOn): DueItem[] {
  const { run } = replay;
  const follows = new Consequences(from, until, runOn);
  const now = run.endOf(from, run.now);
  const later = run.endOf(until, run.now);
  const items = [...itemsAt(replay, now), ...itemsArising(replay, now, later)];
  const done = [...items, ...dutiesBetween(replay, now, later)].filter((what) => isDueBy(until, what));
  const pending = pendingGrounds(replay, now).filter(({ what }) => isDueBy(until, what));
  const held = leftOverAt(replay, now).map((what) => ({ what, status: "unknown" as const, consequences: [] }));
  const owed = done.map((what) => ({ what, status: statusOn(from, what), consequences: follows.of(what) }));
  return [...owed, ...pending, ...held];
}

/**
 * What is not owed yet at the end of `from` and falls due by `until`, as things stand; grounds of defaults that are
 * pending among it. What follows where it is not done is not looked for.
 */
export function arisingBetween(replay: Replay, from: PlainDate, until: PlainDate): DueItem[] {
  const { run } = replay;
  const now = run.endOf(from, run.now);
  const later = run.endOf(until, run.now);
  const duties = dutiesArising(dutiesAt(replay, now), replay, later).flatMap((it) => owedOnItsDay(it, now, later));
  const arising = [...itemsArising(replay, now, later), ...duties].map((what) => {
    return { what, status: statusOn(from, what), consequences: [] };
  });
  return [...arising, ...pendingGrounds(replay, now)].filter(({ what }) => isDueBy(until, what));
}

function itemsArising(replay: Replay, now: Moment, later: Moment): AccountItemOwed[] {
  const standing = itemsAt(replay, now);
  const isUnknown = (it: AccountItemOwed) =>
    standing.some(({ account, of, amount }) => account === it.account && of === it.of && amount instanceof Failure);
  return itemsAt(replay, later).filter((it) =>
    it.fellDueOn instanceof Failure ? !isUnknown(it) : it.fellDueOn > now.day,
  );
}

/** What has no day that is known is due whatever the last day. */
function isDueBy(until: PlainDate, what: AccountItemOwed | DutyOwed | PendingGround): boolean {
  const day = what.kind === "PendingGround" ? what.deadline : what.payableOn;
  return day instanceof Failure || day <= until;
}

function statusOn(from: PlainDate, { payableOn }: AccountItemOwed | DutyOwed): DueStatus {
  if (payableOn instanceof Failure) return "unknown";
  return payableOn < from ? "overdue" : "due";
}

/** Duties that stand at the end of a day, and those that arise until another. */
function dutiesBetween(replay: Replay, now: Moment, later: Moment): DutyOwed[] {
  const standing = dutiesAt(replay, now);
  return [...standing, ...dutiesArising(standing, replay, later)].flatMap((it) => owedOnItsDay(it, now, later));
}

function dutiesArising(standing: readonly StandingDuty[], replay: Replay, later: Moment): StandingDuty[] {
  const isNew = (it: StandingDuty) => !standing.some((old) => old.duty === it.duty && old.occurrence === it.occurrence);
  return dutiesAt(replay, later).filter(isNew);
}

function owedOnItsDay(duty: StandingDuty, now: Moment, later: Moment): DutyOwed[] {
  const { day } = duty;
  const isAhead = !(day instanceof Failure) && day > now.day;
  const owed = owedBy(duty, isAhead ? later.run.endOf(day, later) : now);
  return owed === undefined ? [] : [owed];
}

/** Each leads to its default, if that occurs as nothing is done. */
function pendingGrounds({ machine, journal }: Replay, now: Moment): (DueItem & { what: PendingGround })[] {
  return machine.eventsOfDefault.pendingAt(now).map(({ defaultCondition, occurrence, deadline }) => {
    const { family: name, section } = defaultCondition;
    const occurs = journal.entries.some(
      (it) =>
        it.kind === "DefaultMoved" &&
        it.move.kind === "occurs" &&
        it.day > now.day &&
        it.move.defaultCondition === defaultCondition &&
        it.move.occurrence === occurrence,
    );
    return {
      what: { kind: "PendingGround", defaultCondition, occurrence, deadline },
      status: "pending",
      consequences: occurs ? [{ kind: "default", name, section }] : [],
    };
  });
}
