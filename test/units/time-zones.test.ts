/** Clocks of other places: against the zones of the platform that runs the tests, and by hand. */
import { expect, test } from "vitest";
import { placesOfTime as placesInText } from "../../grammar/forms/places.ts";
import { namesOfPlaces, placeOfTime, placesOfTime, timeElsewhere } from "../../src/units/calendars/time-zones.ts";
import type { PlainDate } from "../../src/units/plain-date.ts";
import { formatDate, parseDate } from "../../src/units/plain-date.ts";
import type { TimeOfDay } from "../../src/units/time-of-day.ts";
import { parseTime } from "../../src/units/time-of-day.ts";

const day = (text: string) => parseDate(text) as PlainDate;
const at = (text: string) => parseTime(text) as TimeOfDay;
const there = (on: string, time: string, from: string, to: string) => timeElsewhere(day(on), at(time), from, to);

test.each([
  // Five hours, but four where New York has summer time and London not yet: from 9 to 30 March 2025.
  ["2025-01-07", "17:00", "New York", "London", 22 * 60],
  ["2025-03-10", "17:00", "New York", "London", 21 * 60],
  ["2025-07-07", "17:00", "London", "New York", 12 * 60],
  ["2025-01-07", "17:00", "London", "Oslo", 18 * 60],
  // Nine hours ahead: two in the morning of the next day.
  ["2025-01-07", "17:00", "London", "Tokyo", 26 * 60],
  ["2025-01-07", "05:00", "Tokyo", "London", -4 * 60],
  // In January Sydney is eleven hours ahead, in July ten.
  ["2025-01-07", "09:00", "Sydney", "UTC", -2 * 60],
  ["2025-07-07", "09:00", "Sydney", "UTC", -60],
  // 2006, before the law of 2005 took effect: the first Sunday of April is the 2nd, the last of October the 29th.
  ["2006-03-20", "12:00", "New York", "UTC", 17 * 60],
  ["2006-04-02", "12:00", "New York", "UTC", 16 * 60],
  ["2006-10-28", "12:00", "New York", "UTC", 16 * 60],
  ["2006-10-29", "12:00", "New York", "UTC", 17 * 60],
] as const)("%s %s %s in %s", (on, time, from, to, expected) => {
  expect(there(on, time, from, to)).toEqual({ time: expected, isSkipped: false, isTwice: false });
});

test("a time that the clock skips goes by that before, one that it shows twice is the first", () => {
  // At two on 9 March 2025 clocks go to three; at two on 2 November back to one.
  expect(there("2025-03-09", "02:30", "New York", "UTC")).toEqual({ time: 7.5 * 60, isSkipped: true, isTwice: false });
  expect(there("2025-11-02", "01:30", "New York", "UTC")).toEqual({ time: 5.5 * 60, isSkipped: false, isTwice: true });
  expect(there("2025-11-02", "02:00", "New York", "UTC")).toEqual({ time: 7 * 60, isSkipped: false, isTwice: false });
});

test("outside the years of the rules, and of another place, nothing is known", () => {
  expect(there("2007-12-31", "12:00", "Sydney", "UTC")).toBeUndefined();
  expect(there("2100-01-01", "12:00", "London", "UTC")).toBeUndefined();
  expect(there("2025-01-01", "12:00", "Gotham", "UTC")).toBeUndefined();
  expect([placeOfTime("New York City"), placeOfTime("CET"), placeOfTime("Gotham")]).toEqual([
    "New York",
    "Frankfurt",
    undefined,
  ]);
});

const zones: Readonly<Record<string, string>> = {
  "New York": "America/New_York",
  Chicago: "America/Chicago",
  "Los Angeles": "America/Los_Angeles",
  Frankfurt: "Europe/Berlin",
  Milan: "Europe/Rome",
  Tokyo: "Asia/Tokyo",
  "Hong Kong": "Asia/Hong_Kong",
  Singapore: "Asia/Singapore",
  Sydney: "Australia/Sydney",
  UTC: "UTC",
};

// The platform knows the past as it was, and the years to come by the same laws as these rules.
test.each(placesOfTime)("the clock of %s on each noon of Greenwich, from 2008 to 2037", (place) => {
  const format = new Intl.DateTimeFormat("sv-SE", {
    timeZone: zones[place] ?? `Europe/${place}`,
    dateStyle: "short",
    timeStyle: "short",
  });
  const wrong: string[] = [];
  for (let on = day("2008-01-01"); on <= day("2037-12-31"); on = (on + 1) as PlainDate) {
    const minutes = timeElsewhere(on, at("12:00"), "UTC", place)?.time ?? 0;
    const [shift, clock] = [Math.floor(minutes / 1440), ((minutes % 1440) + 1440) % 1440];
    const text = `${formatDate((on + shift) as PlainDate)} ${String(Math.floor(clock / 60)).padStart(2, "0")}:${String(clock % 60).padStart(2, "0")}`;
    if (format.format(new Date(on * 86_400_000 + 43_200_000)) !== text) wrong.push(`${formatDate(on)} ${text}`);
  }
  expect(wrong).toEqual([]);
});

test("a template reads every name of a place that a scenario does", () => {
  expect([...placesInText].toSorted()).toEqual(namesOfPlaces.toSorted());
});
