/** Whether a calendar rule has its day, and for what it fires then. */
import type { PlainDate } from "../../../units/plain-date.ts";
import type { CalendarRule } from "../../compile/machine.ts";
import type { Binding, Moment } from "../../state/run.ts";
import type { Problem } from "../../values/problem.ts";
import { isProblem } from "../../values/problem.ts";

const once: readonly undefined[] = [undefined];
const never: readonly undefined[] = [];

/**
 * Once on the day of its date, or for each row of its schedule on the day of the row; why that is not known. `seen` gets the
 * date of a rule that has one.
 */
export function firedFor(
  rule: CalendarRule,
  moment: Moment,
  seen?: (date: PlainDate | Problem) => void,
): readonly (Binding | undefined)[] | Problem {
  if (rule.rows === undefined) {
    const date: PlainDate | Problem = rule.date(moment, undefined);
    seen?.(date);
    if (isProblem(date)) return date;
    return date === moment.day ? once : never;
  }
  const rows = rule.rows(moment, undefined);
  if (isProblem(rows)) return rows;
  if (rows.open !== undefined && moment.day >= rows.open.from) return rows.open.because;
  return rows.byDate.get(moment.day)?.map((occurrence) => ({ occurrence, outer: undefined })) ?? never;
}
