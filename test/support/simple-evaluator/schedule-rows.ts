import type { Expr, Schedule } from "../../../src/core/core.ts";
import type { PlainDate } from "../../../src/units/plain-date.ts";
import { addMonths, formatDate, lastOfMonth } from "../../../src/units/plain-date.ts";
import type { NoValue, Occurrence, Outcome } from "./world.ts";
import { failure, having } from "./world.ts";

/** What the parts of a schedule come to at a moment, and how a date is moved. */
interface Asking {
  readonly evaluate: (part: Expr) => Outcome;
  readonly move: (date: PlainDate) => Outcome<PlainDate>;
}

/** The rows of a schedule (docs/semantics.md, 3): every day of its range is looked at. */
export function makeRows(schedule: Schedule, { evaluate, move }: Asking): Outcome<readonly Occurrence[]> {
  const values: unknown[] = [];
  for (const part of [schedule.from, schedule.to, schedule.anchor, schedule.begins, countOf(schedule)]) {
    const value = part === undefined ? undefined : evaluate(part);
    if (value !== undefined && value.kind !== "value") return value;
    values.push(value?.value);
  }
  const [from, to, anchor, begins, counted] = values as [PlainDate, PlainDate, PlainDate?, PlainDate?, Count?];
  const every = counted === undefined ? 1 : Number(counted.n);
  if (counted !== undefined && (counted.d !== 1n || every < 1 || every > 1_000_000)) return failure("undefined");
  const dates = datesOf(schedule, { from, to, anchor: anchor ?? from, every });
  if (!Array.isArray(dates)) return dates as NoValue;
  const rows: Occurrence[] = [];
  for (const [index, unmoved] of dates.entries()) {
    const moved = move(unmoved);
    if (moved.kind !== "value") return moved;
    const on = moved.value;
    const before = rows[index - 1];
    const start = before === undefined ? (begins ?? (schedule.fromIncluded ? undefined : from)) : before.event.on;
    const event = { event: schedule.name, on, fields: new Map(), id: undefined };
    const row = { start, before };
    rows.push({ index, event: event as unknown as Occurrence["event"], isRefused: false, row, fixed: new Map() });
  }
  return having(rows);
}

interface Count {
  readonly n: bigint;
  readonly d: bigint;
}

const countOf = ({ cycle }: Schedule): Expr | undefined => (cycle.kind === "Interval" ? cycle.count : undefined);

interface Frame {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly anchor: PlainDate;
  readonly every: number;
}

function datesOf(schedule: Schedule, frame: Frame): PlainDate[] | NoValue {
  const { from, to } = frame;
  const dates: PlainDate[] = [];
  for (let day = from; day <= to; day = (day + 1) as PlainDate) {
    if (day === from && !schedule.fromIncluded) continue;
    if (day === to && !schedule.toIncluded) continue;
    if (isOfCycle(day, schedule, frame)) dates.push(day);
  }
  if (schedule.firstPeriod === "long") dates.shift();
  if (!schedule.toIncluded || to < from + (schedule.fromIncluded ? 0 : 1) || dates.includes(to)) return dates;
  switch (schedule.lastPeriod) {
    case "long":
      return [...dates.slice(0, -1), to];
    case "short":
      return [...dates, to];
    default:
      return failure("undefined");
  }
}

function isOfCycle(day: PlainDate, { cycle, keepsMonthEnds }: Schedule, { anchor, every }: Frame): boolean {
  const [year = 0, month = 0, dayOfMonth = 0] = formatDate(day).split("-").map(Number);
  if (cycle.kind === "DaysOfYear") {
    return cycle.days.some((it) => {
      const isLastOfFebruary = it.month === 2 && it.day === 29 && dayOfMonth === 28 && day === lastOfMonth(day);
      return it.month === month && (it.day === dayOfMonth || isLastOfFebruary);
    });
  }
  if (cycle.unit === "day") return (day - anchor) % every === 0;
  const [anchorYear = 0, anchorMonth = 0] = formatDate(anchor).split("-").map(Number);
  const months = 12 * (year - anchorYear) + month - anchorMonth;
  if (months % every !== 0) return false;
  if (keepsMonthEnds && anchor === lastOfMonth(anchor)) return day === lastOfMonth(day);
  return addMonths(anchor, months) === day;
}
