/** The dates of a schedule that is joined of days and of the dates of other schedules. */
import type { JoinedDates, Schedule } from "../../core/core.ts";
import { sizeOf } from "../../core/depth.ts";
import type { PlainDate } from "../../units/plain-date.ts";
import type { Code, Moment, Rows } from "../state/run.ts";
import type { Problem } from "../values/problem.ts";
import { Absent, isProblem } from "../values/problem.ts";
import type { DaysToMake } from "./dates-by-cycle.ts";
import type { TypedCompiler } from "./typed-compiler.ts";

export function compileJoined(
  { begins: beginning, span }: Schedule,
  { parts }: JoinedDates,
  { day }: TypedCompiler,
  rowsOf: (schedule: string) => Code<Rows>,
): Code<DaysToMake> {
  const beginsOf = beginning && day(beginning);
  const daysOfParts = parts.map(({ schedule, date }): Code<readonly PlainDate[]> => {
    const dayOf = day(date);
    if (schedule === undefined) {
      return (moment) => {
        const found = dayOf(moment, undefined);
        return isProblem(found) ? noneOr(found) : [found];
      };
    }
    const [rows, size] = [rowsOf(schedule), sizeOf(date)];
    return (moment) => {
      const all = rows(moment, undefined);
      if (isProblem(all)) return all;
      const days: PlainDate[] = [];
      for (const occurrence of all.all) {
        moment.run.evaluates(size, span);
        const found = dayOf(moment, { occurrence, outer: undefined });
        if (!isProblem(found)) days.push(found);
        else if (!(found instanceof Absent)) return found;
      }
      return days;
    };
  });
  return (moment: Moment) => {
    const begins = beginsOf?.(moment, undefined);
    if (isProblem(begins)) return begins;
    const days = new Set<PlainDate>();
    for (const daysOf of daysOfParts) {
      const found = daysOf(moment, undefined);
      if (isProblem(found)) return found;
      for (const it of found) days.add(it);
    }
    const inOrder = [...days].toSorted((a, b) => a - b);
    return { key: `${begins} ${inOrder.join(" ")}`, begins, days: () => ({ days: inOrder }) };
  };
}

/** A day without a value is no date. */
const noneOr = (problem: Problem): readonly PlainDate[] | Problem => (problem instanceof Absent ? [] : problem);
