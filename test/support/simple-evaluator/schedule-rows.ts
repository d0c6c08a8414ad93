import type { CycleDates, Expr, JoinedDates, ListRow, Schedule } from "../../../src/core/core.ts";
import type { PlainDate } from "../../../src/units/plain-date.ts";
import { addMonths, formatDate, lastOfMonth } from "../../../src/units/plain-date.ts";
import type { Failed, NoValue, Occurrence, Outcome } from "./world.ts";
import { failure, having } from "./world.ts";

/** What the parts of a schedule come to at a moment, and how a date is moved. */
interface Asking {
  readonly evaluate: (part: Expr, row?: Occurrence) => Outcome;
  readonly rowsOf: (schedule: string) => Outcome<readonly Occurrence[]>;
  /** What the deal gives of it. */
  readonly given: readonly ListRow[];
  readonly move: (date: PlainDate) => Outcome<PlainDate>;
}

/** The rows of a schedule (docs/semantics.md, 3). */
export function makeRows(schedule: Schedule, asking: Asking): Outcome<KnownRows> {
  const { dates } = schedule;
  if (dates.made === "given") return having({ all: givenRows(schedule, asking.given) });
  const found =
    dates.made === "by cycle" ? cycled(dates, schedule.begins, asking) : joined(dates, schedule.begins, asking);
  if (found.kind !== "value") return found;
  const rows: Occurrence[] = [];
  for (const [index, on] of found.value.days.entries()) {
    const before = rows[index - 1];
    const start = before === undefined ? found.value.begins : before.event.on;
    const event = { event: schedule.name, on, fields: new Map(), id: undefined };
    const row = { start, before };
    rows.push({ index, event: event as unknown as Occurrence["event"], isRefused: false, row, fixed: new Map() });
  }
  const { open } = found.value;
  return having({ all: rows, ...(open && { open }) });
}

/** Rows, and from when on there may be others that are not known. */
export interface KnownRows {
  readonly all: readonly Occurrence[];
  readonly open?: Open;
}
interface Open {
  readonly from: PlainDate;
  readonly because: Failed;
}

/** The rows that a deal gives are in order; each has what stands in its columns. */
function givenRows({ name }: Schedule, given: readonly ListRow[]): readonly Occurrence[] {
  const rows: Occurrence[] = [];
  for (const [index, { on, fields }] of given.entries()) {
    const before = rows[index - 1];
    const event = { event: name, on, fields, id: undefined };
    const row = { start: before?.event.on, before };
    rows.push({ index, event: event as unknown as Occurrence["event"], isRefused: false, row, fixed: new Map() });
  }
  return rows;
}

type Days = Outcome<{
  readonly days: readonly PlainDate[];
  readonly begins: PlainDate | undefined;
  readonly open?: Open;
}>;

/** The days that are said, each once; what has no value is no day. */
function joined({ parts }: JoinedDates, beginning: Expr | undefined, { evaluate, rowsOf }: Asking): Days {
  const begins = beginning && evaluate(beginning);
  if (begins !== undefined && begins.kind !== "value") return begins;
  const days: PlainDate[] = [];
  for (const { schedule, date } of parts) {
    const rows = schedule === undefined ? having([undefined]) : rowsOf(schedule);
    if (rows.kind !== "value") return rows;
    for (const row of rows.value) {
      const day = evaluate(date, row);
      if (day.kind === "failure") return day;
      if (day.kind === "value" && !days.includes(day.value as PlainDate)) days.push(day.value as PlainDate);
    }
  }
  return having({ days: days.toSorted((a, b) => a - b), begins: begins?.value as PlainDate | undefined });
}

/** Every day of the range is looked at. */
function cycled(dates: CycleDates, beginning: Expr | undefined, { evaluate, move }: Asking): Days {
  const values: unknown[] = [];
  for (const part of [dates.from, dates.to, dates.anchor, beginning, countOf(dates)]) {
    const value = part === undefined ? undefined : evaluate(part);
    if (value !== undefined && value.kind !== "value") return value;
    values.push(value?.value);
  }
  const [from, to, anchor, begins, counted] = values as [PlainDate, PlainDate, PlainDate?, PlainDate?, Count?];
  const every = counted === undefined ? 1 : Number(counted.n);
  if (counted !== undefined && (counted.d !== 1n || every < 1 || every > 1_000_000)) return failure("undefined");
  const unmoved = datesOf(dates, { from, to, anchor: anchor ?? from, every });
  if (!Array.isArray(unmoved)) return unmoved as NoValue;
  const start = begins ?? (dates.fromIncluded ? undefined : from);
  const days: PlainDate[] = [];
  for (const day of unmoved) {
    const moved = move(day);
    if (moved.kind === "absent") return moved;
    if (moved.kind === "failure") {
      const open = openFrom(dates, day, moved);
      return open === undefined ? moved : having({ days, begins: start, open: { from: open, because: moved } });
    }
    days.push(moved.value);
  }
  return having({ days, begins: start });
}

/** Rows that can't be moved lie on or behind this day, where anything says so. */
function openFrom({ moved }: CycleDates, day: PlainDate, failed: Failed): PlainDate | undefined {
  if (failed.isBeforeData) return undefined;
  if (moved?.relation === "modified following") return (day - Number(formatDate(day).slice(-2)) + 1) as PlainDate;
  if (moved?.relation !== "on or after") return undefined;
  return Math.max(day, (failed.liesAfter ?? 0) + (failed.liesAfter === undefined ? 0 : 1)) as PlainDate;
}

interface Count {
  readonly n: bigint;
  readonly d: bigint;
}

const countOf = ({ cycle }: CycleDates): Expr | undefined => (cycle.kind === "Interval" ? cycle.count : undefined);

interface Frame {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly anchor: PlainDate;
  readonly every: number;
}

function datesOf(schedule: CycleDates, frame: Frame): PlainDate[] | NoValue {
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

function isOfCycle(day: PlainDate, { cycle, keepsMonthEnds }: CycleDates, { anchor, every }: Frame): boolean {
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
