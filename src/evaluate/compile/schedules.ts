/** The dates of schedules: made once for the days and counts that a schedule comes to, and the same objects from then on. */
import { entryIn } from "../../base/entry-in.ts";
import { groupBy } from "../../base/group-by.ts";
import type { CoreProgram, Schedule, Value } from "../../core/core.ts";
import { isFixedSchedule } from "../../core/dependencies.ts";
import { exact } from "../../units/exact.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import { formatDate } from "../../units/plain-date.ts";
import type { Code, Occurrence, Rows } from "../state/run.ts";
import { isProblem } from "../values/problem.ts";
import { compileCycle } from "./dates-by-cycle.ts";
import { compileJoined } from "./dates-by-parts.ts";
import type { TypedCompiler } from "./typed-compiler.ts";

export class Schedules {
  readonly #program: CoreProgram;
  readonly #compiler: TypedCompiler;
  readonly #codes = new Map<string, Code<Rows>>();

  constructor(program: CoreProgram, compiler: TypedCompiler) {
    this.#program = program;
    this.#compiler = compiler;
  }

  /** All rows of a schedule; why they are not known, where only some of them are. */
  rowsOf(name: string): Code<Rows> {
    const known = this.knownRowsOf(name);
    return (moment, binding) => {
      const rows = known(moment, binding);
      return isProblem(rows) || rows.open === undefined ? rows : rows.open.because;
    };
  }

  /** The rows that are known, which may be some; how their dates come about is no part of what is traced. */
  knownRowsOf(name: string): Code<Rows> {
    const known = this.#codes.get(name) ?? this.#compile(entryIn(this.#program.schedules, name));
    this.#codes.set(name, known);
    return known;
  }

  #compile(schedule: Schedule): Code<Rows> {
    const { dates, name } = schedule;
    if (dates.made === "given") return rowsGiven(schedule);
    const daysOf =
      dates.made === "by cycle"
        ? compileCycle(schedule, dates, this.#compiler)
        : compileJoined(schedule, dates, this.#compiler, (of) => this.rowsOf(of));
    const isFixed = isFixedSchedule(name, this.#program);
    return (moment) =>
      moment.run.untraced(() => {
        const { rows: known } = moment.run;
        const fixed = isFixed ? known.get(name) : undefined;
        if (fixed !== undefined) return fixed;
        const found = daysOf(moment, undefined);
        if (isProblem(found)) return found;
        const key = isFixed ? name : `${name} ${found.key}`;
        const before = known.get(key);
        if (before !== undefined) return before;
        const made = found.days();
        if (isProblem(made)) return made;
        const rows = { ...makeRows(schedule, made.days, found.begins), open: made.open };
        known.set(key, rows);
        return rows;
      });
  }
}

/** The rows that the deal gives, the same at every moment. */
function rowsGiven(schedule: Schedule): Code<Rows> {
  const { name } = schedule;
  return ({ run }) => {
    const known = run.rows.get(name);
    if (known !== undefined) return known;
    const given = run.inputs.lists?.get(name) ?? [];
    const rows = makeRows(
      schedule,
      given.map(({ on }) => on),
      undefined,
      (index) => given[index]?.fields,
    );
    run.rows.set(name, rows);
    return rows;
  };
}

function makeRows(
  schedule: Schedule,
  days: readonly PlainDate[],
  begins: PlainDate | undefined,
  columnsOf?: (index: number) => ReadonlyMap<string, Value> | undefined,
): Rows {
  const all: Occurrence[] = [];
  for (const day of days) {
    const before = all.at(-1);
    const start = before === undefined ? begins : before.on;
    all.push(row(schedule, day, start, before, columnsOf?.(all.length)));
  }
  return { all, byDate: groupBy(all, ({ on }) => on) };
}

/** A row counts from the beginning, and was never reported. */
function row(
  { rows }: Schedule,
  on: PlainDate,
  start: PlainDate | undefined,
  before: Occurrence | undefined,
  columns: ReadonlyMap<string, Value> = new Map(),
): Occurrence {
  const index = before === undefined ? 0 : before.index + 1;
  const fields = new Map<string, Value>([...columns, ["number", exact(index + 1)]]);
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
