import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Span } from "../source/span.ts";
import { dateOf, earliestDate, formatDate, lastOfMonth, latestDate, partsOf } from "../units/plain-date.ts";

/** Why a text that `parseDate` does not take is no date, and what to write. */
export function notADate(text: string, span: Span): Diagnostic {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) {
    return diagnostic("TN5006", span, { text, problem: "it is not written as in 2024-02-29" }, [], {
      help: "write year, month and day with hyphens, as in 2024-02-29",
    });
  }
  const [year, month] = [Number(parts[1]), Number(parts[2])];
  const first = dateOf(year, month, 1);
  if (first !== undefined) {
    const last = lastOfMonth(first);
    const problem = `that month has ${partsOf(last).day} days`;
    const help = `write a day from ${formatDate(first)} to ${formatDate(last)}`;
    return diagnostic("TN5006", span, { text, problem }, [], { help });
  }
  if (month < 1 || month > 12) {
    const problem = "there is no such month";
    return diagnostic("TN5006", span, { text, problem }, [], { help: "write the month as 01 to 12, after the year" });
  }
  const problem = "the year is out of range";
  const help = `write a day from ${formatDate(earliestDate)} to ${formatDate(latestDate)}`;
  return diagnostic("TN5006", span, { text, problem }, [], { help });
}
