/** The stretch of time that a random timeline plays in, and days drawn from it. */
import type { Draw } from "../../support/random-note/draw.ts";
import type { Day, Holidays } from "./days.ts";
import { businessDaysAfter, lastOfMonth, monthOf } from "./days.ts";

export type Pick = <T>(...choices: readonly T[]) => T;

/** The stretch of a timeline, with the days on which something is more likely to matter. */
export interface Stretch {
  readonly from: Day;
  readonly until: Day;
  readonly holidays: Holidays;
  readonly draw: Draw;
  readonly pick: Pick;
  /** Days that are drawn again and again, so that events meet. */
  readonly days: Day[];
}

/** Any day, the end of a month, a day beside one, a day drawn before. */
export function randomDay({ from, until, holidays, draw, pick, days }: Stretch): Day {
  const any = from + 1 + draw(until - from);
  const day = pick(any, any, lastOfMonth(monthOf(any)), lastOfMonth(monthOf(any)) + 1, pick(any, ...days));
  return pick(day, day, businessDaysAfter(1, day, holidays));
}
