import type { DayRange, DayWindow } from "../../checked/ast.ts";
import type * as core from "../core.ts";
import type { Lowering, Place } from "./lowering.ts";

export function lowerDays(
  days: DayRange | DayWindow,
  lowering: Lowering,
  place: Place,
): core.DayRange | core.DayWindow {
  if (days.kind === "DayWindow") {
    const { kind, unit } = days;
    return { kind, count: lowering.lower(days.count, place), unit, ending: lowering.lower(days.ending, place) };
  }
  const { kind, unit, fromIncluded, toIncluded } = days;
  const from = lowering.lower(days.from, place);
  return { kind, unit, from, fromIncluded, to: lowering.lower(days.to, place), toIncluded };
}
