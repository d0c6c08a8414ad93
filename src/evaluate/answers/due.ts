/**
 * What is owed or must be done around a day: by whom, to whom, by when, and what follows if it is not.
 *
 * Four sources: what accounts hold as due, duties that nothing has discharged, grounds of defaults that are pending until
 * their time for cure runs out, and money that payments had left over. Looking ahead, nothing is assumed to happen but the passing of days.
 */
import type { CoreProgram, DefaultCondition, Expr } from "../../core/core.ts";
import { dependencies } from "../../core/dependencies.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import type { Replay } from "../replay/replay.ts";
import type { Moment, Occurrence } from "../state/run.ts";
import { Failure } from "../values/problem.ts";
import type { AccountItemOwed, DutyOwed, LeftOver, StandingDuty } from "./owed.ts";
import { dutiesAt, itemsAt, leftOverAt, owedBy } from "./owed.ts";

export type DueStatus = "overdue" | "due" | "pending" | "unknown";

/** Something due, its status, and what the contract attaches to it if it is not done. */
export interface DueItem {
  readonly what: AccountItemOwed | DutyOwed | LeftOver | PendingGround;
  readonly status: DueStatus;
  readonly consequences: readonly Consequence[];
}

/** A ground of a default that is pending until the end of its time for cure. */
export interface PendingGround {
  readonly kind: "PendingGround";
  readonly defaultCondition: DefaultCondition;
  readonly occurrence: Occurrence | undefined;
  readonly deadline: PlainDate;
}

/** A default, an account or an amount that reads what is not done. */
export interface Consequence {
  readonly kind: "default" | "account" | "amount";
  readonly name: string;
  readonly section: string;
}

/**
 * What is due from before `from` (overdue) through `until`, as things stand at the end of `from`. An amount is as of its
 * day.
 */
export function dueBetween(replay: Replay, from: PlainDate, until: PlainDate): DueItem[] {
  const { machine, run } = replay;
  const { program } = machine;
  const now = run.endOf(from, run.now);
  const later = run.endOf(until, run.now);
  const standing = itemsAt(replay, now);
  const isUnknown = (name: string) =>
    standing.some(({ account, amount }) => account.name === name && amount instanceof Failure);
  const arising = itemsAt(replay, later).filter(({ account, fellDueOn }) =>
    fellDueOn instanceof Failure ? !isUnknown(account.name) : fellDueOn > from,
  );
  const items = [...standing, ...arising];
  const found: DueItem[] = [
    ...items.map((what) => ({
      what,
      status: statusOn(from, what),
      consequences: consequences(program, isOverdueOf(what.account.name)),
    })),
    ...dutiesBetween(replay, now, later).map((what) => ({
      what,
      status: statusOn(from, what),
      consequences:
        what.duty.event === undefined ? [] : consequences(program, isEvent(what.duty.event), what.duty.owner),
    })),
    ...pendingGrounds(replay, now),
    ...leftOverAt(replay, now).map((what) => ({ what, status: "unknown" as const, consequences: [] })),
  ];
  return found.filter(({ what }) => isDueBy(until, what));
}

/** What has no day that is known is due whatever the last day. */
function isDueBy(until: PlainDate, what: DueItem["what"]): boolean {
  if (what.kind === "LeftOver") return true;
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
  const isNew = (it: StandingDuty) => !standing.some((old) => old.duty === it.duty && old.occurrence === it.occurrence);
  const arising = dutiesAt(replay, later).filter(isNew);
  return [...standing, ...arising].flatMap((it) => {
    const { day } = it;
    const isAhead = !(day instanceof Failure) && day > now.day;
    return owedBy(it, isAhead ? replay.run.endOf(day, later) : now) ?? [];
  });
}

function pendingGrounds({ machine }: Replay, now: Moment): DueItem[] {
  return machine.eventsOfDefault.pendingAt(now).map(({ defaultCondition, occurrence, deadline }) => {
    const { family, section } = defaultCondition;
    return {
      what: { kind: "PendingGround", defaultCondition, occurrence, deadline },
      status: "pending",
      consequences: [{ kind: "default", name: family, section }],
    };
  });
}

type Dependency = ReturnType<typeof dependencies>[number];

const isEvent = (name: string) => (it: Dependency) => it.kind === "event" && it.name === name;

const isOverdueOf = (account: string) => (it: Dependency) =>
  it.kind === "account" && it.name === account && it.measure === "overdue";

/** Defaults whose grounds, and amounts of money whose definitions, read what is not done. */
function consequences(program: CoreProgram, isMeant: (it: Dependency) => boolean, owner?: string): Consequence[] {
  const reads = (expr: Expr) => dependencies(expr, program).some(isMeant);
  const defaults = program.defaultConditions.filter(({ condition }) => reads(condition));
  const accounts = [...program.accounts.values()].filter(({ accrual }) => accrual !== undefined && reads(accrual.base));
  const amounts = [...program.definitions.values()].filter(
    (it) => owner !== undefined && it.owner === owner && !it.isFixed && isMoney(it.type) && reads(it.value),
  );
  return [
    ...defaults.map(({ family, section }) => ({ kind: "default" as const, name: family, section })),
    ...accounts.map(({ name, section }) => ({ kind: "account" as const, name, section })),
    ...amounts.map(({ name, section }) => ({ kind: "amount" as const, name, section })),
  ];
}

function isMoney(type: {
  readonly kind: string;
  readonly unit?: { usd: number; share: number; year: number };
}): boolean {
  return type.unit !== undefined && type.unit.usd === 1 && type.unit.share === 0 && type.unit.year === 0;
}
