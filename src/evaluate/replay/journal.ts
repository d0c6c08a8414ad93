/** What happened, in order: a record that only grows. */
import type { State, ValueType } from "../../core/core.ts";
import type { Exact } from "../../units/exact.ts";
import { compare, equal, isZero, subtract, toDecimalText } from "../../units/exact.ts";
import { formatDate } from "../../units/plain-date.ts";
import { plainValue, renderValue } from "../../units/render-value.ts";
import { formatTime } from "../../units/time-of-day.ts";
import { money, unitName } from "../../units/value-type.ts";
import { problemWords } from "../../wording/problems.ts";
import type { DefaultMove } from "../compile/defaults.ts";
import { unpaid } from "../ledger/measures.ts";
import type { Moment, Occurrence, Evaluation as Result, Run } from "../state/run.ts";
import { LimitReached, withinDigitLimit } from "../values/limits.ts";
import type { AnswerValue, JournalEntry } from "../values/outcome.ts";
import type { Problem } from "../values/problem.ts";
import { Absent, isProblem } from "../values/problem.ts";
import type { LedgerChange } from "./account-changes.ts";

export class Journal {
  readonly entries: JournalEntry[] = [];
  readonly #run: Run;
  /** The point of each entry. */
  readonly #points: number[] = [];
  /** The event that is being applied; what changes meanwhile is its doing. */
  #cause: Occurrence | undefined;

  constructor(run: Run) {
    this.#run = run;
  }

  during(cause: Occurrence | undefined): void {
    this.#cause = cause;
  }

  event(occurrence: Occurrence, moment: Moment): void {
    const { type, on, at, id, refersTo } = occurrence;
    const target = refersTo === undefined ? "" : ` for ${refersTo.id ?? refersTo.type.name}`;
    const name = `${type.name}${id === undefined ? "" : ` ${id}`}${target}`;
    const later = on === moment.day ? "" : ` of ${formatDate(on)}`;
    this.#add({
      ...this.#place(moment),
      at: formatTime(at),
      kind: "event",
      section: type.section,
      name: type.name,
      text: `${name}${later}${fieldsOf(occurrence)}`,
    });
  }

  /** An event that is taken although it cannot be told whether it may be given. */
  undecided({ type, id }: Occurrence, problem: Problem, section: string, moment: Moment): void {
    const name = `${type.name}${id === undefined ? "" : ` ${id}`}`;
    this.#add({
      ...this.#place(moment),
      kind: "problem",
      section,
      name: type.name,
      text: `whether ${name} may be given cannot be told: ${problemWords(problem)}`,
    });
  }

  state({ name, type }: State, from: Result | undefined, to: Result, section: string, moment: Moment): void {
    if (from !== undefined && isSame(from, to)) return;
    this.#add({
      ...this.#place(moment),
      kind: isFailure(to) ? "problem" : "state",
      section,
      name,
      ...(from === undefined ? {} : { from: plain(from, type) }),
      to: plain(to, type),
      unit: unitName(type),
      text: `${name} ${verb(from, to)} ${shown(to, type)}`,
    });
  }

  account(name: string, { before, after, sections, texts }: LedgerChange, moment: Moment): void {
    const was = isProblem(before) ? undefined : unpaid(before);
    const is = isProblem(after) ? undefined : unpaid(after);
    // Interest that was waived or fell due where there was none is no news.
    if (was !== undefined && is !== undefined && (texts.length === 0 || (isZero(was) && isZero(is)))) return;
    const what = [...new Set(texts)].sort().join(", ");
    this.#add({
      ...this.#place(moment),
      kind: is === undefined ? "problem" : "account",
      section: [...sections].sort().join(", "),
      name,
      ...(was === undefined ? {} : { from: toDecimalText(was) }),
      ...(is === undefined ? { to: null } : { to: toDecimalText(is) }),
      ...(was === undefined || is === undefined ? {} : { amount: toDecimalText(withinDigitLimit(subtract(is, was))) }),
      unit: "USD",
      text: `${name}: ${what}${is === undefined ? "" : `; ${renderValue(is, money)} unpaid`}`,
    });
  }

  defaultCondition({ defaultCondition, kind, occurrence, deadline }: DefaultMove, moment: Moment): void {
    const words = {
      occurs: "occurs",
      ends: "ends",
      pending: "is pending",
      clears: "is cured in time",
      problem: "cannot be told",
    };
    const of = occurrence?.id === undefined ? "" : ` (${occurrence.id})`;
    const until = deadline === undefined ? "" : ` until the end of ${formatDate(deadline)}`;
    this.#add({
      ...this.#place(moment),
      kind: kind === "problem" ? "problem" : "default",
      section: defaultCondition.section,
      name: defaultCondition.family,
      text: `${defaultCondition.family} under ${defaultCondition.section}${of} ${words[kind]}${until}`,
    });
  }

  /** The last entry about a name up to a point. */
  lastAbout(name: string, point: number): JournalEntry | undefined {
    return this.entries.findLast((entry, index) => entry.name === name && (this.#points[index] as number) <= point);
  }

  #place({ day }: Moment): Pick<JournalEntry, "on"> & { event?: string } {
    const id = this.#cause?.id ?? this.#cause?.type.name;
    return { on: formatDate(day), ...(id === undefined ? {} : { event: id }) };
  }

  #add(entry: JournalEntry): void {
    this.#points.push(this.#run.now.point);
    if (this.entries.length >= this.#run.limits.journalEntries) throw new LimitReached("journalEntries");
    this.entries.push(entry);
  }
}

function fieldsOf({ fields, type }: Occurrence): string {
  const given = [...type.fields.values()].flatMap(({ name, type: fieldType, initial }) => {
    const value = fields.get(name);
    if (value === undefined || isProblem(value) || initial !== undefined) return [];
    return [`${name} ${renderValue(value, fieldType)}`];
  });
  return given.length === 0 ? "" : `: ${given.join(", ")}`;
}

function isSame(a: Result, b: Result): boolean {
  if (isProblem(a) || isProblem(b)) return a instanceof Absent && b instanceof Absent;
  return typeof a === "object" && typeof b === "object" ? equal(a as Exact, b as Exact) : a === b;
}

const isFailure = (value: Result) => isProblem(value) && !(value instanceof Absent);

function plain(value: Result, type: ValueType): AnswerValue | null {
  return isProblem(value) ? null : plainValue(value as Exact, type);
}

function shown(value: Result, type: ValueType): string {
  if (value instanceof Absent) return "not set";
  return isProblem(value) ? problemText(value) : renderValue(value as Exact, type);
}

function problemText(problem: Problem): string {
  return problem instanceof Absent ? problemWords(problem) : `unknown: ${problemWords(problem)}`;
}

function verb(from: Result | undefined, to: Result): string {
  const figures = [from, to].every((value) => typeof value === "object" && !isProblem(value));
  if (from === undefined) return "starts at";
  if (!figures) return "becomes";
  return compare(to as Exact, from as Exact) > 0 ? "rises to" : "falls to";
}
