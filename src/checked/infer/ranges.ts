import type { DayRange, DayWindow } from "../../syntax/ast.ts";
import { plainNumber } from "../../units/value-type.ts";
import type { Inference } from "./inference.ts";
import { inferKind, requireValue } from "./inference.ts";
import type { Scope } from "./scope.ts";

/** The ends of a stretch of days are dates, its length a number. Tells whether one of them can be without a value. */
export function inferRange(range: DayRange | DayWindow, scope: Scope, context: Inference): boolean {
  const parts =
    range.kind === "DayWindow"
      ? [
          inferKind(context, range.count, scope, plainNumber, "The number of days"),
          inferKind(context, range.ending, scope, "date", "The end of these days"),
        ]
      : [
          inferKind(context, range.from, scope, "date", "The first of these days"),
          inferKind(context, range.to, scope, "date", "The last of these days"),
        ];
  return parts.some((typed) => typed?.isOptional);
}

/** The same for a stretch that something is counted over that always has a value. */
export function inferSetRange(range: DayRange | DayWindow, scope: Scope, context: Inference): void {
  const isOptional = inferRange(range, scope, context);
  if (!isOptional) return;
  const [from, to] = range.kind === "DayWindow" ? [range.count, range.ending] : [range.from, range.to];
  for (const end of [from, to]) {
    const typed = context.infer(end, scope);
    if (typed) requireValue(context, end, typed, "a stretch of days");
  }
}

/** Whether there is always a day in it: a window of so many days always has them, or is an error of the data. */
export function hasDays(range: DayRange | DayWindow): boolean {
  return range.kind === "DayWindow" && !(range.count.kind === "NumberLiteral" && Number(range.count.digits) === 0);
}
