/** The dates of schedules. */
import type * as cst from "../../../../grammar/cst.generated.d.ts";
import { dayOfYearIn } from "../../../../grammar/forms/written-dates.ts";
import type { Token } from "../../../../grammar/tokens.ts";
import { spanFrom, textOf } from "../../../source/span.ts";
import type * as ast from "../../ast.ts";
import { cycleUnit, lowerChain, lowerMoved, lowerOperand, lowerRange, lowerValue } from "../expressions.ts";
import type { Lowering } from "../lowering.ts";
import { first, meaningIn, wordOf } from "../lowering.ts";
import { oneLineEach } from "./parts.ts";

type ScheduleParts = Omit<ast.ScheduleDeclaration, "kind" | "name" | "span">;

export function lowerSchedule(
  it: Lowering,
  { children: { cycleDates, joinedDates } }: cst.ScheduleCstNode,
): ScheduleParts {
  if (cycleDates) return lowerCycleDates(it, first(cycleDates));
  const node = first(joinedDates);
  const { datesPart, begins } = node.children;
  const parts = datesPart.map((part): ast.DatesPart => {
    const { date, rowOwner } = part.children;
    const each = rowOwner && { each: it.name(first(first(rowOwner).children.Name)) };
    return { kind: "DatesPart", date: lowerOperand(it, first(date)), ...each, span: it.span(part) };
  });
  return {
    dates: { kind: "JoinedDates", parts, span: it.span(node) },
    ...(begins && { begins: lowerValue(it, first(begins)) }),
  };
}

function lowerCycleDates(it: Lowering, node: cst.CycleDatesCstNode): ScheduleParts {
  const { children: c } = node;
  oneLineEach(it, c.CountedFromLine, c.FirstPeriodBeginsLine, c.FirstPeriodLine, c.LastPeriodLine, c.MonthEndsLine);
  const [cycle, range] = [lowerCycle(it, c), lowerRange(it, first(c.range))];
  const inVain = (line: readonly Token[] | undefined, because: string) => {
    if (line) it.report("TN1052", it.tokenSpan(first(line)), { line: wordOf(first(line)), because });
  };
  const countsMonths = cycle.kind === "Interval" && (cycle.unit === "month" || cycle.unit === "year");
  if (!countsMonths) inVain(c.MonthEndsLine, "only dates that are months or years apart have month ends to keep");
  if (cycle.kind === "DaysOfYear") inVain(c.CountedFromLine, "days of the year are counted from no other day");
  if (!range.toIncluded) inVain(c.LastPeriodLine, "the last day is not one of the dates");
  const dates: ast.CycleDates = {
    kind: "CycleDates",
    cycle,
    range,
    ...(c.convention && { moved: lowerMoved(it, c.convention, c.unit) }),
    ...(c.anchor && { anchor: lowerValue(it, first(c.anchor)) }),
    ...(c.firstPeriod && { firstPeriod: meaningIn("stub", c.firstPeriod) }),
    ...(c.lastPeriod && { lastPeriod: meaningIn("stub", c.lastPeriod) }),
    ...(c.Kept && { keepsMonthEnds: true as const }),
    span: it.span(node),
  };
  return { dates, ...(c.begins && { begins: lowerValue(it, first(c.begins)) }) };
}

function lowerCycle(
  it: Lowering,
  { Every, dayOfYear, count, TimeUnit }: cst.CycleDatesCstChildren,
): ast.CycleDates["cycle"] {
  const opening = it.tokenSpan(first(Every));
  if (dayOfYear) {
    const days = dayOfYear.map((token) => ({ ...dayOfYearIn(token.image), span: it.tokenSpan(token) }));
    for (const { day, month, span } of days) {
      if (day < 1 || day > (daysOfMonths[month - 1] ?? 0)) it.report("TN1050", span, { day: textOf(span) });
    }
    return { kind: "DaysOfYear", days, span: spanFrom(opening, first(days.slice(-1)).span) };
  }
  const unit = first(TimeUnit);
  const span = spanFrom(opening, it.tokenSpan(unit));
  return { kind: "Interval", ...(count && { count: lowerChain(it, first(count)) }), unit: cycleUnit(it, unit), span };
}

const daysOfMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
