import type { PlainDate } from "../../units/plain-date.ts";
import { asPlainDate, formatDate } from "../../units/plain-date.ts";
import type { Answer } from "../../wording/outcome.ts";
import type { RunView } from "./run-source.ts";
import { namesWith } from "./run-source.ts";

/** A value of the note by day. */
export interface Series {
  readonly name: string;
  readonly section: string;
  readonly unit: string;
  readonly values: readonly DayValue[];
}

export interface DayValue {
  readonly day: PlainDate;
  readonly on: string;
  readonly answer: Answer | undefined;
  /** For drawing only: the digits that a screen shows. */
  readonly rough: number | undefined;
}

/** The days that charts show: trading days, days of the journal, the first and the last. */
export function chartDays({ start, lastDay, program, series, facts }: RunView): PlainDate[] {
  const traded = program.tradedSeries === undefined ? undefined : series.get(program.tradedSeries);
  const days = new Set<number>([start, lastDay, ...(traded?.days ?? []), ...facts.journal.map(({ day }) => day)]);
  return [...days]
    .filter((day) => day >= start && day <= lastDay)
    .toSorted((a, b) => a - b)
    .map(asPlainDate);
}

/** The value with a role on each day; undefined where the template marks none, or only one of an event. */
export function seriesOf(role: string, run: RunView, days: readonly PlainDate[]): Series | undefined {
  const [name] = namesWith(role, run);
  if (name === undefined) return undefined;
  const values = days.map((day) => {
    const answer = run.answer({ value: name, on: day });
    return { day, on: formatDate(day), answer, rough: roughly(answer) };
  });
  const known = values.find(({ answer }) => answer !== undefined && "unit" in answer)?.answer;
  if (known === undefined || !("unit" in known)) return undefined;
  return { name, section: known.section, unit: known.unit, values };
}

function roughly(answer: Answer | undefined): number | undefined {
  if (answer === undefined || !("unit" in answer) || typeof answer.answer !== "string") return undefined;
  const value = Number(answer.answer);
  return Number.isFinite(value) ? value : undefined;
}

/** The days that the table of a chart shows: the first, the last of each month, and those that matter by themselves. */
export function tableDays(values: readonly DayValue[], marked: ReadonlySet<string>): DayValue[] {
  return values.filter(({ on }, index) => {
    const next = values[index + 1];
    return index === 0 || next === undefined || next.on.slice(0, 7) !== on.slice(0, 7) || marked.has(on);
  });
}
