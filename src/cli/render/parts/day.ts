const weekdays = "Sun Mon Tue Wed Thu Fri Sat".split(" ");
export const monthNames: readonly string[] =
  "January February March April May June July August September October November December".split(" ");

/** `Mon` for "2006-06-12". */
export function weekdayOf(date: string): string {
  // Midnight in UTC is the same day everywhere, whatever the clock of the machine says.
  return weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? "";
}

/** `Mon 2006-06-12`, where the weekday matters to the reader. */
export const dayWords = (date: string): string => `${weekdayOf(date)} ${date}`;
