/** Section 9(a): when a notice takes effect. Section 7: what breaches a negative covenant. */
import type { Day } from "./base/days.ts";
import { dayOf } from "./base/days.ts";
import type { Market } from "./base/market.ts";
import { businessDaysAfter } from "./base/market.ts";
import type { WrittenEvent } from "./base/story.ts";

/** By facsimile from 17:30 on, the next day; by courier, the second Business Day; by mail, on receipt. */
export function noticeDate(market: Market, event: WrittenEvent): Day | null {
  const on = dayOf(event.on);
  switch (event.Method) {
    case "facsimile":
      return facsimileDate(event);
    case "courier":
      return businessDaysAfter(market, on, 2);
    case "mail": {
      const received = event.Received;
      return typeof received === "string" ? dayOf(received) : null;
    }
    default:
      return on;
  }
}

export const facsimileDate = (event: WrittenEvent) =>
  dayOf(event.on) + (event.at !== undefined && event.at >= "17:30" ? 1 : 0);

/** 4(a): the date in the notice, where it is later than the notice itself. */
export function conversionDate(event: WrittenEvent): Day {
  const written = event["Conversion Date"];
  return Math.max(facsimileDate(event), typeof written === "string" ? dayOf(written) : 0);
}

/** 7(a) to (f): what was not permitted; for the charter and cash dividends nothing is. */
export const isBreach = (event: WrittenEvent) =>
  event.Permitted !== true || event.event === "Charter Amended" || event.event === "Cash Dividend Paid";
