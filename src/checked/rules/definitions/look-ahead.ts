import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Checked } from "../../tree.ts";
import { expressionsOfKind } from "../../walk.ts";
import { shown } from "../../words.ts";
import type { CheckRule } from "../rule.ts";

/** `as of`, `at or before`, or a window of past days, at a date that is after today whatever today is. */
export const lookAhead: CheckRule = ({ statements }) => {
  const dates = [
    ...expressionsOfKind(statements, "AsOf").map(({ date }) => date),
    ...expressionsOfKind(statements, "MarketColumn").flatMap(({ date }) => date ?? []),
    ...expressionsOfKind(statements, "DaysFold").flatMap(({ days }) =>
      days.kind === "DayWindow" ? [days.ending] : [],
    ),
    ...expressionsOfKind(statements, "DaysTest").flatMap(({ days }) =>
      days.kind === "DayWindow" ? [days.ending] : [],
    ),
  ];
  return dates.filter(isAfterToday).map((date) => diagnostic("TN4002", date.span, { date: shown(date.span) }));
};

function isAfterToday(date: Checked): boolean {
  if (date.kind === "DateShift") {
    return isForward(date.count, date.direction) && (isTodayOrAfter(date.from) || isAfterToday(date.from));
  }
  if (date.kind === "DateStep" && date.relation === "after") return isTodayOrAfter(date.from);
  if (date.kind === "Adjusted") return movesNoneBack.has(date.convention) && isAfterToday(date.date);
  return date.kind === "DateStep" && date.relation === "on or after" && isAfterToday(date.from);
}

const movesNoneBack: ReadonlySet<string> = new Set(["following", "unadjusted"]);

function isTodayOrAfter(date: Checked): boolean {
  return (
    date.kind === "Today" ||
    isAfterToday(date) ||
    (date.kind === "Adjusted" && movesNoneBack.has(date.convention) && isTodayOrAfter(date.date)) ||
    (date.kind === "DateStep" && date.relation === "on or after" && isTodayOrAfter(date.from))
  );
}

/** So many days after, or less than none before. */
function isForward(count: Checked, direction: "after" | "before"): boolean {
  if (count.kind !== "NumberLiteral") return false;
  return direction === "after" ? Number(count.digits) > 0 : Number(count.digits) < 0;
}
