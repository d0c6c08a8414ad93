/** The dates of schedules: made once for the days and counts that a schedule comes to, and the same objects from then on. */
import { entryIn } from "../../base/entry-in.ts";
import { groupBy } from "../../base/group-by.ts";
import type { CoreProgram, Schedule, Value } from "../../core/core.ts";
import type { Cycle } from "../../units/calendars/cycle.ts";
import { datesOf } from "../../units/calendars/cycle.ts";
import { exact } from "../../units/exact.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { asPlainDate, formatDate } from "../../units/plain-date.ts";
import type { Code, Moment, Occurrence, Rows } from "../state/run.ts";
import { LimitReached } from "../values/limits.ts";
import type { Problem } from "../values/problem.ts";
import { Failure, isProblem } from "../values/problem.ts";
import { stepOr, wholeNumber } from "./expressions/dates.ts";
import type { TypedCompiler } from "./typed-compiler.ts";

export class Schedules {
  readonly #program: CoreProgram;
  readonly #compiler: TypedCompiler;
  readonly #codes = new Map<string, Code<Rows>>();

  constructor(program: CoreProgram, compiler: TypedCompiler) {
    this.#program = program;
    this.#compiler = compiler;
  }

  /** What gives the rows of a schedule; how their dates come about is no part of what is traced. */
  rowsOf(name: string): Code<Rows> {
    const known = this.#codes.get(name) ?? compileRows(entryIn(this.#program.schedules, name), this.#compiler);
    this.#codes.set(name, known);
    return known;
  }
}

/** What a schedule comes to at a moment. */
interface Frame {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly anchor: PlainDate;
  readonly begins: PlainDate | undefined;
  readonly every: number;
}

function compileRows(schedule: Schedule, { day, figure }: TypedCompiler): Code<Rows> {
  const { cycle, span, name } = schedule;
  const [fromOf, toOf] = [day(schedule.from), day(schedule.to)];
  const anchorOf = schedule.anchor && day(schedule.anchor);
  const beginsOf = schedule.begins && day(schedule.begins);
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
  return (moment) =>
    moment.run.untraced(() => {
      const frame = frameAt(moment);
      if (isProblem(frame)) return frame;
      const key = `${name} ${frame.from} ${frame.to} ${frame.anchor} ${frame.begins} ${frame.every}`;
      const known = moment.run.rows.get(key) ?? makeRows(schedule, frame, moment);
      if (!isProblem(known)) moment.run.rows.set(key, known);
      return known;
    });
}

function makeRows(schedule: Schedule, frame: Frame, moment: Moment): Rows | Problem {
  const { span } = schedule;
  if (frame.to - frame.from > moment.run.limits.days) throw new LimitReached("days", span);
  const dates = datesIn(schedule, frame);
  if (dates instanceof Failure) return dates;
  moment.run.spend(dates.length, span);
  const begins = frame.begins ?? (schedule.fromIncluded ? undefined : frame.from);
  const all: Occurrence[] = [];
  for (const unmoved of dates) {
    const date = schedule.moved
      ? stepOr(unmoved, schedule.moved.unit, schedule.moved.relation, moment.run, span)
      : unmoved;
    if (isProblem(date)) return date;
    const before = all.at(-1);
    const start = before === undefined ? begins : before.on;
    all.push(row(schedule, date, start, before));
  }
  return { all, byDate: groupBy(all, ({ on }) => on) };
}

/** Before conventions move them: those of the cycle in the range, with what is said of the first and the last. */
function datesIn(schedule: Schedule, { from, to, anchor, every }: Frame): PlainDate[] | Failure {
  const { firstPeriod, lastPeriod, fromIncluded, toIncluded, keepsMonthEnds, name, span } = schedule;
  const cycle: Cycle =
    schedule.cycle.kind === "DaysOfYear"
      ? schedule.cycle
      : { kind: "Interval", every, unit: schedule.cycle.unit, anchor };
  const [first, last] = [fromIncluded ? from : asPlainDate(from + 1), toIncluded ? to : asPlainDate(to - 1)];
  const dates = datesOf(cycle, first, last, keepsMonthEnds);
  if (firstPeriod === "long") dates.shift();
  if (!toIncluded || to < first || dates.at(-1) === to) return dates;
  if (lastPeriod === undefined) {
    return new Failure("undefined", { kind: "last period unsaid", schedule: name, to }, span);
  }
  if (lastPeriod === "long") dates.pop();
  return [...dates, to];
}

/** A row counts from the beginning, and was never reported. */
function row(
  { rows }: Schedule,
  on: PlainDate,
  start: PlainDate | undefined,
  before: Occurrence | undefined,
): Occurrence {
  const index = before === undefined ? 0 : before.index + 1;
  const fields = new Map<string, Value>([["number", exact(index + 1)]]);
  if (start !== undefined) fields.set("start", start);
  return {
    type: rows,
    index,
    on,
    at: undefined,
    placedAt: -1,
    id: formatDate(on),
    refersTo: before,
    fields,
    reported: new Set(),
    effectiveOn: on,
    mayCountFrom: on,
    fixedAt: undefined,
    appliedAt: -1,
    refused: undefined,
    undecided: undefined,
    fixed: new Map(),
  };
}
