/**
 * What is owed or must be done around a day: by whom, to whom, by when, and what follows if it is not.
 *
 * Three sources: what accounts hold as due, duties that nothing has discharged, and grounds of defaults that are pending
 * until their time for cure runs out. Looking ahead, nothing is assumed to happen but the passing of days.
 */
import type { CoreProgram, Duty, Expr } from "../../core/core.ts";
import { dependencies } from "../../core/dependencies.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { formatDate } from "../../units/plain-date.ts";
import type { Replay } from "../replay/replay.ts";
import type { Moment } from "../state/run.ts";
import type { Owed } from "../values/outcome.ts";
import type { StandingDuty } from "./owed.ts";
import { byDueDate, dutiesAt, itemsAt, owedBy } from "./owed.ts";

export interface Due extends Owed {
  readonly status: "overdue" | "due" | "pending" | "unknown";
  /** What the contract attaches to it if it is not done: defaults and payments, with their sections. */
  readonly follows: readonly string[];
}

/**
 * What is due from before `from` (overdue) through `until`, as things stand at the end of `from`. What an amount comes to is
 * told as of its day.
 */
export function dueBetween(replay: Replay, from: PlainDate, until: PlainDate): Due[] {
  const { machine, run } = replay;
  const { program } = machine;
  const now = run.endOf(from, run.now);
  const later = run.endOf(until, run.now);
  const items = [...itemsAt(replay, now), ...itemsAt(replay, later).filter(({ fellDueOn }) => fellDueOn > from)];
  const found: Due[] = [
    ...items.map(({ account, owed }) => ({
      ...inTime(owed, from),
      follows: consequences(program, (it) => it.kind === "account" && it.name === account && it.measure === "overdue"),
    })),
    ...dutiesBetween(replay, now, later).map(({ duty, owed }) => ({
      ...inTime(owed, from),
      follows: duty.event === undefined ? [] : consequences(program, isEvent(duty.event), duty.owner),
    })),
    ...pendingGrounds(replay, now),
  ];
  const last = formatDate(until);
  return found.filter(({ due }) => due === null || due <= last).toSorted(byDueDate);
}

/** Duties that stand at the end of a day, and those that arise until another. */
function dutiesBetween(replay: Replay, now: Moment, later: Moment): { readonly duty: Duty; readonly owed: Owed }[] {
  const standing = dutiesAt(replay, now);
  const isNew = (it: StandingDuty) => !standing.some((old) => old.duty === it.duty && old.occurrence === it.occurrence);
  const arising = dutiesAt(replay, later).filter(isNew);
  return [...standing, ...arising].flatMap((it) => {
    const isAhead = typeof it.day === "number" && it.day > now.day;
    const owed = owedBy(it, isAhead ? replay.run.endOf(it.day as PlainDate, later) : now);
    return owed === undefined ? [] : [{ duty: it.duty, owed }];
  });
}

/** With its status in place of words about it. */
function inTime(owed: Owed, from: PlainDate): Omit<Due, "follows"> {
  const status = owed.due === null ? "unknown" : owed.due < formatDate(from) ? "overdue" : "due";
  return { ...owed, text: owed.text.replace(/, overdue$/, ""), status };
}

const isEvent = (name: string) => (it: { kind: string; name?: string }) => it.kind === "event" && it.name === name;

function pendingGrounds({ machine }: Replay, now: Moment): Due[] {
  return machine.eventsOfDefault.pendingAt(now).map(({ defaultCondition, occurrence, deadline }) => {
    const of = occurrence?.id === undefined ? "" : ` (${occurrence.id})`;
    return {
      from: "",
      to: "",
      due: formatDate(deadline),
      section: defaultCondition.section,
      text: `${defaultCondition.title === "" ? defaultCondition.family : defaultCondition.title}${of}: to be cured by the end of that day`,
      status: "pending",
      follows: [`${defaultCondition.family} under ${defaultCondition.section}`],
    };
  });
}

/** Defaults whose grounds, and amounts of money whose definitions, read what is not done. */
function consequences(
  program: CoreProgram,
  isMeant: (dependency: ReturnType<typeof dependencies>[number]) => boolean,
  owner?: string,
): string[] {
  const reads = (expr: Expr) => dependencies(expr, program).some(isMeant);
  const defaults = program.defaultConditions
    .filter(({ condition }) => reads(condition))
    .map(({ family, section }) => `${family} under ${section}`);
  const accounts = [...program.accounts.values()]
    .filter(({ accrual }) => accrual !== undefined && reads(accrual.base))
    .map(({ name, section }) => `${name} (${section})`);
  const amounts = [...program.definitions.values()]
    .filter((it) => owner !== undefined && it.owner === owner && !it.isFixed && isMoney(it.type) && reads(it.value))
    .map(({ name, section }) => `${name} (${section})`);
  return [...new Set([...defaults, ...accounts, ...amounts])].sort();
}

function isMoney(type: {
  readonly kind: string;
  readonly unit?: { usd: number; share: number; year: number };
}): boolean {
  return type.unit !== undefined && type.unit.usd === 1 && type.unit.share === 0 && type.unit.year === 0;
}
