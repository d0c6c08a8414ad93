/**
 * The three-year note and its plan over one price path, as somebody would write it for this note alone: doubles, one loop
 * over what happens. three-year-path.cpp is the same in C++.
 */
import type { PlannedEvent } from "../bulk-case.ts";
import { plannedEvents, rowDays, terms } from "../bulk-case.ts";
import type { Day } from "./days.ts";
import { businessDaysAfter, isBusinessDay, monthEnd, quarterEnd } from "./days.ts";

/** Principal, shares outstanding, unpaid interest, conversion price, late delivery payments. */
export type PathResult = Float64Array;

interface Happening {
  readonly on: Day;
  readonly kind: 0 | 1 | 2 | 3 | 4;
  /** The first row of what is looked at, and the row behind the last. */
  readonly from: number;
  readonly to: number;
  readonly isQuarterEnd: boolean;
  readonly payableOn: Day;
}

const kinds = { conversion: 0, delivery: 1, payment: 2, report: 3 } as const;

const rowsBefore = (on: Day) => rowDays.filter((day) => day < on).length;

/** All that happens, in the order in which it does; the calendar is the same on every path. */
export function happenings(): Happening[] {
  const events = plannedEvents().map(({ on, kind }: PlannedEvent): Happening => {
    const to = rowsBefore(on);
    return { on, kind: kinds[kind], from: to - 20, to, isQuarterEnd: false, payableOn: on };
  });
  const ends: Happening[] = [];
  for (let on = monthEnd(terms.from); on <= terms.maturity; on = monthEnd(on, 1)) {
    const first = Math.max(monthEnd(on, -1) + 1, terms.from);
    ends.push({
      on,
      kind: 4,
      from: rowsBefore(first),
      to: rowsBefore(on + 1),
      isQuarterEnd: quarterEnd(on) === on,
      payableOn: isBusinessDay(on) ? on : businessDaysAfter(on, 1),
    });
  }
  return [...events, ...ends].toSorted((a, b) => a.on - b.on || a.kind - b.kind);
}

function averageOfLowest(low: Float64Array, from: number, to: number): number {
  let [first, second, third] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let row = from; row < to; row += 1) {
    const price = low[row] as number;
    if (price >= third) continue;
    if (price >= second) third = price;
    else if (price >= first) {
      third = second;
      second = price;
    } else {
      third = second;
      second = first;
      first = price;
    }
  }
  return (first + second + third) / 3;
}

export class PathNote {
  readonly #all = happenings();
  readonly #items = new Float64Array(16);
  readonly #paid = new Float64Array(16);
  readonly result: PathResult = new Float64Array(5);

  run(low: Float64Array): void {
    const all = this.#all;
    const [items, paid] = [this.#items, this.#paid];
    items.fill(0);
    paid.fill(0);
    let principal = terms.principal;
    let outstanding = terms.shares;
    let position = 0;
    let [month, earlier, itemCount] = [0, 0, 0];
    let accruedTo = terms.from;
    for (let index = 0; index < all.length; index += 1) {
      const { on, kind, from, to, isQuarterEnd } = all[index] as Happening;
      month += (principal * 0.08 * (on - accruedTo)) / 365;
      accruedTo = on;
      if (kind === 0) {
        if (principal <= 0) continue;
        const room = Math.max(0, (0.0499 * outstanding - position) / 0.9501);
        const price = Math.min(0.5 * averageOfLowest(low, from, to), 0.05);
        const entitled = Math.max(0, Math.min(50_000, principal, room * price));
        const shares = Math.floor((entitled / price) * (1 + 2 ** -44));
        principal -= entitled;
        outstanding += shares;
        position += shares;
      } else if (kind === 2) {
        let left = 20_000;
        for (let item = 0; item < itemCount && left > 0; item += 1) {
          const taken = Math.min(left, (items[item] as number) - (paid[item] as number));
          paid[item] = (paid[item] as number) + taken;
          left -= taken;
        }
      } else if (kind === 3) position = 1_000_000;
      else if (kind === 4) {
        let isExempt = true;
        for (let row = from; row < to; row += 1) {
          if ((low[row] as number) > 0.0375) continue;
          isExempt = false;
          break;
        }
        // The month's last day is accrued behind the rules of its end, and to nothing where the month is waived.
        earlier += isExempt ? 0 : month;
        const lastDay = isExempt ? 0 : (principal * 0.08) / 365;
        if (isQuarterEnd) {
          items[itemCount] = earlier;
          itemCount += 1;
          earlier = 0;
        }
        month = 0;
        earlier += lastDay;
        accruedTo = on + 1;
      }
    }
    month += (principal * 0.08 * (terms.maturity - accruedTo)) / 365;
    let unpaid = month + earlier;
    for (let item = 0; item < itemCount; item += 1) unpaid += (items[item] as number) - (paid[item] as number);
    const last = rowsBeforeMaturity;
    this.result[0] = principal;
    this.result[1] = outstanding;
    this.result[2] = unpaid;
    this.result[3] = Math.min(0.5 * averageOfLowest(low, last - 20, last), 0.05);
    // What the plan gives is delivered on the last day of its time.
    this.result[4] = 0;
  }
}

const rowsBeforeMaturity = rowsBefore(terms.maturity);
