declare const timeOfDay: unique symbol;

/** A clock time without a zone: whole minutes since midnight, from 0 to 1439. Two of them compare as numbers. */
export type TimeOfDay = number & { readonly [timeOfDay]: true };

/** The time so many minutes after midnight. Unchecked. */
export function asTimeOfDay(minutes: number): TimeOfDay {
  // oxlint-disable-next-line typescript/consistent-type-assertions
  return minutes as TimeOfDay; // cast: the brand says what the number counts
}

/** Reads "18:00" and nothing looser: two digits each, hours to 23, no seconds. */
export function parseTime(text: string): TimeOfDay | undefined {
  if (!/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text)) return undefined;
  return asTimeOfDay(Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));
}

/** "18:00". */
export function formatTime(time: TimeOfDay): string {
  return `${twoDigits(Math.floor(time / 60))}:${twoDigits(time % 60)}`;
}

function twoDigits(number: number): string {
  return number.toString().padStart(2, "0");
}
