/** The plan that the bulk bench runs on the three-year note, and the same as the scenario that it makes. */
import type { BulkSetting } from "../src/bulk/setting.ts";
import type { CoreProgram, Plan } from "../src/core/core.ts";
import { builtInCalendar } from "../src/units/calendars/built-in.ts";
import { exact } from "../src/units/exact.ts";
import { asPlainDate } from "../src/units/plain-date.ts";
import type { Day } from "./baseline/days.ts";
import { businessDaysAfter, day, isBusinessDay, monthEnd, quarterEnd, textOf } from "./baseline/days.ts";
import { benchTemplate } from "./cases.ts";

export const terms = {
  from: day("2006-01-03"),
  maturity: day("2009-01-05"),
  principal: 3_000_000,
  shares: 400_000_000,
};
export const monthly = 50_000;
export const quarterly = 20_000;

/** Days with a row: business days, and a hundred of them before the note. */
export const rowDays: readonly Day[] = Array.from(
  { length: terms.maturity - day("2005-08-01") + 1 },
  (_, index) => day("2005-08-01") + index,
).filter(isBusinessDay);

export const template = benchTemplate("three-year", "three-year.plans");
export const { program } = template;

export const plan = planOf(program);

function planOf({ plans = [] }: CoreProgram): Plan {
  const [found] = plans;
  if (found === undefined) throw new Error("the note of the bench has a plan");
  return found;
}

export const metrics = [
  "Outstanding Principal",
  "Common Stock Outstanding",
  "Accrued Interest",
  "Conversion Price",
  "Late Delivery Payments",
] as const;

export function setting(): BulkSetting {
  const calendar = builtInCalendar("us-bank");
  if (calendar === undefined) throw new Error("no calendar");
  return {
    terms: new Map([
      ["Principal", exact(terms.principal)],
      ["Shares Outstanding", exact(terms.shares)],
    ]),
    readings: new Map(),
    calendar,
    rowDays: rowDays.map(asPlainDate),
    last: asPlainDate(terms.maturity),
    metrics,
  };
}

/** A walk from seven cents, in ticks of a hundredth of a cent, for each row. */
export function fillPath(seed: number, low: Float64Array): void {
  let state = (Math.imul(seed + 1, 2_654_435_769) ^ 88_172_645) >>> 0 || 1;
  let price = 700;
  for (let row = 0; row < low.length; row += 1) {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    price += ((state >>> 8) % 81) - 40;
    if (price > 1_200) price = 1_200;
    if (price < 100) price = 100;
    low[row] = (price - (state & 31)) / 10_000;
  }
}

export interface PlannedEvent {
  readonly on: Day;
  readonly kind: "conversion" | "delivery" | "payment" | "report";
  /** Of a delivery: the month of its conversion. */
  readonly month: number;
}

/** What the plan gives, by day, as somebody would list it for this note alone. */
export function plannedEvents(): PlannedEvent[] {
  const events: PlannedEvent[] = [];
  for (let month = 0; month < 37; month += 1) {
    const first = monthEnd(terms.from, month - 1) + 1;
    const on = isBusinessDay(first) ? first : businessDaysAfter(first, 1);
    events.push({ on, kind: "conversion", month });
    const delivered = businessDaysAfter(on, 3);
    events.push({ on: delivered, kind: "delivery", month });
    events.push({ on: first + 19, kind: "report", month });
    const payment = businessDaysAfter(first - 1, 2);
    if (first - 1 === quarterEnd(first - 1)) events.push({ on: payment, kind: "payment", month });
  }
  return events.filter(({ on }) => on >= terms.from && on <= terms.maturity).toSorted((a, b) => a.on - b.on);
}

export function scenarioOf(): string {
  const events = plannedEvents().map(({ on, kind, month }) => {
    const date = textOf(on);
    if (kind === "conversion") {
      return { on: date, event: "Notice of Conversion", id: `c${month}`, "Principal Converted": String(monthly) };
    }
    if (kind === "delivery") return { on: date, event: "Shares Delivered", for: `c${month}` };
    if (kind === "report") return { on: date, event: "Holder Position Reported", Shares: "1000000" };
    return { on: date, event: "Interest Paid", Amount: String(quarterly) };
  });
  return JSON.stringify({
    scenario: "planned",
    note: "three-year",
    terms: { Principal: String(terms.principal), "Shares Outstanding": String(terms.shares) },
    market: "market.csv",
    events,
    ask: metrics.map((value) => ({ value, on: textOf(terms.maturity) })),
  });
}

export function marketOf(low: Float64Array): string {
  const rows = rowDays.map((on, row) => {
    const price = (low[row] ?? 0).toFixed(4);
    return `${textOf(on)},${[price, price, price, price, price].join(",")},1000`;
  });
  return `date,open,high,low,close,vwap,volume\n${rows.join("\n")}\n`;
}
