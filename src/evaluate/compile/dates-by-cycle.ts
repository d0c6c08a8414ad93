/** The dates of a schedule that come again and again. */
import type { CycleDates, Schedule, Step } from "../../core/core.ts";
import type { Cycle } from "../../units/calendars/cycle.ts";
import { datesOf } from "../../units/calendars/cycle.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { asPlainDate, firstOfMonth, nextDay } from "../../units/plain-date.ts";
import type { Code, Moment, OpenFrom } from "../state/run.ts";
import { LimitReached } from "../values/limits.ts";
import type { Problem } from "../values/problem.ts";
import { Failure, isBeforeData, isProblem, liesAfter } from "../values/problem.ts";
import { stepOr, wholeNumber } from "./expressions/dates.ts";
import type { TypedCompiler } from "./typed-compiler.ts";

/** What the days of a schedule are made of at a moment, in one key, and what makes them. */
export interface DaysToMake {
  readonly key: string;
  readonly days: () => DaysMade | Problem;
  /** Where the period of the first of them starts. */
  readonly begins: PlainDate | undefined;
}

/** Days of a schedule, as far as they are known. */
export interface DaysMade {
  readonly days: readonly PlainDate[];
  readonly open?: OpenFrom | undefined;
}

/** What they come to at a moment. */
interface Frame {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly anchor: PlainDate;
  readonly begins: PlainDate | undefined;
  readonly every: number;
}

export function compileCycle(
  { begins: beginning, name, span }: Schedule,
  dates: CycleDates,
  { day, figure }: TypedCompiler,
): Code<DaysToMake> {
  const { cycle } = dates;
  const [fromOf, toOf] = [day(dates.from), day(dates.to)];
  const anchorOf = dates.anchor && day(dates.anchor);
  const beginsOf = beginning && day(beginning);
  const countOf = cycle.kind === "Interval" ? figure(cycle.count) : undefined;
  const frameAt = (moment: Moment): Frame | Problem => {
    const from = fromOf(moment, undefined);
    if (isProblem(from)) return from;
    const to = toOf(moment, undefined);
    if (isProblem(to)) return to;
    const anchor = anchorOf?.(moment, undefined) ?? from;
    if (isProblem(anchor)) return anchor;
    const begins = beginsOf?.(moment, undefined);
    if (isProblem(begins)) return begins;
    const count = countOf?.(moment, undefined);
    if (isProblem(count)) return count;
    const every = count === undefined ? 1 : wholeNumber(count);
    if (every !== undefined && every > 0) return { from, to, anchor, begins, every };
    const unit = cycle.kind === "Interval" ? cycle.unit : "day";
    return new Failure("undefined", { kind: "no whole number", of: `${unit}s between` }, span);
  };
  return (moment) => {
    const frame = frameAt(moment);
    if (isProblem(frame)) return frame;
    const { from, to, anchor, every } = frame;
    const begins = frame.begins ?? (dates.fromIncluded ? undefined : from);
    const key = `${from} ${to} ${anchor} ${begins} ${every}`;
    return { key, begins, days: () => daysIn(dates, frame, moment, { name, span }) };
  };
}

function daysIn(
  dates: CycleDates,
  frame: Frame,
  { run }: Moment,
  { name, span }: Pick<Schedule, "name" | "span">,
): DaysMade | Problem {
  if (frame.to - frame.from > run.limits.days) throw new LimitReached("days", span);
  const unmoved = unmovedIn(dates, frame);
  if (unmoved === undefined) {
    return new Failure("undefined", { kind: "last period unsaid", schedule: name, to: frame.to }, span);
  }
  run.spend(unmoved.length, span);
  const { moved } = dates;
  if (moved === undefined) return { days: unmoved };
  const days: PlainDate[] = [];
  for (const day of unmoved) {
    const date = stepOr(day, { ...moved, span }, run);
    if (isProblem(date)) {
      const from = openFrom(day, moved.relation, date);
      return from === undefined ? date : { days, open: { from, because: date } };
    }
    days.push(date);
  }
  return { days };
}

/** The earliest day on which a date, and those behind it, may lie that can't be moved; undefined where nothing says. */
function openFrom(day: PlainDate, relation: Step["relation"], because: Failure): PlainDate | undefined {
  if (isBeforeData(because)) return undefined;
  if (relation === "modified following") return firstOfMonth(day);
  if (relation !== "on or after") return undefined;
  const last = liesAfter(because);
  return last !== undefined && last >= day ? nextDay(last) : day;
}

/** Those of the cycle in the range, with what is said of the first and the last; none where the last period is unsaid. */
function unmovedIn(dates: CycleDates, { from, to, anchor, every }: Frame): PlainDate[] | undefined {
  const { firstPeriod, lastPeriod, fromIncluded, toIncluded, keepsMonthEnds } = dates;
  const cycle: Cycle =
    dates.cycle.kind === "DaysOfYear" ? dates.cycle : { kind: "Interval", every, unit: dates.cycle.unit, anchor };
  const [first, last] = [fromIncluded ? from : asPlainDate(from + 1), toIncluded ? to : asPlainDate(to - 1)];
  const found = datesOf(cycle, first, last, keepsMonthEnds);
  if (firstPeriod === "long") found.shift();
  if (!toIncluded || to < first || found.at(-1) === to) return found;
  if (lastPeriod === undefined) return undefined;
  if (lastPeriod === "long") found.pop();
  return [...found, to];
}
