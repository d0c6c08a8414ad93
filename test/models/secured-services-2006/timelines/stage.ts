/** Where a random timeline is put together: its market, its dates and the events drawn so far. */
import type { Draw } from "../../../support/random-note/draw.ts";
import { pickFrom } from "../../../support/random-note/draw.ts";
import type { Day } from "../base/days.ts";
import { writtenDay } from "../base/days.ts";
import type { Market } from "../base/market.ts";
import { tradingDaysAfter } from "../base/market.ts";
import type { WrittenEvent } from "../base/story.ts";

export interface Stage {
  readonly draw: Draw;
  readonly market: Market;
  readonly issue: Day;
  readonly maturity: Day;
  readonly end: Day;
  /** Everything is done in time, so that interest can be paid in shares. */
  readonly isCalm: boolean;
  readonly events: WrittenEvent[];
}

type Fields = Readonly<Record<string, string | boolean | undefined>>;

export function add(stage: Stage, day: Day, event: string, fields: Fields = {}): void {
  if (day >= stage.issue && day <= stage.end) stage.events.push({ on: writtenDay(day), event, ...fields });
}

/** A name that no other event of the stage has. */
export const nextId = ({ events }: Stage, letter: string) => `${letter}${events.length + 1}`;

export const isLikely = ({ draw }: Stage, percent: number) => draw(100) < percent;
export const pick = <T>({ draw }: Stage, ...choices: readonly T[]) => pickFrom(draw, choices);

/** Any day after the issue; some fall on month ends and weekends of their own. */
export const someDay = ({ draw, issue, end }: Stage) => issue + 1 + draw(end - issue - 45);

/** The `count`th Trading Day after; the days after a weekend or holiday are found in their turn. */
export const trading = ({ market }: Stage, day: Day, count: number) =>
  count === 0 ? day : tradingDaysAfter(market, day, count);

/** In the order of their days; on one day those with a time come last, by their times, so the list is its own order. */
export function inOrder(events: readonly WrittenEvent[]): WrittenEvent[] {
  const key = ({ on, at = "" }: WrittenEvent) => `${on} ${at}`;
  return events.toSorted((one, other) => (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0));
}
