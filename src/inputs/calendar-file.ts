import { ProblemList } from "../diagnostics/problem-list.ts";
import type { Result } from "../diagnostics/result.ts";
import { SourceFile } from "../source/source-file.ts";
import type { Calendar } from "../units/business-days.ts";
import { calendarFromHolidays } from "../units/business-days.ts";
import type { PlainDate } from "../units/plain-date.ts";
import { parseDate } from "../units/plain-date.ts";
import { noRows, readCsv, rowProblem } from "./csv.ts";
import { notADate } from "./read-date.ts";

const columns = ["date", "holiday"];

/**
 * Reads a calendar file, CSV with the columns `date,holiday`: the days other than Saturdays and Sundays that are not business
 * days. The rows may come in any order, and a day may have two names. It covers whole years, from the first day's to the
 * last's. Each problem is a finding at its line, twenty at most and a count of the rest.
 */
export function readCalendar(text: string, fileName: string): Result<Calendar> {
  const source = new SourceFile(fileName, text);
  const csv = readCsv(source, columns);
  if (!csv.ok) return csv;
  const { table, columns: places } = csv.value;
  const dateColumn = places[0] ?? 0;
  const problems = new ProblemList();
  const holidays: PlainDate[] = [];
  for (let index = 0; index < table.rowCount; index++) {
    const row = table.row(index);
    const wrong = rowProblem(table, row);
    if (wrong !== undefined) {
      problems.push(wrong.span, () => wrong);
      continue;
    }
    const date = row.cell(dateColumn);
    const day = parseDate(date);
    const span = row.spanOf(dateColumn, source);
    if (day !== undefined) holidays.push(day);
    else problems.push(span, () => notADate(date, span));
  }
  if (table.rowCount === 0) return { ok: false, diagnostics: [noRows(table, columns)] };
  if (!problems.isEmpty) return { ok: false, diagnostics: problems.list() };
  return { ok: true, value: calendarFromHolidays(fileName, holidays) };
}
