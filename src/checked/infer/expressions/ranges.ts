import type { DayRange, DayWindow, Expression } from "../../../syntax/ast.ts";
import { plainNumber } from "../../../units/value-type.ts";
import type { Part } from "../../tree.ts";
import type { Inference } from "../inference.ts";
import { inferDay, inferFilter, inferKind, requireValue } from "../inference.ts";
import type { Scope } from "../scope.ts";
import { knowing, onOtherDay } from "../scope.ts";

/** The ends of a stretch of days are dates, its length a number. */
export function inferDays(days: DayRange | DayWindow, scope: Scope, context: Inference): Part<DayRange | DayWindow> {
  if (days.kind === "DayRange") return inferRange(days, scope, context);
  const count = inferKind(context, days.count, scope, plainNumber, "The number of days");
  const filter = days.where && inferFilter(context, days.where, onOtherDay(scope, context.symbols), "on which");
  const ending = inferDay(context, days.ending, scope, "The end of these days");
  return { ...days, count, ...(filter && { where: filter.where }), ending };
}

export function inferRange(range: DayRange, scope: Scope, context: Inference): Part<DayRange> {
  const from = inferDay(context, range.from, scope, "The first of these days");
  return { ...range, from, to: inferDay(context, range.to, scope, "The last of these days") };
}

/** The same for a stretch that something is counted over that always has a value. */
export function inferSetDays(days: DayRange | DayWindow, scope: Scope, context: Inference): Part<DayRange | DayWindow> {
  const checked = inferDays(days, scope, context);
  for (const end of endsOf(checked)) requireValue(context, end, "a stretch of days");
  return checked;
}

/** Whether an end can be without a value. */
export function isUnset(days: Part<DayRange | DayWindow>): boolean {
  return endsOf(days).some(({ isOptional }) => isOptional);
}

function endsOf(days: Part<DayRange | DayWindow>) {
  return days.kind === "DayWindow" ? [days.count, days.ending] : [days.from, days.to];
}

/** What is known of each of the days, as it was on that day: that what picks them holds. */
export function onEachDay(
  { days, where }: { readonly days: DayRange | DayWindow; readonly where?: Expression },
  scope: Scope,
  { symbols }: Inference,
): Scope {
  const counted = days.kind === "DayWindow" ? days.where : undefined;
  const picked = [where, counted].flatMap((it) => (it === undefined ? [] : [...onOtherDay(scope, symbols, it).facts]));
  return knowing(onOtherDay(scope, symbols), picked);
}

/** Whether there is always a day in it: a window of so many days always has them, or is an error of the data. */
export function hasDays(range: DayRange | DayWindow): boolean {
  return range.kind === "DayWindow" && !(range.count.kind === "NumberLiteral" && Number(range.count.digits) === 0);
}
