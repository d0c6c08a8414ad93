import type { PlainDate } from "../../src/units/plain-date.ts";

/**
 * The date as QuantLib for JavaScript takes it. It reads most parts of a date in UTC and the day of the year in the zone of
 * the machine, so the hour is one at which both have the same day: noon west of Greenwich, midnight east of it.
 */
export function inQuantLib(date: PlainDate): Date {
  const isWest = new Date(0).getTimezoneOffset() > 0;
  return new Date((date + (isWest ? 0.5 : 0)) * 24 * 60 * 60 * 1000);
}
