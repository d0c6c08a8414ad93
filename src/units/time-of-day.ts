declare const timeOfDay: unique symbol;

/**
 * A clock time without a zone: whole minutes since midnight of its day. 1440 is the end of the day; what is counted from a time, or
 * shown by the clock of another place, may lie on a day before or after. Two of them compare as numbers.
 */
export type TimeOfDay = number & { readonly [timeOfDay]: true };

/** The time so many minutes after midnight. Unchecked. */
export function asTimeOfDay(minutes: number): TimeOfDay {
  // oxlint-disable-next-line typescript/consistent-type-assertions
  return minutes as TimeOfDay; // cast: the brand says what the number counts
}

/** Reads "18:00", with two digits each and hours to 23, or "6:00 p.m."; no seconds. Noon is "12:00 p.m.". */
export function parseTime(text: string): TimeOfDay | undefined {
  const [, hour, minutes, half] = /^(\d{1,2}):([0-5]\d)(?: *([ap])(?:\.m\.|m))?$/.exec(text) ?? [];
  if (hour === undefined) return undefined;
  if (half === undefined) return hour.length === 2 && Number(hour) < 24 ? timeOf(Number(hour), minutes) : undefined;
  if (Number(hour) < 1 || Number(hour) > 12) return undefined;
  return timeOf((Number(hour) % 12) + (half === "p" ? 12 : 0), minutes);
}

function timeOf(hour: number, minutes = "0"): TimeOfDay {
  return asTimeOfDay(hour * 60 + Number(minutes));
}

/** `17:00` or `5:00 p.m.`, or `17:00 London` with the place whose clock shows it. */
export function timeIn(text: string): { readonly time: TimeOfDay | undefined; readonly place?: string } {
  const [, clock = "", place = ""] =
    /^(\d{1,2}:\d\d(?: *[ap](?:\.m\.|m\b))?) +(?![ap](?:\.m\.|m\b))(\p{L}.*?)(?: time)?$/u.exec(text) ?? [];
  return place === "" ? { time: parseTime(text) } : { time: parseTime(clock), place };
}

/** "18:00", "24:00"; "02:00 the next day", "23:00 the day before", "01:00 2 days later". */
export function formatTime(time: TimeOfDay): string {
  if (time === minutesOfDay) return "24:00";
  const days = Math.floor(time / minutesOfDay);
  const clock = formatClock(asTimeOfDay(time - days * minutesOfDay));
  if (days === 0) return clock;
  if (days === 1 || days === -1) return `${clock} ${days === 1 ? "the next day" : "the day before"}`;
  return `${clock} ${Math.abs(days)} days ${days > 0 ? "later" : "earlier"}`;
}

export const minutesOfDay = 24 * 60;

function formatClock(time: TimeOfDay): string {
  return `${twoDigits(Math.floor(time / 60))}:${twoDigits(time % 60)}`;
}

function twoDigits(number: number): string {
  return number.toString().padStart(2, "0");
}
