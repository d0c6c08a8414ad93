import type { PlainDate } from "../plain-date.ts";
import { asPlainDate, dateOf, dayOfWeek, yearOf } from "../plain-date.ts";
import type { TimeOfDay } from "../time-of-day.ts";
import { asTimeOfDay, minutesOfDay } from "../time-of-day.ts";

/**
 * Clocks of the places that contracts name, by rules: how many minutes each is ahead of Greenwich, and when summer time begins and
 * ends. No zone of the machine comes into it. Later years are as the laws stand.
 */
interface Clock {
  /** Minutes ahead of Greenwich in winter. */
  readonly ahead: number;
  readonly summer: Summer | undefined;
  /** The first year of which the rule holds; the last is 2099. */
  readonly from: number;
}

/** The minutes since 1970 at which summer time begins and ends in a year, at Greenwich. */
type Summer = (year: number, ahead: number) => { readonly begins: number; readonly ends: number };

/** The nth Sunday of a month, or the last one, at a time of its day. */
function sunday(year: number, month: number, nth: number | "last", hour: number): number {
  const first = dateOf(year, month, nth === "last" ? 1 : 1 + 7 * (nth - 1)) ?? asPlainDate(0);
  const next = nth === "last" ? (dateOf(month === 12 ? year + 1 : year, (month % 12) + 1, 1) ?? first) : first;
  const day = nth === "last" ? next - 7 + ((7 - dayOfWeek(next)) % 7) : first + ((7 - dayOfWeek(first)) % 7);
  return day * minutesOfDay + hour * 60;
}

/** From the last Sunday of March to that of October, at one in Greenwich. */
const europe: Summer = (year) => ({ begins: sunday(year, 3, "last", 1), ends: sunday(year, 10, "last", 1) });

/** By the clock's own two in the morning; before 2007 from the first Sunday of April to the last of October. */
const unitedStates: Summer = (year, ahead) => {
  const [begins, ends] =
    year >= 2007
      ? [sunday(year, 3, 2, 2), sunday(year, 11, 1, 1)]
      : [sunday(year, 4, 1, 2), sunday(year, 10, "last", 1)];
  return { begins: begins - ahead, ends: ends - ahead };
};

/** Summer goes over the turn of the year: it ends on the first Sunday of April and begins on that of October. */
const australia: Summer = (year, ahead) => ({
  begins: sunday(year, 10, 1, 2) - ahead,
  ends: sunday(year, 4, 1, 2) - ahead,
});

const central: Clock = { ahead: 60, summer: europe, from: 1996 };
const clocks: ReadonlyMap<string, Clock> = new Map<string, Clock>([
  ["New York", { ahead: -300, summer: unitedStates, from: 1987 }],
  ["Chicago", { ahead: -360, summer: unitedStates, from: 1987 }],
  ["Los Angeles", { ahead: -480, summer: unitedStates, from: 1987 }],
  ["London", { ahead: 0, summer: europe, from: 1996 }],
  ["Dublin", { ahead: 0, summer: europe, from: 1996 }],
  ...[
    "Amsterdam",
    "Brussels",
    "Copenhagen",
    "Frankfurt",
    "Luxembourg",
    "Milan",
    "Oslo",
    "Paris",
    "Stockholm",
    "Zurich",
  ].map((place) => [place, central] as const),
  ["Tokyo", { ahead: 540, summer: undefined, from: 1952 }],
  ["Hong Kong", { ahead: 480, summer: undefined, from: 1980 }],
  ["Singapore", { ahead: 480, summer: undefined, from: 1982 }],
  // Daylight saving has had these days in New South Wales since April 2008.
  ["Sydney", { ahead: 600, summer: australia, from: 2008 }],
  ["UTC", { ahead: 0, summer: undefined, from: 1972 }],
]);

/** Other words that contracts have for the time of a place. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ["New York City", "New York"],
  ["Eastern", "New York"],
  ["Central European", "Frankfurt"],
  ["CET", "Frankfurt"],
  ["GMT", "UTC"],
]);

export const placesOfTime: readonly string[] = [...clocks.keys()];

/** Every name by which a clock is known. */
export const namesOfPlaces: readonly string[] = [...placesOfTime, ...otherNames.keys()];

/** The place whose clock a name stands for; undefined where there is none. */
export function placeOfTime(name: string): string | undefined {
  return clocks.has(name) ? name : otherNames.get(name);
}

/** A time of a day at one place, as the clock of another shows it: in minutes from midnight of the same date there. */
export interface TimeElsewhere {
  /** Below 0 on a day before, from 1440 on on a day after. */
  readonly time: TimeOfDay;
  /** The clock of the first place skips that time as summer begins, or shows it twice as it ends: the first is meant. */
  readonly isSkipped: boolean;
  readonly isTwice: boolean;
}

/** Undefined of a place that is not known, and outside the years of which the rules are. */
export function timeElsewhere(on: PlainDate, at: TimeOfDay, from: string, to: string): TimeElsewhere | undefined {
  const [there, here] = [clocks.get(from), clocks.get(to)];
  if (there === undefined || here === undefined) return undefined;
  const year = yearOf(on);
  if (year < Math.max(there.from, here.from) || year > 2099) return undefined;
  const shown = on * minutesOfDay + at;
  // What both the clock of winter and that of summer would show, as Greenwich has it.
  const candidates = [60, 0].map((more) => shown - there.ahead - more).filter((utc) => shownBy(there, utc) === shown);
  const instant = candidates[0] ?? shown - there.ahead;
  return {
    time: asTimeOfDay(shownBy(here, instant) - on * minutesOfDay),
    isSkipped: candidates.length === 0,
    isTwice: candidates.length > 1,
  };
}

/** What a clock shows, in minutes since 1970, at a minute of Greenwich. */
function shownBy({ ahead, summer }: Clock, utc: number): number {
  const standard = utc + ahead;
  if (summer === undefined) return standard;
  const { begins, ends } = summer(yearOf(asPlainDate(Math.floor(standard / minutesOfDay))), ahead);
  const isSummer = begins < ends ? utc >= begins && utc < ends : utc >= begins || utc < ends;
  return standard + (isSummer ? 60 : 0);
}

/** A day and a time as the clock of a note's own place shows them, reported by the clock of another. */
export interface ReportedMoment {
  readonly on: PlainDate;
  readonly at: TimeOfDay;
  readonly elsewhere: Elsewhere;
}
/** What was reported, where that was, and what is odd about it. */
export interface Elsewhere extends Omit<TimeElsewhere, "time"> {
  readonly place: string;
  readonly here: string;
  readonly on: PlainDate;
  readonly at: TimeOfDay;
}

/** Undefined where one of the clocks is not known on that day. */
export function momentHere(on: PlainDate, at: TimeOfDay, place: string, here: string): ReportedMoment | undefined {
  const found = timeElsewhere(on, at, place, here);
  if (found === undefined) return undefined;
  const { time, ...odd } = found;
  const days = Math.floor(time / minutesOfDay);
  const moment = { on: asPlainDate(on + days), at: asTimeOfDay(time - days * minutesOfDay) };
  return { ...moment, elsewhere: { ...odd, place, here, on, at } };
}
