import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Span } from "../source/span.ts";
import type { PlainDate } from "../units/plain-date.ts";
import { dateOf, earliestDate, formatDate, lastOfMonth, latestDate, partsOf } from "../units/plain-date.ts";

/** Why a text that `parseDate` does not take is no date, and what to write. */
export function notADate(text: string, span: Span): Diagnostic {
  const [problem, help] = whyNoDate(text);
  return diagnostic("TN5006", span, { text, problem }, [], { help });
}

function whyNoDate(text: string): readonly [problem: string, help: string] {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) {
    return ["it is not written as in 2024-02-29", "write year, month and day with hyphens, as in 2024-02-29"];
  }
  const [year, month] = [Number(parts[1]), Number(parts[2])];
  const first = dateOf(year, month, 1);
  if (first !== undefined) {
    const last = lastOfMonth(first);
    return [`that month has ${partsOf(last).day} days`, rangeHelp(first, last)];
  }
  if (month < 1 || month > 12) return ["there is no such month", "write the month as 01 to 12, after the year"];
  return ["the year is out of range", rangeHelp(earliestDate, latestDate)];
}

const rangeHelp = (first: PlainDate, last: PlainDate): string =>
  `write a day from ${formatDate(first)} to ${formatDate(last)}`;
