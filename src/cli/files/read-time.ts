import type { Period } from "../../index.ts";

/** Farther than this nothing is looked for: a century in the longest unit. */
const mostUnits = 1200;
const units = new Map<string, Period>([
  ["day", { count: 1, unit: "day" }],
  ["week", { count: 1, unit: "week" }],
  ["month", { count: 1, unit: "month" }],
  ["quarter", { count: 3, unit: "month" }],
  ["year", { count: 12, unit: "month" }],
]);

/** What is wrong with a text that is no time. */
export function wrongTime(text: string): string {
  return `--within "${text}" is not a time; write days, weeks, months, quarters or years, such as "30 days"`;
}

/** Reads "30 days", "1 week", "6 months", "1 year"; undefined for anything else. */
export function readTime(text: string): Period | undefined {
  const [, digits, name = ""] = /^\s*(\d{1,5})\s*(day|week|month|quarter|year)s?\s*$/i.exec(text) ?? [];
  const one = units.get(name.toLowerCase());
  const count = Number(digits) * (one?.count ?? 1);
  return one === undefined || count > mostUnits * 31 ? undefined : { count, unit: one.unit };
}
