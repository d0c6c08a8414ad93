import { ProblemList } from "../diagnostics/problem-list.ts";
import type { Result } from "../diagnostics/result.ts";
import { SourceFile } from "../source/source-file.ts";
import type { Calendar } from "../units/business-days.ts";
import { calendarFromHolidays } from "../units/business-days.ts";
import type { PlainDate } from "../units/plain-date.ts";
import { dateIn, eachRow, noRows, readCsv } from "./csv.ts";

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
  const problems = new ProblemList();
  const holidays: PlainDate[] = [];
  eachRow(table, problems, (row) => {
    const day = dateIn(row, places[0] ?? 0, source, problems);
    if (day !== undefined) holidays.push(day);
  });
  if (table.rowCount === 0) return { ok: false, diagnostics: [noRows(table, columns)] };
  if (!problems.isEmpty) return { ok: false, diagnostics: problems.list() };
  return { ok: true, value: calendarFromHolidays(fileName, holidays) };
}
