import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/span.ts";
import type { ReportedMoment } from "../../units/calendars/time-zones.ts";
import { formatDate } from "../../units/plain-date.ts";
import { formatTime } from "../../units/time-of-day.ts";

/** A time by the clock of another place that falls on another day here, or that this clock skips or shows twice. */
export function oddTimes({ on, at, elsewhere }: ReportedMoment, span: Span): Diagnostic[] {
  const { place, here, isSkipped, isTwice } = elsewhere;
  const facts = { time: formatTime(elsewhere.at), place, day: formatDate(elsewhere.on), here };
  const shown = { hereTime: formatTime(at), hereDay: formatDate(on) };
  const how = isSkipped ? "is skipped" : "comes twice";
  return [
    ...(on === elsewhere.on ? [] : [diagnostic("TN4093", span, { ...facts, ...shown })]),
    ...(isSkipped || isTwice ? [diagnostic("TN4094", span, { ...facts, ...shown, how })] : []),
  ];
}
