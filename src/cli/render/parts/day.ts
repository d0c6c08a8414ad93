const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/** `Mon` for "2006-06-12". */
export function weekdayOf(date: string): string {
  // Midnight in UTC is the same day everywhere, whatever the clock of the machine says.
  return weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? "";
}
