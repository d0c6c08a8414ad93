import type { DayRange, DayWindow } from "../../syntax/ast.ts";
import { plainNumber } from "../../units/value-type.ts";
import type { Inference } from "./inference.ts";
import { inferSetKind } from "./inference.ts";
import type { Scope } from "./scope.ts";

/** The ends of a stretch of days are dates, its length a number, and neither is ever missing. */
export function inferRange(range: DayRange | DayWindow, scope: Scope, context: Inference): void {
  if (range.kind === "DayWindow") {
    inferSetKind(context, range.count, scope, plainNumber, "The number of days", "a number of days");
    inferSetKind(context, range.ending, scope, "date", "The end of these days", "a stretch of days");
    return;
  }
  inferSetKind(context, range.from, scope, "date", "The first of these days", "a stretch of days");
  inferSetKind(context, range.to, scope, "date", "The last of these days", "a stretch of days");
}

/** Whether there is always a day in it: a window of so many days always has them, or is an error of the data. */
export function hasDays(range: DayRange | DayWindow): boolean {
  return range.kind === "DayWindow" && !(range.count.kind === "NumberLiteral" && Number(range.count.digits) === 0);
}
