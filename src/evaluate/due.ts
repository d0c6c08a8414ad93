/**
 * What is owed or must be done around a day: by whom, to whom, by when, and what follows if it is not.
 *
 * Three sources: what accounts hold as due, duties that nothing has discharged, and limbs of defaults that are pending
 * until their time for cure runs out. Looking ahead, nothing is assumed to happen but the passing of days.
 */
import type { CoreProgram, Expr } from "../core/core.ts";
import { dependencies } from "../core/dependencies.ts";
import type { PlainDate } from "../units/plain-date.ts";
import { formatDate } from "../units/plain-date.ts";
import type { Owed } from "./outcome.ts";
import { dutiesAt, itemsAt } from "./owed.ts";
import type { Replay } from "./replay.ts";
import type { Moment } from "./run.ts";

export interface Due extends Owed {
  readonly status: "overdue" | "due" | "pending";
  /** What the contract attaches to it if it is not done: defaults and payments, with their sections. */
  readonly follows: readonly string[];
}

/** What is due from before `from` (overdue) through `until`, as things stand at the end of `from`. */
export function dueBetween(replay: Replay, from: PlainDate, until: PlainDate): Due[] {
  const { machine, run } = replay;
  const { program } = machine;
  const now = run.endOf(from, run.now);
  const later = run.endOf(until, run.now);
  const items = [...itemsAt(replay, now), ...itemsAt(replay, later).filter(({ fellDueOn }) => fellDueOn > from)];
  const found: Due[] = [
    ...items.map(({ account, owed }) => ({
      ...owed,
      text: owed.text.replace(/, overdue$/, ""),
      status: statusOf(owed.due, from),
      follows: consequences(program, (it) => it.kind === "account" && it.name === account && it.measure === "overdue"),
    })),
    ...machine.duties.flatMap((duty) =>
      dutiesAt(duty, now).map((owed) => ({
        ...owed,
        text: owed.text.replace(/, overdue$/, ""),
        status: statusOf(owed.due, from),
        follows: duty.duty.event === undefined ? [] : consequences(program, isEvent(duty.duty.event), duty.duty.owner),
      })),
    ),
    ...pendingLimbs(replay, now),
  ];
  const last = formatDate(until);
  const key = ({ due, section, text }: Due) => `${due}|${section}|${text}`;
  return found.filter(({ due }) => due <= last).toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

const isEvent = (name: string) => (it: { kind: string; name?: string }) => it.kind === "event" && it.name === name;

function statusOf(due: string, from: PlainDate): "overdue" | "due" {
  return due < formatDate(from) ? "overdue" : "due";
}

function pendingLimbs({ machine }: Replay, now: Moment): Due[] {
  return machine.watches.pendingAt(now).map(({ watch, occurrence, deadline }) => {
    const of = occurrence?.id === undefined ? "" : ` (${occurrence.id})`;
    return {
      from: "",
      to: "",
      due: formatDate(deadline),
      section: watch.section,
      text: `${watch.title === "" ? watch.family : watch.title}${of}: to be cured by the end of that day`,
      status: "pending",
      follows: [`${watch.family} under ${watch.section}`],
    };
  });
}

/** Defaults whose limbs, and amounts of money whose definitions, read what is not done. */
function consequences(
  program: CoreProgram,
  isMeant: (dependency: ReturnType<typeof dependencies>[number]) => boolean,
  owner?: string,
): string[] {
  const reads = (expr: Expr) => dependencies(expr, program).some(isMeant);
  const defaults = program.watches
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
