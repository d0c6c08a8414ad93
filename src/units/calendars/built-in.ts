import type { Calendar } from "../business-days.ts";
import { jointCalendar } from "../business-days.ts";
import { singapore, sydney, tokyo } from "./asia-pacific.ts";
import { london, oslo, osloExchange, target, zurich } from "./europe.ts";
import { nyse, usBank, usGovernmentBonds } from "./united-states.ts";

/**
 * The calendar of that name, from its first year to 2099, of Singapore to 2026; undefined where there is none. What was closed only once is known
 * to 2025, and a law may change: a later day is the rules' own. `london and us-bank` is open where both are, `london or
 * us-bank` where one of them is.
 */
export function builtInCalendar(name: string): Calendar | undefined {
  const { parts, joins } = partsOfCalendarName(name);
  const found = parts.flatMap((part) => calendars.find((calendar) => calendar.name === part) ?? []);
  if (found.length < parts.length || joins === "mixed") return undefined;
  return found.length === 1 ? found[0] : jointCalendar(name, found, joins);
}

/** The names that `and` or `or` joins; `mixed` where both stand in one name. */
export function partsOfCalendarName(name: string): { parts: readonly string[]; joins: "and" | "or" | "mixed" } {
  const joined = [...name.matchAll(/ (and|or) /g)].map(([, word]) => word);
  const joins = joined.every((word) => word === "and") ? "and" : joined.includes("and") ? "mixed" : "or";
  return { parts: name.split(/ (?:and|or) /), joins };
}

const exchanges = [nyse, osloExchange];
const calendars = [
  ...[usBank, nyse, usGovernmentBonds, target, london, oslo, osloExchange],
  ...[zurich, tokyo, sydney, singapore],
];

export const builtInCalendarNames: readonly string[] = calendars.map(({ name }) => name);

/** Whether a calendar says when an exchange trades. */
export function isExchange({ name }: Calendar): boolean {
  return exchanges.some((exchange) => exchange.name === name);
}
