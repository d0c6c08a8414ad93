/** Times counted from times, and times as the clock of another place shows them. */
import { invariant } from "../../../base/invariant.ts";
import type { TimeElsewhere, TimeShift } from "../../../core/core.ts";
import { timeElsewhere } from "../../../units/calendars/time-zones.ts";
import { exact, multiply } from "../../../units/exact.ts";
import type { TimeOfDay } from "../../../units/time-of-day.ts";
import { asTimeOfDay } from "../../../units/time-of-day.ts";
import type { Code } from "../../state/run.ts";
import { Failure } from "../../values/problem.ts";
import type { Compiler, CompilerOf } from "../compiler.ts";
import { wholeNumber } from "./dates.ts";
import { withTwo } from "./operands.ts";

type Kinds = "TimeElsewhere" | "TimeShift";

export const timeCompilers: { readonly [K in Kinds]: CompilerOf<K> } = {
  TimeElsewhere: compileElsewhere,
  TimeShift: compileTimeShift,
};

function compileElsewhere(
  { place, time, on, span }: TimeElsewhere,
  { clock, day, program }: Compiler,
): Code<TimeOfDay> {
  const { place: here } = program;
  invariant(here !== undefined, "a note that reads another clock says by which its own times go");
  return withTwo(clock(time), day(on), (shown, date) => {
    const found = timeElsewhere(date, shown, place, here);
    return (
      found?.time ?? new Failure("missing data", { kind: "clock out of reach", places: [place, here], on: date }, span)
    );
  });
}

function compileTimeShift({ count, minutes, direction, from, span }: TimeShift, compiler: Compiler): Code<TimeOfDay> {
  const { figure, clock } = compiler;
  const sign = { after: 1, before: -1 }[direction];
  return withTwo(clock(from), figure(count), (time, counted) => {
    const product = multiply(counted, exact(minutes));
    const by = product && wholeNumber(product);
    if (by === undefined) return new Failure("undefined", { kind: "no whole number", of: "minutes" }, span);
    return asTimeOfDay(time + sign * by);
  });
}
