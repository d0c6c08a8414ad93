/** What happens by itself: its occurrences, each made once, and those of which it can't be determined whether they happen. */
import { datedIn } from "../../../core/dated-events.ts";
import { datedId } from "../../../units/calendars/dated-id.ts";
import type { PlainDate } from "../../../units/plain-date.ts";
import type { CompiledDated, Machine } from "../../compile/machine.ts";
import type { Occurrence, Rows, Run } from "../../state/run.ts";
import type { Problem } from "../../values/problem.ts";
import { Failure, isBeforeData, isProblem, liesAfter } from "../../values/problem.ts";
import { noTime, occurrenceOf } from "./occurrence.ts";

/** Before all that is listed, by day: so of several that may have happened the earliest comes first. */
const firstIndex = -1_000_000_000_000;

export class DatedEvents {
  readonly #machine: Machine;
  readonly #run: Run;
  readonly #byId = new Map<string, Occurrence>();
  /** Of schedules whose dates can't be determined, the one that stands for all of them. */
  readonly #standing = new Map<CompiledDated, Occurrence>();
  /** The kinds of which one may have happened by now. */
  readonly #unknown = new Set<CompiledDated>();
  readonly #rows = new Map<CompiledDated, Rows | Problem>();

  constructor(machine: Machine, run: Run) {
    this.#machine = machine;
    this.#run = run;
  }

  /** Those of a day, in their order, and what may happen from it on. */
  on(day: PlainDate): readonly Occurrence[] {
    const { dated } = this.#machine;
    if (dated.length > 0) this.#run.spend(dated.length);
    return dated.flatMap((kind) => {
      const happens = this.#happens(kind, day);
      if (isProblem(happens)) return this.#mayHappen(kind, happens, day);
      return happens ? [this.#one(kind, day)] : [];
    });
  }

  /** What happens on one day, or may, in its order. */
  inOrder(today: readonly Occurrence[]): readonly Occurrence[] {
    const kinds = this.#machine.dated.map(({ type }) => type);
    return kinds.flatMap((kind) => today.filter(({ type }) => type === kind).toSorted((a, b) => a.on - b.on));
  }

  /** The one that an id names; where its day is none of the dates, one that never happens. */
  named(id: string): Occurrence | undefined {
    const parts = datedIn(id, this.#machine.program);
    const kind = parts && this.#machine.dated.find(({ type }) => type === parts.type);
    if (parts === undefined || kind === undefined) return undefined;
    const { day } = parts;
    const happens = this.#happens(kind, day);
    if (happens instanceof Failure && mayBe(kind, happens, day)) return this.#undetermined(kind, happens, day);
    const occurrence = this.#one(kind, day);
    const { name, section } = kind.type;
    if (happens !== true) occurrence.refused = { kind: "NoSuchDay", event: name, day, section };
    return occurrence;
  }

  #happens(kind: CompiledDated, day: PlainDate): boolean | Problem {
    if (day < this.#run.start) return false;
    if (kind.rows === undefined) {
      const date = kind.date(this.#before(day), undefined);
      return isProblem(date) ? date : date === day;
    }
    const rows = this.#rowsOf(kind);
    return isProblem(rows) ? rows : rows.byDate.has(day);
  }

  #rowsOf(kind: CompiledDated & { readonly rows: NonNullable<CompiledDated["rows"]> }): Rows | Problem {
    const known = this.#rows.get(kind) ?? kind.rows(this.#before(this.#run.start), undefined);
    this.#rows.set(kind, known);
    return known;
  }

  /** Deal terms, readings and calendars are the same at every moment. */
  #before(day: PlainDate) {
    return { run: this.#run, point: -1, day, hasEnded: false, version: -1 };
  }

  #mayHappen(kind: CompiledDated, problem: Problem, day: PlainDate): Occurrence[] {
    if (!(problem instanceof Failure) || !mayBe(kind, problem, day)) return [];
    const isFirst = !this.#unknown.has(kind);
    this.#unknown.add(kind);
    const isNamed = kind.rows === undefined && this.#byId.has(datedId(kind.type.name, day));
    return isFirst || isNamed ? [this.#undetermined(kind, problem, day)] : [];
  }

  #undetermined(kind: CompiledDated, problem: Failure, day: PlainDate): Occurrence {
    const standing = this.#standing.get(kind);
    if (standing !== undefined) return standing;
    const occurrence = this.#one(kind, kind.rows === undefined ? day : this.#run.start);
    occurrence.effectiveOn = problem;
    if (kind.rows !== undefined) this.#standing.set(kind, occurrence);
    return occurrence;
  }

  #one(kind: CompiledDated, day: PlainDate): Occurrence {
    const { type } = kind;
    const { dated } = this.#machine;
    const id = datedId(type.name, day);
    const known = this.#byId.get(id);
    if (known !== undefined) return known;
    const rows = this.#rows.get(kind);
    const row = rows === undefined || isProblem(rows) ? undefined : rows.byDate.get(day)?.[0];
    // Beside its date it has the number and the start of the date of its schedule.
    const fields = new Map(
      [...(row?.fields ?? [])].flatMap(([name, it]) => (isProblem(it) ? [] : [[name, it] as const])),
    );
    const event = { on: day, event: type.name, id, fields, span: type.span };
    const place = { index: firstIndex + day * dated.length + dated.indexOf(kind), placedAt: noTime };
    const occurrence = occurrenceOf(event, place, undefined, this.#machine, this.#run);
    this.#byId.set(id, occurrence);
    return occurrence;
  }
}

/** A date of its own that lies before the data is not looked for, nor one behind them on a day before. */
function mayBe({ rows, isForward }: CompiledDated, problem: Failure, day: PlainDate): boolean {
  if (rows !== undefined) return true;
  return !isBeforeData(problem) && !(isForward && day <= (liesAfter(problem) ?? 0));
}
